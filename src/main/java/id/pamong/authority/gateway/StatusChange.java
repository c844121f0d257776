package id.pamong.authority.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to become of a certificate before its end (RFC 5280 section 5.3.1). */
public sealed interface StatusChange {
    /**
     * Ended for good.
     *
     * @param invalidSince when the key was lost or became known to others, if that was earlier and
     *     is known (RFC 5280 section 5.3.2), or null
     */
    record Revoke(RevocationReason reason, @Nullable Instant invalidSince) implements StatusChange {
        public Revoke(RevocationReason reason) {
            this(reason, null);
        }
    }

    /** Not to be relied on until it is released or revoked (certificateHold). */
    record Hold() implements StatusChange {}

    /** In force again after a hold (removeFromCRL). */
    record Release() implements StatusChange {}
}
