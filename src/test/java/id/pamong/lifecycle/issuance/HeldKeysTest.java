package id.pamong.lifecycle.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.ApprovedApplication;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.TextKind;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.UnderEachLaw;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is refused of a key that its owner keeps; the browser's road is a journey. */
@RoomTest
class HeldKeysTest {
    @Autowired private BeanFactory beans;
    @Autowired private BuiltinAuthority authority;
    @Autowired private Issuance issuance;
    @Autowired private Consents consents;
    @Autowired private Ordering ordering;
    @Autowired private Receipts receipts;
    @Autowired private HeldReceipts held;
    @Autowired private HeldKeys keys;
    @Autowired private Certificates certificates;
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private ApprovedApplication approved;
    private ActivationId id;
    private Actor owner;
    private byte[] subject;

    @BeforeEach
    void upToTheKey() {
        clock.reset();
        approved = new ApprovedApplication(beans);
        id = new ActivationId(approved.id().value());
        owner = approved.applicant();
        TestAuthority.serve(
                authority, clock, approved.government(), "uji" + id.toString().substring(0, 8));
        Presence presence =
                new Presence(
                        beans.getBean(Enrollment.class),
                        beans.getBean(ActivationRows.class),
                        beans.getBean(Decisions.class),
                        approved.officers(),
                        beans.getBean(PresenceBars.class),
                        beans.getBean(Accounts.class),
                        beans.getBean(Permissions.class),
                        beans.getBean(People.class),
                        beans.getBean(LocalGovernments.class),
                        beans.getBean(Regulations.class),
                        beans.getBean(Letters.class),
                        beans.getBean(Archive.class),
                        beans.getBean(Notifications.class),
                        beans.getBean(Seals.class),
                        beans.getBean(MessageSource.class),
                        audit,
                        transactions,
                        clock);
        Presence.Outcome outcome =
                presence.identify(
                        approved.officer(),
                        approved.id(),
                        new HashSet<>(Presence.CHECKS),
                        "Loket 1");
        issuance.enterCode(owner, id, ((Presence.Outcome.Released) outcome).code());
        consents.acceptStatement(
                owner,
                id,
                true,
                consents.text(
                                approved.government(),
                                TextKind.KEY_PROTECTION,
                                ProfileId.INDIVIDUAL_SIGNATURE)
                        .sha256());
        consents.acceptAgreement(
                owner,
                id,
                true,
                consents.text(
                                approved.government(),
                                TextKind.SUBSCRIBER_AGREEMENT,
                                ProfileId.INDIVIDUAL_SIGNATURE)
                        .sha256());
        subject = HeldKeys.subject(issuance.terms(approved.government(), issuance.view(owner, id)));
    }

