package id.pamong.authority.builtin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An OCSP response with what HTTP may know of it (RFC 5019 section 6.2).
 *
 * @param der OCSPResponse
 * @param thisUpdate null where caches must keep nothing (a failure, a nonce, several certificates)
 * @param nextUpdate null together with thisUpdate
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OcspAnswer(byte[] der, @Nullable Instant thisUpdate, @Nullable Instant nextUpdate) {
    static OcspAnswer failed(byte[] der) {
        return new OcspAnswer(der, null, null);
    }

    static OcspAnswer single(byte[] der) {
        return new OcspAnswer(der, null, null);
    }

    static OcspAnswer cacheable(byte[] der, Instant thisUpdate, Instant nextUpdate) {
        return new OcspAnswer(der, thisUpdate, nextUpdate);
    }
}
