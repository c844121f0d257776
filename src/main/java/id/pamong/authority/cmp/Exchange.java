package id.pamong.authority.cmp;

import id.pamong.authority.gateway.RequestKey;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of messages with a host.
 *
 * @param host who began it
 * @param body number of the body that began it (RFC 9810 section 5.1.2)
 * @param certReqId by which the host knows its request; -1 for PKCS#10
 * @param nonce of our last message
 * @param request PKCS#10 or CertReqMsg while it waits, else null
 * @param order once something was issued, else null
 * @param certificate DER, once it was issued, else null
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Exchange(
        byte[] transactionId,
        String host,
        int body,
        BigInteger certReqId,
        State state,
        byte[] nonce,
        byte @Nullable [] request,
        @Nullable RequestKey order,
        byte @Nullable [] certificate) {

    /** Where it stands. */
    enum State {
        /** The authority has not answered yet. */
        WAITING,
        /** A certificate was sent. */
        UNCONFIRMED,
        /** The host has taken it. */
        CONFIRMED,
        /** The host has declined it, or never said that it has it. */
        DECLINED,
        /** Answered for good. */
        DONE
    }
}
