package id.pamong.authority.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A detached signature over content that is known by its digest.
 *
 * @param sha256 of the content, 64 lower-case hex digits
 * @param chain signer first, root last
 * @param signedAt the claimed time
 */
public record CmsRequest(String sha256, List<X509Certificate> chain, Instant signedAt) {
    public CmsRequest {
        chain = List.copyOf(chain);
        if (sha256.length() != 64 || chain.isEmpty()) {
            throw new IllegalArgumentException("a SHA-256 digest and the signer's chain");
        }
    }
}
