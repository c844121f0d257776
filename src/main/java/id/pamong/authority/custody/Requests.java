package id.pamong.authority.custody;

import java.io.IOException;
import java.security.KeyPair;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certification requests (PKCS#10, RFC 2986), signed in the moment the key is made. */
final class Requests {
    private Requests() {}

    static byte[] sign(KeyPair pair, KeyAlgorithm algorithm, String subject) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(
                            new X500Principal(subject), pair.getPublic())
                    .build(
                            new JcaContentSignerBuilder(algorithm.signatureAlgorithm())
                                    .build(pair.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("the request cannot be signed", e);
        }
    }
}