    @UnderEachLaw
    @Article({"MDN-1.13", "MDN-17d", "CJR-1.15", "CJR-18d"})
    void no_key_is_sealed_here_and_the_receipt_comes_by_the_owners_own_signature()
            throws Exception {
        KeyPair pair = pair("EC", 256);
        assertThat(ordering.orderForHeldKey(owner, id, request(pair, subject)))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.RECEIPT));
        RegisteredCertificate one = only();
        assertThat(one.custody()).isEqualTo(KeyCustody.SUBSCRIBER_HELD);
        assertThat(one.sealedKey()).isNull();
        try (SecretBytes passphrase =
                SecretBytes.takeOver("apa saja boleh".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> receipts.sign(owner, id, passphrase))
                    .isInstanceOf(Conflict.class);
        }
        byte[] abandoned = held.prepare(owner, id);
        byte[] toBeSigned = held.prepare(owner, id);
        assertThat(codes(held.complete(owner, id, sign(pair, abandoned))))
                .as("over an earlier text")
                .containsExactly("issuance.signature-unfit");
        assertThat(codes(held.complete(owner, id, new byte[0])))
                .containsExactly("issuance.signature-unfit");
        assertThat(codes(held.complete(owner, id, sign(pair("EC", 256), toBeSigned))))
                .as("by another key")
                .containsExactly("issuance.signature-unfit");
        assertThat(codes(held.complete(owner, id, sign(pair, new byte[] {1}))))
                .as("over something else")
                .containsExactly("issuance.signature-unfit");
        assertThat(held.complete(owner, id, sign(pair, toBeSigned)))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.DONE));
        assertThat(issuance.paper(owner, id, "tanda-terima"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> held.complete(owner, id, sign(pair, toBeSigned)))
                .isInstanceOf(Conflict.class);
        assertThat(audit.historyOf(approved.government(), "activation", id.value()))
                .extracting(AuditEntry::outcome)
                .endsWith("ORDERED", "ISSUED", "RECEIPT_PREPARED", "RECEIPT_PREPARED", "RECEIVED");
    }

    @Test
    void a_receipt_prepared_too_long_ago_is_prepared_again_under_its_number() throws Exception {
        KeyPair pair = pair("RSA", 2048);
        ordering.orderForHeldKey(owner, id, request(pair, subject));
        byte[] early = held.prepare(owner, id);
        String number = prepared();
        clock.advance(Duration.ofMinutes(16));
        owner =
                new Actor(
                        owner.government(),
                        owner.account(),
                        owner.person(),
                        owner.roles(),
                        clock.instant());
        assertThat(codes(held.complete(owner, id, sign(pair, early))))
                .containsExactly("issuance.receipt-late");
        byte[] again = held.prepare(owner, id);
        assertThat(codes(held.complete(owner, id, sign(pair, early))))
                .containsExactly("issuance.signature-unfit");
        assertThat(prepared()).isEqualTo(number);
        assertThat(held.complete(owner, id, sign(pair, again)))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.DONE));
        assertThat(issuance.view(owner, id).receiptNumber()).isEqualTo(number);
    }

    @Test
    void a_request_without_proof_of_a_fit_and_fresh_key_is_refused() throws Exception {
        byte[] forged = request(pair("EC", 256), subject);
        forged[forged.length - 3] ^= 1;
        assertThat(codes(ordering.orderForHeldKey(owner, id, forged)))
                .containsExactly("enrollment.request-signature");
        assertThat(codes(ordering.orderForHeldKey(owner, id, new byte[0])))
                .containsExactly("enrollment.request-unreadable");
        assertThat(codes(ordering.orderForHeldKey(owner, id, request(pair("RSA", 3072), subject))))
                .containsExactly("issuance.held-kind");
        assertThat(
                        codes(
                                ordering.orderForHeldKey(
                                        owner,
                                        id,
                                        request(
                                                pair("EC", 256),
                                                new X500Principal("CN=Wali Kota").getEncoded()))))
                .as("a name of one's own choice")
                .containsExactly("issuance.refused-by-authority");
        assertThat(certificates.of(approved.government(), owner.person())).isEmpty();
    }

    @Test
    void officers_certificates_and_seals_stay_here_and_nobody_else_orders() throws Exception {
        for (ProfileId profile : ProfileId.values()) {
            assertThat(keys.offered(approved.government(), profile).isEmpty())
                    .as(profile.name())
                    .isEqualTo(
                            profile != ProfileId.INDIVIDUAL_SIGNATURE
                                    && profile != ProfileId.POSITION_SIGNATURE);
        }
        byte[] request = request(pair("EC", 256), subject);
        for (Role role : List.of(Role.PERSON, Role.RA_OFFICER, Role.ADMINISTRATOR)) {
            Actor other = approved.other(role);
            assertThatThrownBy(() -> ordering.orderForHeldKey(other, id, request))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> held.prepare(other, id)).isInstanceOf(NotFound.class);
        }
    }

    private RegisteredCertificate only() {
        return certificates.of(approved.government(), owner.person()).getFirst();
    }

    private String prepared() {
        return transactions.inTenant(
                approved.government(),
                () ->
                        jdbc.sql("select number from prepared_receipt where activation = :id")
                                .param("id", id.value())
                                .query(String.class)
                                .single());
    }

    private static List<String> codes(ActivationOutcome outcome) {
        return outcome instanceof ActivationOutcome.Refused(List<Finding> findings)
                ? findings.stream().map(Finding::code).toList()
                : List.of();
    }

    private static KeyPair pair(String family, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] request(KeyPair pair, byte[] name) throws Exception {
        return new JcaPKCS10CertificationRequestBuilder(new X500Principal(name), pair.getPublic())
                .build(new JcaContentSignerBuilder(algorithm(pair)).build(pair.getPrivate()))
                .getEncoded();
    }

    private static byte[] sign(KeyPair pair, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(pair));
        signature.initSign(pair.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    private static String algorithm(KeyPair pair) {
        return pair.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
