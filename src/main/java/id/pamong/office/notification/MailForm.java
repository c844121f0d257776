package id.pamong.office.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/** An e-mail as RFC 5322 bytes: plain text and simple HTML, Indonesian first, English below. */
final class MailForm {
    private MailForm() {}

    /**
     * The bytes, without a From line.
     *
     * @param link shown as the one button, or null
     */
    static byte[] write(
            String government,
            String address,
            MessageTexts.Worded indonesian,
            MessageTexts.Worded english,
            @Nullable String link,
            List<Attachment> attachments,
            Instant at) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            MimeMessageHelper form =
                    new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            form.setTo(address);
            form.setSubject(indonesian.subject() + " / " + english.subject());
            form.setSentDate(Date.from(at));
            form.setText(
                    plain(government, indonesian, english, link),
                    html(government, indonesian, english, link));
            message.setHeader("Auto-Submitted", "auto-generated");
            for (Attachment attachment : attachments) {
                form.addAttachment(
                        attachment.fileName(),
                        new ByteArrayResource(attachment.content()),
                        attachment.mediaType());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.saveChanges();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("an e-mail could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(
            String government,
            MessageTexts.Worded indonesian,
            MessageTexts.Worded english,
            @Nullable String link) {
        StringBuilder text = new StringBuilder();
        text.append(String.join("\n\n", indonesian.paragraphs()));
        if (link != null) {
            text.append("\n\n").append(link);
        }
        text.append("\n\n----- English -----\n\n");
        text.append(String.join("\n\n", english.paragraphs()));
        return text.append("\n\n-- \n").append(government).append('\n').toString();
    }

    private static String html(
            String government,
            MessageTexts.Worded indonesian,
            MessageTexts.Worded english,
            @Nullable String link) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html><html lang=\"id\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(indonesian.subject()))
                .append("</title></head><body style=\"font-family:sans-serif;font-size:16px;")
                .append(
                        "line-height:1.5;color:#1d273b;max-width:36em;margin:0 auto;padding:1em\">");
        paragraphs(html, indonesian, "");
        if (link != null) {
            html.append("<p><a href=\"")
                    .append(escape(link))
                    .append(
                            "\" style=\"display:inline-block;padding:.6em 1.2em;background:#0b5394;")
                    .append(
                            "color:#ffffff;text-decoration:none;border-radius:4px\">Buka / Open</a></p>")
                    .append("<p style=\"color:#4b5563;word-break:break-all\">")
                    .append(escape(link))
                    .append("</p>");
        }
        html.append("<hr>");
        paragraphs(html, english, " lang=\"en\" style=\"color:#4b5563\"");
        return html.append("<p>")
                .append(escape(government))
                .append("</p></body></html>")
                .toString();
    }

    private static void paragraphs(
            StringBuilder html, MessageTexts.Worded worded, String attributes) {
        for (String paragraph : worded.paragraphs()) {
            html.append("<p")
                    .append(attributes)
                    .append('>')
                    .append(escape(paragraph).replace("\n", "<br>"))
                    .append("</p>");
        }
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
