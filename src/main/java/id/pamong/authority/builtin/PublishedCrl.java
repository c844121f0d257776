package id.pamong.authority.builtin;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A CRL as published.
 *
 * @param number of the CRL number extension
 * @param content CertificateList (RFC 5280 section 5.1), read when it is wanted: it may be long
 */
public record PublishedCrl(
        long number, Instant thisUpdate, Instant nextUpdate, Supplier<byte[]> content) {
    public byte[] der() {
        return content.get();
    }
}
