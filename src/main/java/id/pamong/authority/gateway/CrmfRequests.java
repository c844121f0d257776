package id.pamong.authority.gateway;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * Certification requests of CMP: a CertReqMsg (RFC 4211 section 3) whose proof of possession is a
 * signature over its CertRequest. No other proof is known: not the word of somebody in between, and
 * no key that only encrypts.
 */
final class CrmfRequests {
    private static final X500Name NOBODY = new X500Name(new RDN[0]);

    private CrmfRequests() {}

    /** In a PKCS#10 request the second part is a sequence, here it is tagged. */
    static boolean isOne(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence whole
                    && whole.size() > 1
                    && whole.getObjectAt(1) instanceof ASN1TaggedObject;
        } catch (IOException e) {
            return false;
        }
    }

    static CertificationRequest parsed(byte[] der) throws IOException, GeneralSecurityException {
        CertReqMsg message = CertReqMsg.getInstance(ASN1Primitive.fromByteArray(der));
        CertTemplate template = message.getCertReq().getCertTemplate();
        ProofOfPossession proof = message.getPop();
        if (template.getPublicKey() == null
                || proof == null
                || proof.getType() != ProofOfPossession.TYPE_SIGNING_KEY) {
            throw new IOException("no key, or no signature by it");
        }
        POPOSigningKey signing = POPOSigningKey.getInstance(proof.getObject());
        if (signing.getPoposkInput() != null) {
            throw new IOException("the proof is over something else than the request");
        }
        return CertificationRequests.judged(
                message.getEncoded("DER"),
                template.getPublicKey(),
                template.getSubject() == null ? NOBODY : template.getSubject(),
                template.getExtensions(),
                signing.getAlgorithmIdentifier(),
                message.getCertReq().getEncoded("DER"),
                signing.getSignature().getOctets());
    }
}
