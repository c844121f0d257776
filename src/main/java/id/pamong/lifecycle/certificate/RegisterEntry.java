package id.pamong.lifecycle.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register of certificates, without the certificate itself.
 *
 * @param post as at the time of issue, or null
 * @param serial lower-case hexadecimal
 * @param revokedAt null while it is not revoked
 * @param blockedAt since when it is not to be used here, or null
 */
public record RegisterEntry(
        CertificateId id,
        String subject,
        @Nullable String post,
        String agency,
        String serial,
        String issuer,
        Instant registeredAt,
        Instant notAfter,
        @Nullable Instant revokedAt,
        @Nullable Instant blockedAt) {

    /** How it stands on a day. */
    public enum Validity {
        IN_FORCE,
        EXPIRED,
        BLOCKED,
        REVOKED
    }

    public Validity validityAt(Instant when) {
        if (revokedAt != null) {
            return Validity.REVOKED;
        }
        if (blockedAt != null) {
            return Validity.BLOCKED;
        }
        return when.isAfter(notAfter) ? Validity.EXPIRED : Validity.IN_FORCE;
    }
}
