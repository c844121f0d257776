package id.pamong.office.notification;

/**
 * The local government's mail server that takes our e-mail (RFC 6409).
 *
 * @param username empty when the relay asks for none
 * @param sender address in the From line
 */
public record MailRelay(String host, int port, Security security, String username, String sender) {
    /** How the line to it is protected. */
    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** STARTTLS, without which nothing is sent. */
        STARTTLS,
        /** None; for a relay on the same machine only. */
        NONE
    }
}
