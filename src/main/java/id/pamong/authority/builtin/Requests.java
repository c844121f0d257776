package id.pamong.authority.builtin;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Whether a PKCS#10 request is what its order says, and proves possession of a fit key. */
final class Requests {
    private static final int RSA_BITS = 2048;
    private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65537);

    /** What came of reading. */
    sealed interface Reading {
        record Fit(SubjectPublicKeyInfo key) implements Reading {}

        /** Code for {@code OrderOutcome.Refused}. */
        record Unfit(String code) implements Reading {}
    }

    private Requests() {}

    static Reading read(CertificateOrder order) {
        try {
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(order.csrDer());
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                return new Reading.Unfit("request.signature");
            }
            if (!request.getSubject().equals(AuthorityNames.of(order.subject()))) {
                return new Reading.Unfit("request.subject");
            }
            CertificateProfile profile = CertificateProfile.of(order.profile());
            return profile.algorithms().stream()
                            .anyMatch(algorithm ->
                                    isFit(algorithm, key, request.getSubjectPublicKeyInfo()))
                    ? new Reading.Fit(request.getSubjectPublicKeyInfo())
                    : new Reading.Unfit("request.key-algorithm");
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) {
            // The parser throws more than it declares on bytes that only look like a request.
            return new Reading.Unfit("request.unreadable");
        }
    }

    private static boolean isFit(
            KeyAlgorithm algorithm, PublicKey key, SubjectPublicKeyInfo encoded) {
        return switch (algorithm) {
            case EC_P256 ->
                    key instanceof ECPublicKey
                            && SECObjectIdentifiers.secp256r1.equals(
                                    encoded.getAlgorithm().getParameters());
            case RSA_2048 ->
                    key instanceof RSAPublicKey rsa
                            && rsa.getModulus().bitLength() == RSA_BITS
                            && rsa.getPublicExponent().equals(RSA_EXPONENT);
        };
    }
}
