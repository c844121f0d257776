package id.pamong.authority.builtin.key;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.database.LocalGovernmentId;
import java.net.URI;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A root or issuing authority as it lies in the database.
 *
 * @param name path segment
 * @param government null for the root
 * @param shards of its CRLs
 * @param sealedKey private key under the service's key; null for the root
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Ca(
        String name,
        @Nullable LocalGovernmentId government,
        String organization,
        URI baseUrl,
        Standing standing,
        X509CertificateHolder certificate,
        int shards,
        byte @Nullable [] sealedKey) {
    public boolean isRoot() {
        return government == null;
    }
}
