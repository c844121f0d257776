package id.pamong.authority.gateway;

import java.util.List;

/** What a certification authority answered. */
public sealed interface OrderOutcome {
    /**
     * The certificate is there.
     *
     * @param certificateDer X.509, DER
     * @param chainDer its issuers up to the root, DER, nearest first
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Issued(byte[] certificateDer, List<byte[]> chainDer) implements OrderOutcome {
        public Issued {
            chainDer = List.copyOf(chainDer);
        }
    }

    /** Taken, not yet decided: ask again by the reference. */
    record Accepted(String reference) implements OrderOutcome {}

    /** Declined for good, with the authority's code. */
    record Refused(String code) implements OrderOutcome {}

    /** No answer: the order book sends it again with the same request key. */
    record Unavailable(String reason) implements OrderOutcome {}
}
