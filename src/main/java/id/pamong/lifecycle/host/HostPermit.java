package id.pamong.lifecycle.host;

import id.pamong.lifecycle.certificate.CertificateId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit for the hosts of one electronic system.
 *
 * @param certificate on which it rests: it came of an approved application
 * @param uses how many certificates may be fetched
 * @param used how many were
 * @param until last moment, also of every certificate issued under it
 * @param reference public half of what the host proves itself with, or null before it is drawn
 * @param drawnAt when the responsible person took reference and secret, or null
 * @param endedAt when it was ended before its time, or null
 */
public record HostPermit(
        UUID id,
        CertificateId certificate,
        int uses,
        int used,
        Instant until,
        Instant grantedAt,
        @Nullable String reference,
        @Nullable Instant drawnAt,
        @Nullable Instant endedAt) {
    /** Neither ended nor over. */
    public boolean isOpenAt(Instant when) {
        return endedAt == null && when.isBefore(until);
    }
}
