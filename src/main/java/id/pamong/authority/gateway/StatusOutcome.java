package id.pamong.authority.gateway;

import java.time.Instant;

/** What a certification authority answered to a {@link StatusOrder}. */
public sealed interface StatusOutcome {
    /**
     * It is so, and those who ask the authority are told.
     *
     * @param since from when; earlier than now if it was so already, and the beginning of the hold
     *     for a certificate that was held before it was revoked
     */
    record Done(Instant since) implements StatusOutcome {}

    /** Taken, not yet done: followed by status. */
    record Accepted(String reference) implements StatusOutcome {}

    /**
     * Declined for good. {@code certificate.not-found}: not a certificate of this authority and
     * local government. {@code status.over}: it has expired. {@code status.revoked}: a revoked
     * certificate is neither held nor released. {@code status.not-held}: nothing to release. {@code
     * status.not-by-program}: this way does not do it by program. Others are the authority's own.
     */
    record Refused(String code) implements StatusOutcome {}

    /** No answer; to be sent again. */
    record Unavailable(String reason) implements StatusOutcome {}
}
