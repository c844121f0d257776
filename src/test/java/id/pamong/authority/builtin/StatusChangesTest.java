package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateStatuses;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOrder;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Revoked, held, released: what the gateway answers, what OCSP says, what the CRL says. */
@RoomTest
class StatusChangesTest {
    private static final SubjectName SUBJECT =
            new SubjectName("Sri Wahyuni Lestari", "Pemerintah Kota Contoh", "ID");

    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "ubah" + government.toString().substring(0, 8);
    private final RequestKey ordered = new RequestKey(UUID.randomUUID());

    @Autowired BuiltinAuthority authority;
    @Autowired MutableClock clock;
    @Autowired OrderBook book;
    @Autowired CertificateStatuses statuses;
    @Autowired Custody custody;

    private X509Certificate certificate;

    @BeforeEach
    void issue() throws Exception {
        TestAuthority.serve(authority, clock, government, slug);
        certificate = certificate(ordered);
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    @Article("MDN-15(1)")
    void a_revocation_is_seen_in_ocsp_and_in_the_next_crl_at_once_with_its_reason(
            RevocationReason reason) throws Exception {
        assertThat(ocsp()).isSameAs(CertificateStatus.GOOD);
        assertThat(change(new StatusChange.Revoke(reason)))
                .isEqualTo(new StatusOutcome.Done(second()));
        RevokedStatus said = (RevokedStatus) ocsp();
        assertThat(said.getRevocationTime()).isEqualTo(second());
        X509CRLEntry entry = entry().orElseThrow();
        assertThat(entry.getRevocationDate()).isEqualTo(second());
        if (reason == RevocationReason.UNSPECIFIED) {
            assertThat(said.hasRevocationReason()).isFalse();
            assertThat(entry.hasExtensions()).isFalse();
        } else {
            assertThat(said.getRevocationReason()).isEqualTo(reason.code());
            assertThat(entry.getRevocationReason()).hasToString(reason.name());
        }
    }

    @Test
    void a_revocation_is_for_good_and_asked_again_changes_nothing() {
        StatusOutcome first =
                change(new StatusChange.Revoke(RevocationReason.CESSATION_OF_OPERATION));
        long number = authority.crl(slug + "-1", 0).orElseThrow().number();
        clock.advance(Duration.ofMinutes(5));
        assertThat(change(new StatusChange.Revoke(RevocationReason.KEY_COMPROMISE)))
                .isEqualTo(first);
        assertThat(change(new StatusChange.Hold()))
                .isEqualTo(new StatusOutcome.Refused("status.revoked"));
        assertThat(change(new StatusChange.Release()))
                .isEqualTo(new StatusOutcome.Refused("status.revoked"));
        assertThat(authority.crl(slug + "-1", 0).orElseThrow().number()).isEqualTo(number);
    }

    @Test
    void a_held_certificate_is_on_the_list_until_it_is_released() throws Exception {
        assertThat(change(new StatusChange.Release()))
                .isEqualTo(new StatusOutcome.Refused("status.not-held"));
        Instant held = second();
        assertThat(change(new StatusChange.Hold())).isEqualTo(new StatusOutcome.Done(held));
        clock.advance(Duration.ofHours(1));
        assertThat(change(new StatusChange.Hold())).isEqualTo(new StatusOutcome.Done(held));
        assertThat(((RevokedStatus) ocsp()).getRevocationReason()).isEqualTo(6);
        assertThat(entry().orElseThrow().getRevocationReason())
                .isEqualTo(java.security.cert.CRLReason.CERTIFICATE_HOLD);
        assertThat(change(new StatusChange.Release())).isEqualTo(new StatusOutcome.Done(second()));
        assertThat(ocsp()).isSameAs(CertificateStatus.GOOD);
        assertThat(entry()).isEmpty();
    }

    @Test
    void a_revocation_after_a_hold_keeps_the_date_from_which_there_was_doubt() throws Exception {
        Instant held = second();
        change(new StatusChange.Hold());
        clock.advance(Duration.ofHours(1));
        Instant lost = held.minus(Duration.ofDays(1));
        assertThat(change(new StatusChange.Revoke(RevocationReason.KEY_COMPROMISE, lost)))
                .isEqualTo(new StatusOutcome.Done(held));
        assertThat(entry().orElseThrow().getRevocationDate()).isEqualTo(held);
        assertThat(entry().orElseThrow().getExtensionValue("2.5.29.24"))
                .as("invalidityDate")
                .isNotNull();
    }

    @Test
    void what_has_expired_is_not_revoked_any_more() {
        clock.advance(Duration.ofDays(800));
        assertThat(change(new StatusChange.Revoke(RevocationReason.SUPERSEDED)))
                .isEqualTo(new StatusOutcome.Refused("status.over"));
    }

    @Test
    void certificates_of_others_and_broken_bytes_are_not_found() throws Exception {
        var revoke = new StatusChange.Revoke(RevocationReason.SUPERSEDED);
        var notFound = new StatusOutcome.Refused("certificate.not-found");
        LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());
        assertThat(statuses.change(other, ordered, revoke)).isEqualTo(notFound);
        assertThat(
                        statuses.change(
                                "builtin",
                                new StatusOrder(other, certificate.getEncoded(), revoke)))
                .isEqualTo(notFound);
        assertThat(
                        statuses.change(
                                "builtin", new StatusOrder(government, new byte[] {48, 1}, revoke)))
                .isEqualTo(notFound);
        assertThat(ocsp()).isSameAs(CertificateStatus.GOOD);
    }

    private StatusOutcome change(StatusChange change) {
        return statuses.change(government, ordered, change);
    }

    private Instant second() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private CertificateStatus ocsp() throws Exception {
        X509CertificateHolder issuer =
                new X509CertificateHolder(authority.certificate(slug + "-1").orElseThrow());
        byte[] request =
                new OCSPReqBuilder()
                        .addRequest(
                                new CertificateID(
                                        new BcDigestCalculatorProvider()
                                                .get(CertificateID.HASH_SHA1),
                                        issuer,
                                        certificate.getSerialNumber()))
                        .build()
                        .getEncoded();
        BasicOCSPResp said =
                (BasicOCSPResp)
                        new OCSPResp(authority.ocsp(slug + "-1", request).der())
                                .getResponseObject();
        return said.getResponses()[0].getCertStatus();
    }

    private Optional<X509CRLEntry> entry() throws Exception {
        X509CRL crl =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(
                                        new ByteArrayInputStream(
                                                authority.crl(slug + "-1", 0).orElseThrow().der()));
        return Optional.ofNullable(crl.getRevokedCertificate(certificate));
    }

    private X509Certificate certificate(RequestKey key) throws Exception {
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
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(
                                        ((OrderOutcome.Issued) outcome).certificateDer()));
    }
}
