package id.pamong.authority.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.key.Der;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.RevocationReason;
import id.pamong.authority.gateway.StatusChange;
import id.pamong.authority.gateway.StatusOrder;
import id.pamong.authority.gateway.StatusOutcome;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class BuiltinAuthorityTest {
    private static final SubjectName SUBJECT =
            new SubjectName("Sri Wahyuni Lestari", "Pemerintah Kota Contoh", "ID");

    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "uji" + government.toString().substring(0, 8);

    @Autowired BuiltinAuthority authority;
    @Autowired MutableClock clock;
    @Autowired BuiltinWay way;
    @Autowired Custody custody;
    @Autowired TenantTransactions transactions;

    @BeforeEach
    void serve() {
        TestAuthority.serve(authority, clock, government, slug);
    }

    @Test
    @Article("MDN-13(1)")
    void the_same_request_key_gives_the_same_certificate_however_often_it_comes() throws Exception {
        CertificateOrder order = order(new RequestKey(UUID.randomUUID()), key());
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Callable<OrderOutcome>> calls =
                    Stream.generate(() -> (Callable<OrderOutcome>) () -> way.order(order))
                            .limit(6)
                            .toList();
            assertThat(
                            callers.invokeAll(calls).stream()
                                    .map(Future::resultNow)
                                    .map(outcome -> certificate(outcome).getSerialNumber())
                                    .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_rolled_back_order_leaves_no_certificate() {
        CertificateOrder order = order(new RequestKey(UUID.randomUUID()), key());
        BigInteger[] seen = new BigInteger[1];
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                government,
                                () -> {
                                    seen[0] = certificate(way.order(order)).getSerialNumber();
                                    throw new IllegalStateException("crash");
                                }))
                .hasMessage("crash");
        assertThat(certificate(way.order(order)).getSerialNumber()).isNotEqualTo(seen[0]);
    }

    @Test
    void a_request_key_or_a_key_used_for_something_else_is_refused() {
        NewKey key = key();
        RequestKey requestKey = new RequestKey(UUID.randomUUID());
        assertThat(way.order(order(requestKey, key))).isInstanceOf(OrderOutcome.Issued.class);
        assertThat(way.order(order(requestKey, key())))
                .isEqualTo(new OrderOutcome.Refused("request-key.used"));
        assertThat(way.order(order(new RequestKey(UUID.randomUUID()), key)))
                .isEqualTo(new OrderOutcome.Refused("request.key-known"));
    }

    @Test
    @Article("MDN-13(1)")
    void a_request_that_proves_nothing_is_refused() {
        NewKey key = key();
        byte[] changed = key.csrDer().clone();
        changed[changed.length - 5] ^= 1;
        assertThat(way.order(order(changed, SUBJECT)))
                .isEqualTo(new OrderOutcome.Refused("request.signature"));
        assertThat(way.order(order(new byte[] {0x30, 0x00}, SUBJECT)))
                .isEqualTo(new OrderOutcome.Refused("request.unreadable"));
        assertThat(
                        way.order(
                                order(
                                        key.csrDer(),
                                        new SubjectName(
                                                "Orang Lain", "Pemerintah Kota Contoh", "ID"))))
                .isEqualTo(new OrderOutcome.Refused("request.subject"));
        assertThat(
                        way.order(
                                new CertificateOrder(
                                        new RequestKey(UUID.randomUUID()),
                                        government,
                                        ProfileId.TIME_STAMPING,
                                        SUBJECT,
                                        List.of(),
                                        key.csrDer())))
                .isEqualTo(new OrderOutcome.Refused("profile.not-ordered"));
    }

    @Test
    void an_rsa_key_gets_an_individual_certificate_too_but_not_an_officers() {
        NewKey rsa = custody.create(government, KeyAlgorithm.RSA_2048, secret(), SUBJECT.rfc4514());
        assertThat(
                        way.order(
                                new CertificateOrder(
                                        new RequestKey(UUID.randomUUID()),
                                        government,
                                        ProfileId.RA_OFFICER,
                                        SUBJECT,
                                        List.of(),
                                        rsa.csrDer())))
                .isEqualTo(new OrderOutcome.Refused("request.key-algorithm"));
        assertThat(way.order(order(new RequestKey(UUID.randomUUID()), rsa)))
                .isInstanceOf(OrderOutcome.Issued.class);
    }

    @Test
    void without_an_issuing_authority_the_order_is_only_unavailable() {
        LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        other,
                        ProfileId.INDIVIDUAL_SIGNATURE,
                        SUBJECT,
                        List.of(),
                        key().csrDer());
        assertThat(way.order(order)).isInstanceOf(OrderOutcome.Unavailable.class);
    }

    @Test
    @Article("MDN-15(1)")
    void a_revoked_certificate_is_in_the_next_crl_at_once_and_only_its_own_government_can_revoke()
            throws Exception {
        X509Certificate certificate =
                certificate(way.order(order(new RequestKey(UUID.randomUUID()), key())));
        X509CRL before = crl();
        assertThat(before.isRevoked(certificate)).isFalse();
        var revoke = new StatusChange.Revoke(RevocationReason.KEY_COMPROMISE);
        assertThat(
                        way.change(
                                new StatusOrder(
                                        new LocalGovernmentId(UUID.randomUUID()),
                                        certificate.getEncoded(),
                                        revoke)))
                .isEqualTo(new StatusOutcome.Refused("certificate.not-found"));
        assertThat(way.change(new StatusOrder(government, certificate.getEncoded(), revoke)))
                .isInstanceOf(StatusOutcome.Done.class);
        X509CRL after = crl();
        assertThat(after.isRevoked(certificate)).isTrue();
        assertThat(number(after)).isGreaterThan(number(before));
    }

    @Test
    void proof_of_revocation_state_is_there_for_everything_that_signs() throws Exception {
        OrderOutcome.Issued issued =
                (OrderOutcome.Issued) way.order(order(new RequestKey(UUID.randomUUID()), key()));
        X509Certificate owner = certificate(issued);
        X509Certificate ca = read(issued.chainDer().get(0));
        X509Certificate root = read(issued.chainDer().get(1));
        var source = authority.revocations();
        assertThat(source.proofFor(owner, ca).ocspResponses()).hasSize(1);
        assertThat(source.proofFor(owner, ca).crls()).hasSize(1);
        assertThat(source.proofFor(ca, root).crls()).hasSize(1);
        assertThat(source.proofFor(owner, root).ocspResponses()).isEmpty();
        assertThat(source.proofFor(owner, owner).crls()).isEmpty();
        owner.verify(ca.getPublicKey());
        ca.verify(root.getPublicKey());
    }

    @Test
    void signatures_made_here_get_their_time_stamp_in_process() throws Exception {
        byte[] digest = Der.sha256("Surat".getBytes(StandardCharsets.UTF_8));
        byte[] token = authority.timeStamps(government).stamp(digest).orElseThrow();
        assertThat(
                        new TimeStampToken(new CMSSignedData(token))
                                .getTimeStampInfo()
                                .getMessageImprintDigest())
                .isEqualTo(digest);
        assertThat(authority.timeStamps(new LocalGovernmentId(UUID.randomUUID())).stamp(digest))
                .isEmpty();
    }

    @Test
    void the_roots_file_opens_only_with_its_passphrase_and_a_root_in_use_is_not_replaced() {
        byte[] file = TestAuthority.rootFile(authority, clock);
        LocalGovernmentId other = new LocalGovernmentId(UUID.randomUUID());
        assertThat(
                        authority.createIssuing(
                                other, slug + "b", "Pemerintah Kota Lain", file, secret()))
                .isInstanceOf(RootOpening.WrongPassphrase.class);
        assertThat(
                        authority.createIssuing(
                                other,
                                slug + "b",
                                "Pemerintah Kota Lain",
                                new byte[10],
                                TestAuthority.passphrase()))
                .isInstanceOf(RootOpening.NoRootFile.class);
        assertThat(authority.issuing(other)).isEmpty();
        assertThatThrownBy(() ->
                        authority.createRoot(
                                "Pemerintah Kota Lain",
                                URI.create("http://lain.example"),
                                secret()))
                .isInstanceOf(Conflict.class);
    }

    private X509CRL crl() throws Exception {
        byte[] der = authority.crl(slug + "-1", 0).orElseThrow().der();
        return (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static long number(X509CRL crl) {
        return new BigInteger(1, crl.getExtensionValue("2.5.29.20")).longValue() & 0xff;
    }

    private NewKey key() {
        return custody.create(government, KeyAlgorithm.EC_P256, secret(), SUBJECT.rfc4514());
    }

    private CertificateOrder order(RequestKey requestKey, NewKey key) {
        return new CertificateOrder(
                requestKey,
                government,
                ProfileId.INDIVIDUAL_SIGNATURE,
                SUBJECT,
                List.of(),
                key.csrDer());
    }

    private CertificateOrder order(byte[] csr, SubjectName subject) {
        return new CertificateOrder(
                new RequestKey(UUID.randomUUID()),
                government,
                ProfileId.INDIVIDUAL_SIGNATURE,
                subject,
                List.of(),
                csr);
    }

    private static X509Certificate certificate(OrderOutcome outcome) {
        assertThat(outcome).isInstanceOf(OrderOutcome.Issued.class);
        return read(((OrderOutcome.Issued) outcome).certificateDer());
    }

    private static X509Certificate read(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretBytes secret() {
        return SecretBytes.takeOver("kereta pagi ke Ngawi 7".getBytes(StandardCharsets.UTF_8));
    }
}
