package id.pamong.office.notification;

import id.pamong.office.installation.Installation;
import id.pamong.office.refusal.NotFound;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The demo's mailboxes: every e-mail becomes a file {@code .eml} in a folder and is shown on a page
 * there. No mail leaves the machine.
 */
@Component
public class DemoMailbox {
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int MOST_SHOWN = 200;

    private final Installation installation;
    private final Clock clock;

    DemoMailbox(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /** Whether this is the demo; elsewhere there is no such mailbox. */
    public boolean isThere() {
        return installation.isDemo();
    }

    /**
     * An e-mail in the demo's folder.
     *
     * @param text its plain part
     */
    public record DemoMail(
            String file, Instant at, String to, String subject, String text, List<String> files) {
        public DemoMail {
            files = List.copyOf(files);
        }
    }

    /** Newest first, at most {@value #MOST_SHOWN}. */
    public List<DemoMail> newest() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .limit(MOST_SHOWN)
                    .map(DemoMailbox::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        if (!isThere()) {
            throw new NotFound("page.not-found");
        }
        return installation.folder("mail");
    }

    CarryOutcome keep(UUID id, byte[] content) {
        try {
            MimeMessage message = parse(new ByteArrayInputStream(content));
            message.setFrom(new InternetAddress("pamong@contoh.invalid"));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            Path file = folder().resolve(FILE_TIME.format(clock.instant()) + "-" + id + ".eml");
            Path part = folder().resolve(id + ".part");
            Files.write(part, bytes.toByteArray());
            Files.move(part, file);
            return new CarryOutcome.Taken();
        } catch (MessagingException | IOException failed) {
            return new CarryOutcome.Failed("OTHER");
        }
    }

    private static DemoMail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = parse(in);
            List<String> files = new ArrayList<>();
            Optional<String> text = plain(message, files);
            return new DemoMail(
                    String.valueOf(file.getFileName()),
                    message.getSentDate().toInstant(),
                    InternetAddress.toString(message.getAllRecipients()),
                    message.getSubject(),
                    text.orElse(""),
                    files);
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException("the demo's mail " + file.getFileName(), broken);
        }
    }

    private static Optional<String> plain(Part part, List<String> files)
            throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.add(part.getFileName());
            return Optional.empty();
        }
        if (part.isMimeType("text/plain")) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        Optional<String> text = Optional.empty();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = plain(inner, files);
                text = text.or(() -> found);
            }
        }
        return text;
    }

    private static MimeMessage parse(InputStream in) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), in);
    }
}
