package id.pamong.authority.cmp;

import id.pamong.authority.gateway.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.AttributeTypeAndValue;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.Controls;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of hosts. Whatever the bytes are, what comes is a value or a {@link CmpFault}: the
 * parser of the library throws more than it declares.
 */
final class Messages {
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);
    private static final int LONGEST_ID = 64;

    private Messages() {}

    static PKIMessage read(byte[] sent) {
        return parsed(() -> {
            PKIMessage message = PKIMessage.getInstance(sent);
            if (message == null) {
                throw new IllegalArgumentException("nothing");
            }
            return message;
        });
    }

    /** What every message must bring (RFC 9483 section 3.5). */
    static void check(PKIHeader header, Instant now) {
        if (!header.getPvno().hasValue(PKIHeader.CMP_2000)
                && !header.getPvno().hasValue(PKIHeader.CMP_2021)) {
            throw new CmpFault(PKIFailureInfo.unsupportedVersion, "version 2 or 3 is served");
        }
        requireOctets(header.getTransactionID(), PKIFailureInfo.badRequest, "no fit transactionID");
        requireOctets(header.getSenderNonce(), PKIFailureInfo.badSenderNonce, "no fit senderNonce");
        if (header.getMessageTime() != null) {
            Instant said = parsed(() -> time(header));
            if (Duration.between(said, now).abs().compareTo(CLOCKS_APART) > 0) {
                throw new CmpFault(PKIFailureInfo.badTime, "the clocks are ten minutes apart");
            }
        }
    }

    private static Instant time(PKIHeader header) {
        try {
            return header.getMessageTime().getDate().toInstant();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void requireOctets(@Nullable ASN1OctetString octets, int failure, String text) {
        if (octets == null
                || octets.getOctetsLength() < 8
                || octets.getOctetsLength() > LONGEST_ID) {
            throw new CmpFault(failure, text);
        }
    }

    /** The one request of the message. */
    static CertReqMsg request(PKIMessage message) {
        return parsed(() -> {
            CertReqMsg[] requests =
                    CertReqMessages.getInstance(message.getBody().getContent()).toCertReqMsgArray();
            if (requests.length != 1) {
                throw new CmpFault(PKIFailureInfo.badRequest, "one request in a message");
            }
            return requests[0];
        });
    }

    static byte[] encoded(ASN1Encodable value) {
        return parsed(() -> {
            try {
                return value.toASN1Primitive().getEncoded("DER");
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    static BigInteger certReqId(CertReqMsg request) {
        BigInteger id = parsed(() -> request.getCertReq().getCertReqId().getValue());
        if (id.bitLength() > 63) {
            throw new CmpFault(PKIFailureInfo.badRequest, "no fit certReqId");
        }
        return id;
    }

    /** The serial number of the certificate to be renewed, where the request names one. */
    static @Nullable BigInteger oldSerial(CertReqMsg request) {
        return parsed(() -> {
            Controls controls = request.getCertReq().getControls();
            return controls == null
                    ? null
                    : Stream.of(controls.toAttributeTypeAndValueArray())
                            .filter(one ->
                                    one.getType().equals(CMPObjectIdentifiers.regCtrl_oldCertID))
                            .map(AttributeTypeAndValue::getValue)
                            .map(CertId::getInstance)
                            .map(old -> old.getSerialNumber().getValue())
                            .findFirst()
                            .orElse(null);
        });
    }

    static boolean asksImplicitConfirm(PKIHeader header) {
        return parsed(() ->
                header.getGeneralInfo() != null
                        && Arrays.stream(header.getGeneralInfo())
                                .anyMatch(one ->
                                        one.getInfoType()
                                                .equals(CMPObjectIdentifiers.it_implicitConfirm)));
    }

    /** What is to be revoked. */
    record Ending(BigInteger serial, RevocationReason reason) {}

    static Ending ending(PKIMessage message, X500Name issuer) {
        return parsed(() -> {
            RevDetails[] all =
                    RevReqContent.getInstance(message.getBody().getContent()).toRevDetailsArray();
            if (all.length != 1) {
                throw new CmpFault(PKIFailureInfo.badRequest, "one certificate in a message");
            }
            var template = all[0].getCertDetails();
            if (template.getSerialNumber() == null || template.getIssuer() == null) {
                throw new CmpFault(
                        PKIFailureInfo.addInfoNotAvailable, "issuer and serial number are needed");
            }
            if (!issuer.equals(template.getIssuer())) {
                throw new CmpFault(PKIFailureInfo.wrongAuthority, "not issued here");
            }
            return new Ending(template.getSerialNumber().getValue(), reason(all[0]));
        });
    }

    private static RevocationReason reason(RevDetails details) {
        Extension extension =
                details.getCrlEntryDetails() == null
                        ? null
                        : details.getCrlEntryDetails().getExtension(Extension.reasonCode);
        if (extension == null) {
            return RevocationReason.UNSPECIFIED;
        }
        int code = ASN1Enumerated.getInstance(extension.getParsedValue()).intValueExact();
        return Stream.of(RevocationReason.values())
                .filter(reason -> reason.code() == code)
                .filter(reason ->
                        reason != RevocationReason.CA_COMPROMISE
                                && reason != RevocationReason.PRIVILEGE_WITHDRAWN)
                .findFirst()
                .orElseThrow(() ->
                        new CmpFault(PKIFailureInfo.badRequest, "a reason that is not the host's"));
    }

    /**
     * Whether the host takes the certificate that it was sent.
     *
     * @return empty of meaning when it answers for another certificate: a fault
     */
    static boolean isTaken(PKIMessage message, Exchange exchange) {
        return parsed(() -> {
            CertStatus[] all =
                    CertConfirmContent.getInstance(message.getBody().getContent())
                            .toCertStatusArray();
            if (all.length == 0) {
                return false;
            }
            CertStatus status = all[0];
            byte[] certificate = Objects.requireNonNull(exchange.certificate());
            if (all.length != 1
                    || !status.getCertReqId().getValue().equals(exchange.certReqId())
                    || !MessageDigest.isEqual(
                            status.getCertHash().getOctets(),
                            hash(certificate, status.getHashAlg()))) {
                throw new CmpFault(PKIFailureInfo.badCertId, "not the certificate that was sent");
            }
            return status.getStatusInfo() == null
                    || status.getStatusInfo().getStatus().intValueExact()
                            <= PKIStatus.GRANTED_WITH_MODS;
        });
    }

    /** As the certificate is signed, or as the host says (RFC 9481 section 2). */
    private static byte[] hash(byte[] certificate, @Nullable AlgorithmIdentifier said) {
        try {
            AlgorithmIdentifier digest =
                    said != null
                            ? said
                            : new DefaultDigestAlgorithmIdentifierFinder()
                                    .find(
                                            new X509CertificateHolder(certificate)
                                                    .getSignatureAlgorithm());
            return MessageDigest.getInstance(digest.getAlgorithm().getId()).digest(certificate);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new CmpFault(PKIFailureInfo.badAlg, "no hash that is known here");
        }
    }

    /** What the host asks after. */
    static boolean asksFor(PKIMessage message, BigInteger certReqId) {
        return parsed(() -> {
            BigInteger[] ids =
                    PollReqContent.getInstance(message.getBody().getContent()).getCertReqIdValues();
            return ids.length == 1 && ids[0].equals(certReqId);
        });
    }

    static boolean isRequest(int body) {
        return switch (body) {
            case PKIBody.TYPE_INIT_REQ,
                    PKIBody.TYPE_CERT_REQ,
                    PKIBody.TYPE_KEY_UPDATE_REQ,
                    PKIBody.TYPE_P10_CERT_REQ ->
                    true;
            default -> false;
        };
    }

    private static <T extends @Nullable Object> T parsed(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CmpFault fault) {
            throw fault;
        } catch (RuntimeException e) {
            // The parser throws more than it declares on bytes that only look like a message.
            throw new CmpFault(PKIFailureInfo.badDataFormat, "not a message of CMP");
        }
    }
}
