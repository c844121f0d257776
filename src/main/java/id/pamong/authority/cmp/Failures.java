package id.pamong.authority.cmp;

import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;

/** What a code of the office is in the words of the protocol. */
final class Failures {
    private Failures() {}

    static PKIStatusInfo rejection(String code) {
        int failure =
                switch (code) {
                    case "request.signature" -> PKIFailureInfo.badPOP;
                    case "request.digest-weak", "request.key-algorithm" -> PKIFailureInfo.badAlg;
                    case "request.hosts", "request.key-weak" -> PKIFailureInfo.badCertTemplate;
                    case "request.key-known", "request-key.used" -> PKIFailureInfo.duplicateCertReq;
                    case "certificate.revoked" -> PKIFailureInfo.certRevoked;
                    case "certificate.not-found" -> PKIFailureInfo.badCertId;
                    case "permit.over", "permit.used-up", "permit.system", "permit.certificate" ->
                            PKIFailureInfo.notAuthorized;
                    default -> PKIFailureInfo.badRequest;
                };
        return Replies.rejection(failure, code);
    }
}
