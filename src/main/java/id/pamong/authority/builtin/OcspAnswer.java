package id.pamong.authority.builtin;

import id.pamong.authority.builtin.key.Der;
import java.time.Instant;
import java.util.HexFormat;
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
    public static OcspAnswer failed(byte[] der) {
        return new OcspAnswer(der, null, null);
    }

    public static OcspAnswer single(byte[] der) {
        return new OcspAnswer(der, null, null);
    }

    public static OcspAnswer cacheable(byte[] der, Instant thisUpdate, Instant nextUpdate) {
        return new OcspAnswer(der, thisUpdate, nextUpdate);
    }

    /** Entity tag: the SHA-1 of the answer as an ASCII string, as RFC 5019 section 6.2 has it. */
    public String tag() {
        return '"' + HexFormat.of().withUpperCase().formatHex(Der.sha1(der)) + '"';
    }
}
