package id.pamong.lifecycle.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The calendar file read by the rules of RFC 5545: lines, folding, components, properties. */
class ExpiryCalendarTest {
    private static final Pattern LINE =
            Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=[^;:\",]+)*):([^\\p{Cntrl}]*)");
    private static final String TITLE =
            "Hari terakhir sertifikat; Bapak Énrique, “perbarui” sebelumnya di Dinas Komunikasi"
                    + " — 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂\nBaris kedua";

    @Test
    void a_calendar_reads_it_whatever_the_title_is() {
        byte[] content =
                ExpiryCalendar.of(
                                "sertifikat-1a",
                                LocalDate.of(2028, 2, 29),
                                TITLE,
                                "https://contoh.go.id/" + "x".repeat(90),
                                Instant.parse("2027-12-01T02:03:04Z"))
                        .content();
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n").doesNotContain("\r\n\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (String line : text.lines().toList()) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD");
        }
        Map<String, Map<String, String>> read = read(text.replace("\r\n ", ""));
        assertThat(read).containsOnlyKeys("VCALENDAR", "VEVENT", "VALARM");
        assertThat(read.get("VCALENDAR")).containsEntry("VERSION", "2.0").containsKey("PRODID");
        assertThat(read.get("VEVENT"))
                .containsEntry("UID", "sertifikat-1a@pamong")
                .containsEntry("DTSTAMP", "20271201T020304Z")
                .containsEntry("DTSTART;VALUE=DATE", "20280229")
                .containsEntry("DTEND;VALUE=DATE", "20280301");
        assertThat(plain(read.get("VEVENT").get("SUMMARY"))).isEqualTo(TITLE);
        assertThat(read.get("VALARM"))
                .containsEntry("ACTION", "DISPLAY")
                .containsEntry("TRIGGER", "-P7D")
                .containsKey("DESCRIPTION");
    }

    private static Map<String, Map<String, String>> read(String unfolded) {
        Map<String, Map<String, String>> components = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String line : List.of(unfolded.split("\r\n"))) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            switch (matcher.group(1)) {
                case "BEGIN" -> {
                    open.push(matcher.group(3));
                    assertThat(components.put(matcher.group(3), new HashMap<>())).isNull();
                }
                case "END" -> assertThat(open.pop()).isEqualTo(matcher.group(3));
                default ->
                        assertThat(
                                        components
                                                .get(open.element())
                                                .put(
                                                        matcher.group(1) + matcher.group(2),
                                                        matcher.group(3)))
                                .as("each property once")
                                .isNull();
            }
        }
        assertThat(open).isEmpty();
        return components;
    }

    /** The value of a text as section 3.3.11 gives it back. */
    private static String plain(String value) {
        List<String> signs = new ArrayList<>();
        for (int at = 0; at < value.length(); at++) {
            char sign = value.charAt(at);
            assertThat(";,").as("bare in a text").doesNotContain(String.valueOf(sign));
            if (sign == '\\') {
                at++;
                signs.add(value.charAt(at) == 'n' ? "\n" : String.valueOf(value.charAt(at)));
            } else {
                signs.add(String.valueOf(sign));
            }
        }
        return String.join("", signs);
    }
}
