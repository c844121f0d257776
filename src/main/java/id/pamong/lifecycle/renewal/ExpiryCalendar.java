package id.pamong.lifecycle.renewal;

import id.pamong.office.notification.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The last day of a certificate for the calendar of its owner (iCalendar, RFC 5545). */
final class ExpiryCalendar {
    private static final int LONGEST = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private ExpiryCalendar() {}

    /**
     * An entry for the whole day with an alarm a week before.
     *
     * @param uid stays the same for each certificate, so that a later file replaces the entry
     */
    static Attachment of(String uid, LocalDate lastDay, String title, String link, Instant now) {
        StringBuilder text = new StringBuilder();
        for (String line :
                new String[] {
                    "BEGIN:VCALENDAR",
                    "VERSION:2.0",
                    "PRODID:-//Pamong//Pembaruan//ID",
                    "METHOD:PUBLISH",
                    "BEGIN:VEVENT",
                    "UID:" + uid + "@pamong",
                    "DTSTAMP:" + STAMP.format(now),
                    "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(lastDay),
                    "DTEND;VALUE=DATE:"
                            + DateTimeFormatter.BASIC_ISO_DATE.format(lastDay.plusDays(1)),
                    "SUMMARY:" + escaped(title),
                    "URL:" + link,
                    "TRANSP:TRANSPARENT",
                    "BEGIN:VALARM",
                    "ACTION:DISPLAY",
                    "DESCRIPTION:" + escaped(title),
                    "TRIGGER:-P7D",
                    "END:VALARM",
                    "END:VEVENT",
                    "END:VCALENDAR"
                }) {
            fold(line, text);
        }
        return new Attachment(
                "pembaruan-sertifikat.ics",
                "text/calendar",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** No line has more than 75 octets, and none is cut within a character (section 3.1). */
    private static void fold(String line, StringBuilder text) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int sign = line.codePointAt(at);
            int size = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(sign);
            octets += size;
            at += Character.charCount(sign);
        }
        text.append("\r\n");
    }
}
