package id.pamong.authority.builtin;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Orders certificates and changes of status as the rooms above do, for tests. */
record IssuingDesk(
        OrderBook book,
        CertificateStatuses statuses,
        Custody custody,
        LocalGovernmentId government) {
    static final SubjectName SUBJECT =
            new SubjectName("Sri Wahyuni Lestari", "Pemerintah Kota Contoh", "ID");

    /** A certificate with the order it came of. */
    record Issued(RequestKey ordered, X509Certificate certificate, List<byte[]> chain) {
        BigInteger serial() {
            return certificate.getSerialNumber();
        }
    }

    Issued issue() {
        RequestKey key = new RequestKey(UUID.randomUUID());
        OrderOutcome outcome =
                book.place(
                        new CertificateOrder(
                                key,
                                government,
                                ProfileId.INDIVIDUAL_SIGNATURE,
                                SUBJECT,
                                List.of(),
                                custody.create(
                                                government,
                                                KeyAlgorithm.EC_P256,
                                                SecretBytes.takeOver(
                                                        "kereta pagi ke Ngawi 7"
                                                                .getBytes(StandardCharsets.UTF_8)),
                                                SUBJECT.rfc4514())
                                        .csrDer()));
        if (outcome instanceof OrderOutcome.Issued(byte[] der, List<byte[]> chain)) {
            return new Issued(key, read(der), chain);
        }
        throw new IllegalStateException(outcome.toString());
    }

    StatusOutcome change(Issued certificate, StatusChange change) {
        return statuses.change(government, certificate.ordered(), change);
    }

    static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An OCSP question with SHA-1, without nonce. */
    static byte[] question(byte[] issuer, BigInteger serial) {
        return question(issuer, serial, CertificateID.HASH_SHA1);
    }

    static byte[] questionBySha256(byte[] issuer, BigInteger serial) {
        return question(issuer, serial, new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    }

    private static byte[] question(byte[] issuer, BigInteger serial, AlgorithmIdentifier digest) {
        try {
            return new OCSPReqBuilder()
                    .addRequest(
                            new CertificateID(
                                    new BcDigestCalculatorProvider().get(digest),
                                    new X509CertificateHolder(issuer),
                                    serial))
                    .build()
                    .getEncoded();
        } catch (IOException | OCSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
