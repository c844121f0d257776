package id.pamong.authority.builtin.status;

import id.pamong.authority.gateway.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a certificate was ended early, or is held.
 *
 * @param reason null for a hold
 * @param invalidSince since when the key is suspected, if earlier than the revocation and known
 */
public record Ended(Instant at, @Nullable RevocationReason reason, @Nullable Instant invalidSince) {
    /** certificateHold (RFC 5280 section 5.3.1). */
    private static final int HOLD = 6;

    private static final String HELD = "CERTIFICATE_HOLD";

    public static Ended of(Instant at, String reason, @Nullable Instant invalidSince) {
        return new Ended(
                at, reason.equals(HELD) ? null : RevocationReason.valueOf(reason), invalidSince);
    }

    boolean isHold() {
        return reason == null;
    }

    /** As the table has it. */
    String reasonName() {
        return reason == null ? HELD : reason.name();
    }

    /** CRLReason; RFC 5280 section 5.3.1 wants no entry extension for the 0 of unspecified. */
    public int reasonCode() {
        return reason == null ? HOLD : reason.code();
    }
}
