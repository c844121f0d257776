package id.pamong.authority.gateway;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What an authority outside sent back, held against what was ordered: a certificate over another
 * key, or bytes that are none, settle nothing.
 */
final class ReturnedAnswer {
    /** The certificate holds another key than the request. */
    static final String OTHER_KEY = "answer.other-key";

    /** What came is no certificate. */
    static final String UNREADABLE = "answer.unreadable";

    /** It is a certificate over the right key, but not what was ordered. */
    static final String UNFIT = "answer.unfit";

    private ReturnedAnswer() {}

    static OrderOutcome checked(CertificateOrder order, OrderOutcome outcome) {
        if (!(outcome instanceof OrderOutcome.Issued issued)) {
            return outcome;
        }
        try {
            byte[] certified =
                    new X509CertificateHolder(issued.certificateDer())
                            .getSubjectPublicKeyInfo()
                            .getEncoded("DER");
            return order.isKeyMadeThere() || Arrays.equals(orderedKey(order), certified)
                    ? outcome
                    : new OrderOutcome.Unavailable(OTHER_KEY);
        } catch (IOException | IllegalArgumentException e) {
            return new OrderOutcome.Unavailable(UNREADABLE);
        }
    }

    private static byte[] orderedKey(CertificateOrder order) {
        return switch (CertificationRequests.read(order.csrDer())) {
            case CertificationRequests.Reading.Read(CertificationRequest request) ->
                    request.publicKeySpki();
            case CertificationRequests.Reading.Unreadable(String code) ->
                    throw new IllegalStateException(
                            "an order holds a request that cannot be read: " + code);
        };
    }
}
