package id.pamong.authority.builtin;

import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate of the authority with its private key: root, issuing CA, OCSP signer or
 * time-stamping authority. Always ECDSA on P-256 with SHA-256.
 *
 * @param ca path segment
 */
record SigningAuthority(String ca, X509CertificateHolder certificate, PrivateKey key) {
    static final String ALGORITHM = "SHA256withECDSA";

    ContentSigner signer() {
        return signer(key);
    }

    static ContentSigner signer(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(ALGORITHM).build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("the authority's key does not sign", e);
        }
    }

    @Override
    public String toString() {
        return "SigningAuthority[" + ca + "]";
    }
}
