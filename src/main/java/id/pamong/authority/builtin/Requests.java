package id.pamong.authority.builtin;

import id.pamong.authority.builtin.key.AuthorityNames;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import java.io.IOException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Whether a PKCS#10 request is what its order says, and proves possession of a fit key. */
final class Requests {
    /** What came of reading. */
    sealed interface Reading {
        record Fit(SubjectPublicKeyInfo key) implements Reading {}

        /** Code for {@code OrderOutcome.Refused}. */
        record Unfit(String code) implements Reading {}
    }

    private Requests() {}

    static Reading read(CertificateOrder order, CertificateProfile profile) {
        return switch (CertificationRequests.read(order.csrDer())) {
            case CertificationRequests.Reading.Unreadable _ ->
                    new Reading.Unfit("request.unreadable");
            case CertificationRequests.Reading.Read(CertificationRequest request) ->
                    judged(order, profile, request);
        };
    }

    private static Reading judged(
            CertificateOrder order, CertificateProfile profile, CertificationRequest request) {
        if (!request.faults().isEmpty()) {
            return new Reading.Unfit(request.faults().getFirst());
        }
        if (!order.profile().isOfSystem() && !namesSubject(order, request)) {
            return new Reading.Unfit("request.subject");
        }
        return profile.algorithms().contains(request.algorithm())
                ? new Reading.Fit(SubjectPublicKeyInfo.getInstance(request.publicKeySpki()))
                : new Reading.Unfit("request.key-algorithm");
    }

    private static boolean namesSubject(CertificateOrder order, CertificationRequest request) {
        try {
            return new PKCS10CertificationRequest(request.der())
                    .getSubject()
                    .equals(AuthorityNames.of(order.subject()));
        } catch (IOException e) {
            return false;
        }
    }
}
