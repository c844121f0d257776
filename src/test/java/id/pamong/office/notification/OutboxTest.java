package id.pamong.office.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    @Test
    void pauses_double_from_a_minute_to_six_hours() {
        assertThat(Outbox.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outbox.pause(5)).isEqualTo(Duration.ofMinutes(16));
        assertThat(Outbox.pause(20)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void the_administrators_list_shows_an_address_by_its_first_letter_and_domain() {
        assertThat(Outbox.hint("budi@madiunkota.go.id")).isEqualTo("b•••@madiunkota.go.id");
    }

    @Test
    void a_mail_is_bilingual_plain_and_html_with_text_that_cannot_become_markup() {
        byte[] mail =
                MailForm.write(
                        "Pemerintah Kota Madiun",
                        "budi@madiunkota.go.id",
                        new MessageTexts.Worded("Jawaban", List.of("Yth. <b>Budi</b>")),
                        new MessageTexts.Worded("Answer", List.of("Dear <b>Budi</b>")),
                        "https://contoh.go.id/madiun/permohonan",
                        List.of(new Attachment("surat.pdf", "application/pdf", new byte[] {1})),
                        Instant.EPOCH);

        assertThat(new String(mail, StandardCharsets.US_ASCII))
                .contains("Subject: Jawaban / Answer")
                .contains("text/plain")
                .contains("text/html")
                .contains("&lt;b&gt;Budi&lt;/b&gt;")
                .contains("filename=surat.pdf")
                .doesNotContain("From:");
    }
}
