package id.pamong.office.notification;

import id.pamong.office.database.LocalGovernmentId;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands e-mail to the local government's relay by SMTP submission (RFC 6409). */
final class RelayCarrier implements MailCarrier {
    private static final String PATIENCE_MILLIS = "15000";

    private final MailRelays relays;

    RelayCarrier(MailRelays relays) {
        this.relays = relays;
    }

    @Override
    public CarryOutcome carry(
            LocalGovernmentId government, UUID id, String address, byte[] content) {
        Optional<MailRelay> relay = relays.of(government);
        if (relay.isEmpty()) {
            return new CarryOutcome.NoRelay();
        }
        JavaMailSenderImpl sender = sender(relay.get(), relays.password(government));
        try {
            MimeMessage message = sender.createMimeMessage(new ByteArrayInputStream(content));
            message.setFrom(relay.get().sender());
            message.saveChanges();
            sender.send(message);
            return new CarryOutcome.Taken();
        } catch (MailException | MessagingException failed) {
            return new CarryOutcome.Failed(problem(failed));
        }
    }

    private static JavaMailSenderImpl sender(MailRelay relay, Optional<String> password) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(relay.host());
        sender.setPort(relay.port());
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (relay.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> properties.setProperty("mail.smtp.starttls.required", "true");
            case NONE -> {}
        }
        if (!relay.username().isEmpty()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(relay.username());
            password.ifPresent(sender::setPassword);
        }
        return sender;
    }

    private static String problem(Exception failed) {
        if (failed instanceof MailAuthenticationException
                || failed.getCause() instanceof AuthenticationFailedException) {
            return "LOGIN";
        }
        if (failed instanceof MailSendException send) {
            boolean address =
                    send.getFailedMessages().values().stream()
                            .anyMatch(SendFailedException.class::isInstance);
            return address ? "ADDRESS" : "CONNECTION";
        }
        return "OTHER";
    }
}
