package id.pamong.authority.cmp;

import id.pamong.authority.builtin.MessageSigner;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.bouncycastle.operator.MacCalculator;
import org.jspecify.annotations.Nullable;

/** Messages back to hosts, protected as the message that they answer. */
final class Replies {
    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The header of what is answered; null when it could not be read. */
    private final @Nullable PKIHeader asked;

    private final MessageSigner signer;
    private final @Nullable Supplier<MacCalculator> mac;

    /**
     * Answers to one message.
     *
     * @param mac of the shared secret, or null to sign
     */
    Replies(
            @Nullable PKIHeader asked,
            MessageSigner signer,
            @Nullable Supplier<MacCalculator> mac) {
        this.asked = asked;
        this.signer = signer;
        this.mac = mac;
    }

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    byte[] error(CmpFault fault, Instant now) {
        return message(
                new PKIBody(
                        PKIBody.TYPE_ERROR,
                        new ErrorMsgContent(rejection(fault.failure(), fault.text()))),
                nonce(),
                List.of(),
                false,
                now);
    }

    static PKIStatusInfo rejection(int failure, String text) {
        return new PKIStatusInfo(
                PKIStatus.rejection, new PKIFreeText(text), new PKIFailureInfo(failure));
    }

    static CMPCertificate certificate(X509CertificateHolder certificate) {
        return new CMPCertificate(certificate.toASN1Structure());
    }

    /**
     * The message, DER.
     *
     * @param extra certificates that its reader may need
     * @param implicitConfirm whether no confirmation is awaited
     */
    byte[] message(
            PKIBody body,
            byte[] nonce,
            List<X509CertificateHolder> extra,
            boolean implicitConfirm,
            Instant now) {
        ProtectedPKIMessageBuilder builder =
                new ProtectedPKIMessageBuilder(
                                asked == null ? PKIHeader.CMP_2000 : version(asked),
                                new GeneralName(signer.certificate().getSubject()),
                                asked == null ? PKIHeader.NULL_NAME : asked.getSender())
                        .setMessageTime(Date.from(now))
                        .setSenderNonce(nonce)
                        .setBody(body);
        if (asked != null) {
            if (asked.getTransactionID() != null) {
                builder.setTransactionID(asked.getTransactionID().getOctets());
            }
            if (asked.getSenderNonce() != null) {
                builder.setRecipNonce(asked.getSenderNonce().getOctets());
            }
            if (asked.getSenderKID() != null && mac != null) {
                builder.setSenderKID(asked.getSenderKID().getOctets());
            }
        }
        if (implicitConfirm) {
            builder.addGeneralInfo(
                    new InfoTypeAndValue(
                            CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
        }
        if (mac == null) {
            builder.addCMPCertificate(signer.certificate());
            signer.chain().forEach(builder::addCMPCertificate);
        } else {
            extra.forEach(builder::addCMPCertificate);
        }
        try {
            return (mac == null ? builder.build(signer.signer()) : builder.build(mac.get()))
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMPException | IOException e) {
            throw new IllegalStateException("the answer cannot be made", e);
        }
    }

    /** As the host speaks, where we speak it (RFC 9810 section 7). */
    private static int version(PKIHeader asked) {
        return asked.getPvno().hasValue(PKIHeader.CMP_2021)
                ? PKIHeader.CMP_2021
                : PKIHeader.CMP_2000;
    }
}
