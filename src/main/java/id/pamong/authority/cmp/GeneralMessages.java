package id.pamong.authority.cmp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;

/** The question for the CA's certificates (RFC 9483 section 4.3.1). */
final class GeneralMessages {
    private final Caller caller;

    GeneralMessages(Caller caller) {
        this.caller = caller;
    }

    byte[] answer(Instant now) {
        InfoTypeAndValue[] asked =
                GenMsgContent.getInstance(caller.message().getBody().getContent())
                        .toInfoTypeAndValueArray();
        if (asked.length != 1
                || !asked[0].getInfoType().equals(CMPObjectIdentifiers.id_it_caCerts)) {
            throw new CmpFault(PKIFailureInfo.badRequest, "only caCerts is served here");
        }
        ASN1EncodableVector certificates = new ASN1EncodableVector();
        caller.signer().chain().forEach(one -> certificates.add(Replies.certificate(one)));
        return caller.replies()
                .message(
                        new PKIBody(
                                PKIBody.TYPE_GEN_REP,
                                new GenRepContent(
                                        new InfoTypeAndValue(
                                                CMPObjectIdentifiers.id_it_caCerts,
                                                new DERSequence(certificates)))),
                        Replies.nonce(),
                        List.of(),
                        false,
                        now);
    }
}
