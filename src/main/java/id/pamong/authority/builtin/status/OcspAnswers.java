package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.OcspAnswer;
import id.pamong.authority.builtin.key.SigningAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
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
public final class OcspAnswers {
    static final Duration VALIDITY = Duration.ofHours(12);
    private static final int MOST_REQUESTS = 32;
    private static final int LONGEST_NONCE = 128;

    /** What the CA knows of one serial number. */
    public sealed interface Status {
        record Good() implements Status {}

        record Revoked(Ended ended) implements Status {}

        record NeverIssued() implements Status {}
    }

    private final X509CertificateHolder issuer;
    private final SigningAuthority responder;
    private final Function<BigInteger, Status> statuses;
    private final BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();

    public OcspAnswers(
            X509CertificateHolder issuer,
            SigningAuthority responder,
            Function<BigInteger, Status> statuses) {
        this.issuer = issuer;
        this.responder = responder;
        this.statuses = statuses;
    }

    public OcspAnswer answer(byte[] request, Instant now) {
        Question question;
        try {
            question = read(request);
        } catch (IOException | RuntimeException e) {
            // The parser throws more than it declares on bytes that only look like a request.
            return OcspAnswer.failed(failure(OCSPRespBuilder.MALFORMED_REQUEST));
        }
        if (question.asked().isEmpty()
                || question.asked().size() > MOST_REQUESTS
                || question.nonceLength() > LONGEST_NONCE) {
            return OcspAnswer.failed(failure(OCSPRespBuilder.MALFORMED_REQUEST));
        }
        if (!question.asked().stream().allMatch(this::isOurs)) {
            return OcspAnswer.failed(failure(OCSPRespBuilder.UNAUTHORIZED));
        }
        return sign(question, now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What is asked; a nonce of no octets counts as too long. */
    private record Question(
            List<CertificateID> asked, Optional<Extension> nonce, int nonceLength) {}

    private static Question read(byte[] request) throws IOException {
        OCSPReq read = new OCSPReq(request);
        Optional<Extension> nonce =
                Optional.ofNullable(read.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
        int length =
                nonce.map(value ->
                                ASN1OctetString.getInstance(value.getParsedValue())
                                        .getOctetsLength())
                        .map(octets -> octets == 0 ? Integer.MAX_VALUE : octets)
                        .orElse(0);
        return new Question(
                Stream.of(read.getRequestList()).map(Req::getCertID).toList(), nonce, length);
    }

    /**
     * The serial number of a question that many ask alike: one certificate of ours, named with
     * SHA-1, no nonce (RFC 5019 section 2.1). Empty for any other.
     */
    public Optional<BigInteger> plainQuestion(byte[] request) {
        try {
            Question question = read(request);
            if (question.asked().size() != 1 || question.nonce().isPresent()) {
                return Optional.empty();
            }
            CertificateID asked = question.asked().getFirst();
            return CertificateID.HASH_SHA1.getAlgorithm().equals(asked.getHashAlgOID())
                            && isOurs(asked)
                    ? Optional.of(asked.getSerialNumber())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Not a question at all: said by answer().
            return Optional.empty();
        }
    }

    /** The answer about one certificate, named with SHA-1. */
    public OcspAnswer about(BigInteger serial, Status status, Instant now) {
        try {
            CertificateID id =
                    new CertificateID(digests.get(CertificateID.HASH_SHA1), issuer, serial);
            BasicOCSPRespBuilder builder = builder();
            Instant second = now.truncatedTo(ChronoUnit.SECONDS);
            builder.addResponse(
                    id,
                    encoded(status),
                    Date.from(second),
                    Date.from(second.plus(VALIDITY)),
                    (@Nullable Extensions) null);
            return OcspAnswer.cacheable(respond(builder, second), second, second.plus(VALIDITY));
        } catch (OCSPException
                | IOException
                | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException("the OCSP answer cannot be made", e);
        }
    }

    private OcspAnswer sign(Question question, Instant now) {
        try {
            Instant next = now.plus(VALIDITY);
            BasicOCSPRespBuilder builder = builder();
            for (CertificateID id : question.asked()) {
                builder.addResponse(
                        id,
                        encoded(statuses.apply(id.getSerialNumber())),
                        Date.from(now),
                        Date.from(next),
                        (@Nullable Extensions) null);
            }
            question.nonce().ifPresent(it -> builder.setResponseExtensions(new Extensions(it)));
            byte[] der = respond(builder, now);
            return question.nonce().isEmpty() && question.asked().size() == 1
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

    private static @Nullable CertificateStatus encoded(Status status) {
        return switch (status) {
            case Status.Good() -> CertificateStatus.GOOD;
            case Status.Revoked(Ended ended) -> revoked(ended);
            case Status.NeverIssued() -> new UnknownStatus();
        };
    }

    private static RevokedStatus revoked(Ended ended) {
        Date at = Date.from(ended.at());
        return ended.reasonCode() == 0
                ? new RevokedStatus(new RevokedInfo(new ASN1GeneralizedTime(at), null))
                : new RevokedStatus(at, ended.reasonCode());
    }

    private boolean isOurs(CertificateID id) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            return false;
        }
    }

    static byte[] failure(int code) {
        try {
            return new OCSPRespBuilder().build(code, null).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("the OCSP failure cannot be made", e);
        }
    }
}
