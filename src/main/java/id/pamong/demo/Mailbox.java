package id.pamong.demo;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The e-mail that the demo writes to a folder, read as its receivers would. */
final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Path folder;

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** How many e-mails there are by now; what comes later is new. */
    int count() {
        return files().size();
    }

    /**
     * Waits for a new e-mail to the address in which the pattern occurs, and gives the pattern's
     * first group.
     */
    String waitFor(String address, int seen, Pattern pattern) {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
            Optional<String> found = find(address, seen, pattern);
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StepFailed("interrupted", e);
            }
        }
        throw new StepFailed("no e-mail to " + address + " with " + pattern);
    }

    private Optional<String> find(String address, int seen, Pattern pattern) {
        List<Path> all = files();
        for (Path file : all.subList(Math.min(seen, all.size()), all.size()).reversed()) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                if (message.getAllRecipients()[0].toString().contains(address)) {
                    Matcher matcher = pattern.matcher(text(message));
                    if (matcher.find()) {
                        return Optional.of(matcher.group(1));
                    }
                }
            } catch (MessagingException | IOException e) {
                throw new StepFailed("an e-mail cannot be read: " + file, e);
            }
        }
        return Optional.empty();
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                text.append(text(inner)).append('\n');
            }
            return text.toString();
        }
        return "";
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw new StepFailed("the mail folder cannot be read", e);
        }
    }
}
