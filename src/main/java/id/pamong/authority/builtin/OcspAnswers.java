package id.pamong.authority.builtin;

import id.pamong.authority.gateway.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the delegated OCSP responder of one CA (RFC 6960). A serial number that the CA never
 * issued is {@code unknown}; a question about another CA is {@code unauthorized} (RFC 5019 section
 * 2.2.3). A nonce of 1 to 128 octets comes back (RFC 9654).
 */
final class OcspAnswers {
    static final Duration VALIDITY = Duration.ofHours(12);
    private static final int MOST_REQUESTS = 32;
    private static final int LONGEST_NONCE = 128;

    /** What the CA knows of one serial number. */
    sealed interface Status {
        record Good() implements Status {}

        record Revoked(Instant at, RevocationReason reason) implements Status {}

        record NeverIssued() implements Status {}
    }

    private final X509CertificateHolder issuer;
    private final SigningAuthority responder;
    private final Function<BigInteger, Status> statuses;
    private final BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();

    OcspAnswers(
            X509CertificateHolder issuer,
            SigningAuthority responder,
            Function<BigInteger, Status> statuses) {
        this.issuer = issuer;
        this.responder = responder;
        this.statuses = statuses;
    }

    OcspAnswer answer(byte[] request, Instant now) {
        try {
            OCSPReq read = new OCSPReq(request);
            Req[] asked = read.getRequestList();
            Optional<Extension> nonce = nonce(read);
            if (asked.length == 0
                    || asked.length > MOST_REQUESTS
                    || (nonce.isPresent() && !isNonce(nonce.get()))) {
                return OcspAnswer.failed(failure(OCSPRespBuilder.MALFORMED_REQUEST));
            }
            for (Req one : asked) {
                if (!isOurs(one.getCertID())) {
                    return OcspAnswer.failed(failure(OCSPRespBuilder.UNAUTHORIZED));
                }
            }
            return sign(List.of(asked), nonce, now.truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            return OcspAnswer.failed(failure(OCSPRespBuilder.MALFORMED_REQUEST));
        }
    }

    /** The answer about one certificate, for embedding into signed documents. */
    byte[] about(BigInteger serial, Instant now) {
        try {
            CertificateID id =
                    new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, serial);
            BasicOCSPRespBuilder builder = builder();
            Instant second = now.truncatedTo(ChronoUnit.SECONDS);
            builder.addResponse(
                    id,
                    status(serial),
                    Date.from(second),
                    Date.from(second.plus(VALIDITY)),
                    (@Nullable Extensions) null);
            return respond(builder, second);
        } catch (OCSPException
                | IOException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException("the OCSP answer cannot be made", e);
        }
    }

    private OcspAnswer sign(List<Req> asked, Optional<Extension> nonce, Instant now) {
        try {
            Instant next = now.plus(VALIDITY);
            BasicOCSPRespBuilder builder = builder();
            List<BigInteger> serials = new ArrayList<>();
            for (Req one : asked) {
                BigInteger serial = one.getCertID().getSerialNumber();
                serials.add(serial);
                builder.addResponse(
                        one.getCertID(),
                        status(serial),
                        Date.from(now),
                        Date.from(next),
                        (@Nullable Extensions) null);
            }
            nonce.ifPresent(value -> builder.setResponseExtensions(new Extensions(value)));
            byte[] der = respond(builder, now);
            return nonce.isEmpty() && serials.size() == 1
                    ? OcspAnswer.cacheable(der, now, next)
                    : OcspAnswer.single(der);
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("the OCSP answer cannot be made", e);
        }
    }

    private BasicOCSPRespBuilder builder() throws OCSPException {
        try {
            return new BasicOCSPRespBuilder(
                    responder.certificate().getSubjectPublicKeyInfo(),
                    digests.get(CertificateID.HASH_SHA1));
        } catch (org.bouncycastle.operator.OperatorCreationException e) {
            throw new OCSPException("no SHA-1 for the responder id", e);
        }
    }

    private byte[] respond(BasicOCSPRespBuilder builder, Instant now)
            throws OCSPException, IOException {
        OCSPResp response =
                new OCSPRespBuilder()
                        .build(
                                OCSPRespBuilder.SUCCESSFUL,
                                builder.build(
                                        responder.signer(),
                                        new X509CertificateHolder[] {responder.certificate()},
                                        Date.from(now)));
        return response.getEncoded();
    }

    private @Nullable CertificateStatus status(BigInteger serial) {
        return switch (statuses.apply(serial)) {
            case Status.Good() -> CertificateStatus.GOOD;
            case Status.Revoked(Instant at, RevocationReason reason) ->
                    new RevokedStatus(Date.from(at), reason.code());
            case Status.NeverIssued() -> new UnknownStatus();
        };
    }

    private boolean isOurs(CertificateID id) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            return false;
        }
    }

    private static Optional<Extension> nonce(OCSPReq request) {
        return Optional.ofNullable(request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    }

    private static boolean isNonce(Extension extension) {
        int length = ASN1OctetString.getInstance(extension.getParsedValue()).getOctets().length;
        return length >= 1 && length <= LONGEST_NONCE;
    }

    static byte[] failure(int code) {
        try {
            return new OCSPRespBuilder().build(code, null).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("the OCSP failure cannot be made", e);
        }
    }
}
