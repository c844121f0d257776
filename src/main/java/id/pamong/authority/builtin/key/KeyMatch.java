package id.pamong.authority.builtin.key;

import id.pamong.authority.custody.SignatureEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.spec.InvalidKeySpecException;

/** Whether a private key and a certificate belong together: one signs, the other verifies. */
public final class KeyMatch {
    private static final byte[] SAMPLE = "pamong key match".getBytes(StandardCharsets.US_ASCII);

    private KeyMatch() {}

    public static boolean belongTogether(SigningAuthority authority) {
        AuthorityKeyKind kind = authority.kind();
        try {
            return SignatureEngine.verifies(
                    kind.signature(),
                    SignatureEngine.publicKey(
                            kind.family(),
                            authority.certificate().getSubjectPublicKeyInfo().getEncoded("DER")),
                    SAMPLE,
                    authority.sign(SAMPLE));
        } catch (IOException | InvalidKeySpecException | IllegalStateException e) {
            return false;
        }
    }
}
