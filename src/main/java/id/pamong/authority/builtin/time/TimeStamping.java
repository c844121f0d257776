package id.pamong.authority.builtin.time;

import id.pamong.authority.builtin.key.SigningAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/**
 * Time stamps (RFC 3161, with ESSCertIDv2 of RFC 5816) over SHA-256, SHA-384 and SHA-512. When the
 * clock cannot be right it refuses with timeNotAvailable rather than stamp a wrong time.
 */
public final class TimeStamping {
    private static final int ACCURACY_SECONDS = 1;
    private static final Duration TOLERATED_STEP_BACK = Duration.ofSeconds(1);
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA384, TSPAlgorithms.SHA512);
    private static final int SERIAL_BITS = 159;

    private final SigningAuthority authority;
    private final X509CertificateHolder issuer;
    private final ASN1ObjectIdentifier policy;
    private final AtomicReference<Instant> latest;
    private final BooleanSupplier clockIsFit;
    private final SecureRandom random = new SecureRandom();

    /**
     * A time-stamping authority.
     *
     * @param notBefore the latest time the authority is known to have signed at: a clock before it
     *     is wrong
     * @param clockIsFit whether the clock agrees with the others
     */
    public TimeStamping(
            SigningAuthority authority,
            X509CertificateHolder issuer,
            String policy,
            Instant notBefore,
            BooleanSupplier clockIsFit) {
        this.clockIsFit = clockIsFit;
        this.authority = authority;
        this.issuer = issuer;
        this.policy = new ASN1ObjectIdentifier(policy);
        this.latest = new AtomicReference<>(notBefore);
    }

    /** TimeStampResp, DER; refusals are responses too. */
    public byte[] answer(byte[] request, Instant now) {
        try {
            TimeStampResponseGenerator responses =
                    new TimeStampResponseGenerator(
                            tokens(now), DIGESTS, Set.of(policy), Set.<ASN1ObjectIdentifier>of());
            if (!isSane(now)) {
                return responses
                        .generateFailResponse(
                                PKIStatus.REJECTION,
                                PKIFailureInfo.timeNotAvailable,
                                "the clock of the authority is being set right")
                        .getEncoded();
            }
            TimeStampRequest read;
            try {
                read = new TimeStampRequest(request);
            } catch (IOException | RuntimeException e) {
                // The parser throws more than it declares on bytes that only look like a request.
                return responses
                        .generateFailResponse(
                                PKIStatus.REJECTION,
                                PKIFailureInfo.badDataFormat,
                                "not a time-stamp request")
                        .getEncoded();
            }
            if (read.getVersion() != 1) {
                return responses
                        .generateFailResponse(
                                PKIStatus.REJECTION,
                                PKIFailureInfo.badRequest,
                                "only version 1 is known")
                        .getEncoded();
            }
            return responses
                    .generate(read, new BigInteger(SERIAL_BITS, random), Date.from(now))
                    .getEncoded();
        } catch (TSPException | IOException e) {
            throw new IllegalStateException("the time stamp cannot be made", e);
        }
    }

    /** A TimeStampToken over a SHA-256 digest, with the certificates in it. */
    public byte[] stamp(byte[] sha256, Instant now) throws TSPException, IOException {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, sha256);
        return tokens(now)
                .generate(request, new BigInteger(SERIAL_BITS, random), Date.from(now))
                .getEncoded();
    }

    /** Agreed by other clocks, within the certificate's validity and never running backwards. */
    public boolean isSane(Instant now) {
        Instant seen = latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
        return clockIsFit.getAsBoolean()
                && !now.isBefore(seen.minus(TOLERATED_STEP_BACK))
                && authority.certificate().isValidOn(Date.from(now));
    }

    private TimeStampTokenGenerator tokens(Instant now) throws TSPException {
        try {
            TimeStampTokenGenerator tokens =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .setSignedAttributeGenerator(signingTime(now))
                                    .build(
                                            authority.kind().signature(),
                                            authority.key(),
                                            authority.certificate()),
                            new BcDigestCalculatorProvider()
                                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                            policy);
            tokens.setAccuracySeconds(ACCURACY_SECONDS);
            tokens.addCertificates(new CollectionStore<>(List.of(authority.certificate(), issuer)));
            return tokens;
        } catch (OperatorCreationException e) {
            throw new TSPException("the time-stamping key does not sign", e);
        }
    }

    /** Without it the library would write the machine's time, whatever the clock says. */
    private static DefaultSignedAttributeTableGenerator signingTime(Instant now) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
    }
}
