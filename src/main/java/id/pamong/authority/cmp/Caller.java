package id.pamong.authority.cmp;

import id.pamong.authority.builtin.MessageSigner;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/** One message and who sent it; answers are protected as the message was, once that is proven. */
final class Caller {
    private final PKIMessage message;
    private final MessageSigner signer;
    private Replies replies;
    private @Nullable BigInteger serial;

    Caller(PKIMessage message, MessageSigner signer) {
        this.message = message;
        this.signer = signer;
        this.replies = new Replies(message.getHeader(), signer, null);
    }

    PKIMessage message() {
        return message;
    }

    PKIHeader header() {
        return message.getHeader();
    }

    MessageSigner signer() {
        return signer;
    }

    LocalGovernmentId government() {
        return signer.government();
    }

    int type() {
        return message.getBody().getType();
    }

    Replies replies() {
        return replies;
    }

    byte[] transactionId() {
        return header().getTransactionID().getOctets();
    }

    byte @Nullable [] recipientNonce() {
        return header().getRecipNonce() == null ? null : header().getRecipNonce().getOctets();
    }

    /** Serial number of the certificate that signed the message, or null under a MAC. */
    @Nullable BigInteger serial() {
        return serial;
    }

    /**
     * Who sent it. An unknown reference and a wrong secret are told apart by nobody.
     *
     * @throws CmpFault when it is not proven
     */
    CmpOffice.Host prove(CmpOffice office) {
        AlgorithmIdentifier algorithm = header().getProtectionAlg();
        if (algorithm == null || message.getProtection() == null) {
            throw new CmpFault(PKIFailureInfo.badMessageCheck, "the message is not protected");
        }
        return Protection.isMac(algorithm) ? byMac(office, algorithm) : bySignature(office);
    }

    private CmpOffice.Host byMac(CmpOffice office, AlgorithmIdentifier algorithm) {
        Optional<CmpOffice.Host> host =
                header().getSenderKID() == null
                        ? Optional.empty()
                        : office.byReference(
                                government(),
                                new String(
                                        header().getSenderKID().getOctets(),
                                        StandardCharsets.UTF_8));
        if (host.isPresent()) {
            try (SecretBytes secret = office.secret(government(), host.get())) {
                if (Protection.holds(message, Protection.mac(algorithm, secret))) {
                    var answer = Protection.fresh(algorithm, secret);
                    replies = new Replies(header(), signer, () -> answer);
                    return host.get();
                }
            }
        }
        throw new CmpFault(
                PKIFailureInfo.badMessageCheck, "reference and secret are not those of a permit");
    }

    private CmpOffice.Host bySignature(CmpOffice office) {
        CMPCertificate[] extra = message.getExtraCerts();
        if (extra == null || extra.length == 0 || !extra[0].isX509v3PKCert()) {
            throw new CmpFault(
                    PKIFailureInfo.addInfoNotAvailable, "the signer's certificate comes first");
        }
        Certificate certificate = extra[0].getX509v3PKCert();
        // Only a key that was issued here is worth reckoning with.
        CmpOffice.Host host =
                office.byCertificate(government(), der(certificate))
                        .orElseThrow(() ->
                                new CmpFault(
                                        PKIFailureInfo.signerNotTrusted,
                                        "not a certificate of a system in force here"));
        if (!Protection.holds(message, certificate.getSubjectPublicKeyInfo())) {
            throw new CmpFault(PKIFailureInfo.badMessageCheck, "the signature does not hold");
        }
        serial = certificate.getSerialNumber().getValue();
        return host;
    }

    private static byte[] der(Certificate certificate) {
        try {
            return certificate.getEncoded("DER");
        } catch (IOException e) {
            throw new CmpFault(PKIFailureInfo.badDataFormat, "not a certificate");
        }
    }
}
