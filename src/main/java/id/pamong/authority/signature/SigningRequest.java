package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a PDF is to be signed.
 *
 * @param chain signer first, root last
 * @param standing of the authority the chain ends at
 * @param signedAt the claimed time; the time stamp proves it
 * @param reason of the signature dictionary, at most 200 characters
 * @param location of the signature dictionary, such as the name of the local government
 * @param block the visible signature, or null for none
 */
public record SigningRequest(
        List<X509Certificate> chain,
        Standing standing,
        Instant signedAt,
        String reason,
        String location,
        @Nullable SignatureBlock block,
        TimeStampSource timeStamps,
        RevocationSource revocations) {
    public SigningRequest {
        chain = List.copyOf(chain);
        if (chain.size() < 2) {
            throw new IllegalArgumentException("a chain has the signer first and the root last");
        }
    }
}
