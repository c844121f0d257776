package id.pamong.authority.builtin.key;

import id.pamong.authority.custody.SignatureEngine;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;

/**
 * A certificate of the authority with its private key: root, issuing CA, OCSP signer or
 * time-stamping authority.
 *
 * @param ca path segment
 */
public record SigningAuthority(
        String ca, X509CertificateHolder certificate, PrivateKey key, AuthorityKeyKind kind) {
    public SigningAuthority(String ca, X509CertificateHolder certificate, PrivateKey key) {
        this(
                ca,
                certificate,
                key,
                AuthorityKeyKind.of(certificate.getSubjectPublicKeyInfo())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the authority has a key of no known kind")));
    }

    public ContentSigner signer() {
        return signer(kind, key);
    }

    public byte[] sign(byte[] content) {
        return SignatureEngine.sign(kind.signature(), key, content);
    }

    /** For the builders of CRL and OCSP; signs as the bytes come. */
    public static ContentSigner signer(AuthorityKeyKind kind, PrivateKey key) {
        Signature signature = SignatureEngine.signing(kind.signature(), key);
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return kind.identifier();
            }

            @Override
            public OutputStream getOutputStream() {
                return new Into(signature);
            }

            @Override
            public byte[] getSignature() {
                try {
                    return signature.sign();
                } catch (SignatureException e) {
                    throw new IllegalStateException("the authority's key does not sign", e);
                }
            }
        };
    }

    /** Writes into a signature. */
    private static final class Into extends OutputStream {
        private final Signature signature;

        Into(Signature signature) {
            this.signature = signature;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            try {
                signature.update(octets, from, length);
            } catch (SignatureException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public String toString() {
        return "SigningAuthority[" + ca + "]";
    }
}
