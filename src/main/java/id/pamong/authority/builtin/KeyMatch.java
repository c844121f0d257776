package id.pamong.authority.builtin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Whether a private key and a certificate belong together: one signs, the other verifies. */
final class KeyMatch {
    private static final byte[] SAMPLE = "pamong key match".getBytes(StandardCharsets.US_ASCII);

    private KeyMatch() {}

    static boolean belongTogether(SigningAuthority authority) {
        try {
            ContentSigner signer = authority.signer();
            try (OutputStream out = signer.getOutputStream()) {
                out.write(SAMPLE);
            }
            ContentVerifier verifier =
                    new JcaContentVerifierProviderBuilder()
                            .build(authority.certificate())
                            .get(signer.getAlgorithmIdentifier());
            try (OutputStream out = verifier.getOutputStream()) {
                out.write(SAMPLE);
            }
            return verifier.verify(signer.getSignature());
        } catch (IOException | OperatorCreationException | CertificateException e) {
            return false;
        }
    }
}
