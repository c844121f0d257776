package id.pamong.lifecycle.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.Standing;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.ApprovedApplication;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.IdentityChanged;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.TextKind;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.Law;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.UnderEachLaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class IssuanceTest {
    private static final String PASSPHRASE = "kereta pagi ke Ngawi 7";
    private static final Set<String> ALL = new HashSet<>(Presence.CHECKS);

    @Autowired private BeanFactory beans;
    @Autowired private BuiltinAuthority authority;
    @Autowired private Issuance issuance;
    @Autowired private Consents consents;
    @Autowired private Ordering ordering;
    @Autowired private Receipts receipts;
    @Autowired private Certificates certificates;
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private MutableClock clock;

    private ApprovedApplication approved;
    private ActivationId id;
    private Actor applicant;
    private Presence presence;

    @BeforeEach
    void approve() {
        clock.reset();
        approved = new ApprovedApplication(beans);
        id = new ActivationId(approved.id().value());
        applicant = approved.applicant();
        TestAuthority.serve(
                authority, clock, approved.government(), "uji" + id.toString().substring(0, 8));
        presence =
                new Presence(
                        bean(Enrollment.class),
                        bean(ActivationRows.class),
                        bean(Decisions.class),
                        approved.officers(),
                        bean(PresenceBars.class),
                        bean(Accounts.class),
                        bean(Permissions.class),
                        bean(People.class),
                        bean(LocalGovernments.class),
                        bean(Regulations.class),
                        bean(Letters.class),
                        bean(Archive.class),
                        bean(Notifications.class),
                        bean(Seals.class),
                        bean(MessageSource.class),
                        audit,
                        transactions,
                        clock);
    }

    @UnderEachLaw
    @Article({
        "MDN-13(1)",
        "MDN-13(2)",
        "MDN-13(4)",
        "MDN-13(5)",
        "MDN-13(6)",
        "MDN-16(1)",
        "CJR-1.11",
        "CJR-14(1)",
        "CJR-14(2)",
        "CJR-14(4)",
        "CJR-14(5)",
        "CJR-14(6)",
        "CJR-17(1)"
    })
    void the_whole_road_ends_with_a_receipt_signed_by_the_owner(@TempDir Path folder)
            throws IOException, InterruptedException {
        String code = identified();
        assertThat(approved.state()).isEqualTo(ApplicationState.ACTIVATION);
        assertThat(issuance.enterCode(applicant, id, code.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.STATEMENT));
        accept();
        assertThat(all()).as("the authority alone issues").isEmpty();
        assertThat(order()).isEqualTo(new ActivationOutcome.Done(ActivationStep.RECEIPT));
        assertThat(approved.state()).isEqualTo(ApplicationState.ISSUED);
        RegisteredCertificate certificate = only();
        assertThat(certificate.subject()).isEqualTo("Siti Aminah");
        assertThat(certificate.standing()).isEqualTo(Standing.TRIAL);
        assertThat(certificate.profile()).isEqualTo(ProfileId.INDIVIDUAL_SIGNATURE);
        assertThat(certificate.post()).isEqualTo("Guru Ahli Muda");
        assertThat(codes(receive("bukan ini semua"))).containsExactly("issuance.passphrase-wrong");
        assertThat(receive(PASSPHRASE)).isEqualTo(new ActivationOutcome.Done(ActivationStep.DONE));
        assertThat(approved.state()).isEqualTo(ApplicationState.RECEIVED);
        Path receipt = folder.resolve("receipt.pdf");
        Files.write(receipt, issuance.paper(applicant, id, "tanda-terima"));
        Process pdfsig = new ProcessBuilder("pdfsig", receipt.toString()).start();
        assertThat(new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Signer Certificate Common Name: Siti Aminah")
                .contains("Signature Validation: Signature is Valid.");
        assertThat(pdfsig.waitFor()).isZero();
        assertThat(issuance.paper(applicant, id, "perjanjian"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(audit.historyOf(approved.government(), "activation", id.value()))
                .extracting(AuditEntry::outcome)
                .containsExactly(
                        "CODE_ACCEPTED",
                        "STATEMENT_ACCEPTED",
                        "AGREEMENT_ACCEPTED",
                        "ORDERED",
                        "ISSUED",
                        "RECEIVED");
    }

    @UnderEachLaw
    @Article({"MDN-13(4)", "CJR-14(4)"})
    void nobody_else_can_take_it_with_or_without_the_code() {
        String code = identified();
        for (Role role :
                List.of(
                        Role.PERSON,
                        Role.MAIL_ADMINISTRATOR,
                        Role.RA_OFFICER,
                        Role.RA_HEAD,
                        Role.ADMINISTRATOR)) {
            Actor other = approved.other(role);
            assertThatThrownBy(() -> issuance.view(other, id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> issuance.enterCode(other, id, code))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> order(other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> issuance.enterCode(approved.officer(), id, code))
                .isInstanceOf(NotFound.class);
        assertThat(all()).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-13(4)", "CJR-14(4)"})
    void only_an_officer_identifies_and_never_oneself() {
        for (Role role : List.of(Role.PERSON, Role.MAIL_ADMINISTRATOR, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() ->
                            presence.identify(approved.other(role), approved.id(), ALL, "Loket 1"))
                    .isInstanceOf(Forbidden.class);
        }
        Actor self =
                new Actor(
                        applicant.government(),
                        applicant.account(),
                        applicant.person(),
                        Set.of(Role.PERSON, Role.RA_OFFICER),
                        clock.instant());
        assertThatThrownBy(() -> presence.identify(self, approved.id(), ALL, "Loket 1"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_identification_with_a_missing_check_releases_no_code() {
        Presence.Outcome outcome =
                presence.identify(approved.officer(), approved.id(), Set.of("original"), " ");
        assertThat(((Presence.Outcome.Refused) outcome).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "issuance.check-missing.face",
                        "issuance.check-missing.data",
                        "issuance.check-missing.alone",
                        "issuance.check-missing.contacts",
                        "issuance.place");
        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
    }

    @UnderEachLaw
    @Article({"MDN-7(2)", "MDN-13(4)", "CJR-8(2)", "CJR-14(4)"})
    void who_has_left_service_is_neither_identified_nor_goes_on_nor_gets_a_certificate() {
        issuance.enterCode(applicant, id, identified());
        accept();
        PersonId owner = applicant.person();
        leave(owner);

        assertThat(codes(order())).containsExactly("subscriber.not-in-service");
        assertThat(all()).isEmpty();
        assertThat(keys()).isEqualTo(keysBefore);
        transactions.inTenant(
                approved.government(),
                () ->
                        bean(ActivationRows.class)
                                .endCode(id, ActivationStep.AGREEMENT, clock.instant()));
        assertThat(codes(consents.acceptAgreement(applicant, id, true, "")))
                .containsExactly("subscriber.not-in-service");
        Presence.Outcome outcome =
                presence.identify(approved.officer(), approved.id(), ALL, "Loket 1");
        assertThat(((Presence.Outcome.Refused) outcome).findings())
                .extracting(Finding::code)
                .containsExactly("subscriber.not-in-service");
    }

    private void leave(PersonId person) {
        LocalDate today =
                bean(LocalGovernments.class).get(approved.government()).dateAt(clock.instant());
        assertThat(
                        bean(DataUpdates.class)
                                .leave(
                                        approved.government(),
                                        person,
                                        new ServiceEnd(
                                                ServiceEnd.Kind.RETIREMENT,
                                                today.minusDays(1),
                                                "800/9/2026",
                                                today,
                                                "Batas usia pensiun"),
                                        UUID.randomUUID()))
                .isEmpty();
    }

    @Test
    void five_wrong_codes_void_it_and_so_does_a_day() {
        String code = identified();
        for (int left = 4; left >= 1; left--) {
            assertThat(codes(issuance.enterCode(applicant, id, "SALAH-SALAH")))
                    .containsExactly("issuance.code-wrong");
        }
        assertThat(codes(issuance.enterCode(applicant, id, "SALAH-SALAH")))
                .containsExactly("issuance.code-void");
        assertThat(codes(issuance.enterCode(applicant, id, code)))
                .containsExactly("issuance.code-void");
        String second = identified();
        clock.advance(Duration.ofHours(24));
        applicant = approved.applicant();
        assertThat(codes(issuance.enterCode(applicant, id, second)))
                .containsExactly("issuance.code-void");
    }

    @ParameterizedTest
    @EnumSource(IdentityChanged.Means.class)
    @Article("MDN-13(4)")
    void a_changed_means_of_sign_in_suspends_until_identified_again(IdentityChanged.Means means) {
        String code = identified();
        clock.advance(Duration.ofMinutes(1));
        changeMeans(means);
        applicant = approved.applicant();
        assertThat(approved.state()).isEqualTo(ApplicationState.APPROVED);
        assertThat(
                        transactions.inTenant(
                                approved.government(),
                                () ->
                                        jdbc.sql(
                                                        "select message_key from inbox_message where person = ?")
                                                .param(applicant.person().value())
                                                .query(String.class)
                                                .list()))
                .contains("issuance.suspended." + means);
        assertThat(issuance.view(applicant, id).step()).isEqualTo(ActivationStep.PRESENCE);
        assertThatThrownBy(() -> issuance.enterCode(applicant, id, code))
                .isInstanceOf(Conflict.class);
        clock.advance(Duration.ofMinutes(1));
        applicant = approved.applicant();
        assertThat(issuance.enterCode(applicant, id, identified()))
                .isInstanceOf(ActivationOutcome.Done.class);
    }

    @UnderEachLaw
    @Article({"MDN-16(2)", "MDN-17e", "CJR-17(2)", "CJR-18b", "CJR-18e"})
    void the_agreement_that_is_kept_binds_the_owner_to_these_duties() throws IOException {
        issuance.enterCode(applicant, id, identified());
        accept();

        String agreement = text(issuance.paper(applicant, id, "perjanjian"));

        assertThat(agreement)
                .contains(
                        "agar tidak digunakan oleh pihak lain",
                        "Tidak mengubah, mengganggu, melakukan rekayasa balik",
                        "Bertanggung jawab atas penggunaan, penyimpanan, pembaruan, dan pemusnahan");
        assertThat(agreement)
                .contains(
                        "selaku "
                                + Law.running().pick("Otoritas Pendaftaran", "OP")
                                + " pada "
                                + Law.running()
                                        .pick(
                                                "Pemerintah Kota Madiun",
                                                "Pemerintah Kabupaten Cianjur"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @UnderEachLaw
    @Article({"MDN-13(5)", "CJR-1.11", "CJR-14(5)"})
    void without_acceptance_of_the_very_text_nothing_goes_on() {
        issuance.enterCode(applicant, id, identified());
        assertThat(codes(consents.acceptStatement(applicant, id, false, statement())))
                .containsExactly("issuance.not-accepted");
        assertThat(codes(consents.acceptStatement(applicant, id, true, "0".repeat(64))))
                .containsExactly("issuance.text-changed");
        assertThatThrownBy(() -> order()).isInstanceOf(Conflict.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_double_submit_gives_one_certificate() throws InterruptedException {
        issuance.enterCode(applicant, id, identified());
        accept();
        try (ExecutorService browsers = Executors.newFixedThreadPool(4)) {
            List<Callable<ActivationOutcome>> clicks =
                    Stream.generate(() -> (Callable<ActivationOutcome>) this::order)
                            .limit(4)
                            .toList();
            List<Future<ActivationOutcome>> done = browsers.invokeAll(clicks);
            assertThat(done).filteredOn(one -> one.state() == Future.State.SUCCESS).hasSize(1);
        }
        assertThat(all()).hasSize(1);
        assertThat(keys()).isEqualTo(keysBefore + 1);
    }

    @Test
    void a_bad_passphrase_makes_no_key_and_a_crash_in_the_order_leaves_none() {
        issuance.enterCode(applicant, id, identified());
        accept();
        try (SecretBytes bad = secret("password123");
                SecretBytes again = secret("password124")) {
            assertThat(codes(ordering.order(applicant, id, bad, again)))
                    .contains("passphrase.known", "passphrase.repeat-differs");
        }
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                approved.government(),
                                () -> {
                                    order();
                                    throw new IllegalStateException("crash");
                                }))
                .hasMessage("crash");
        assertThat(keys()).isEqualTo(keysBefore);
        assertThat(issuance.view(applicant, id).step()).isEqualTo(ActivationStep.PASSPHRASE);
        assertThat(all()).isEmpty();
        assertThat(order()).isEqualTo(new ActivationOutcome.Done(ActivationStep.RECEIPT));
        assertThat(all()).hasSize(1);
    }

    private int keysBefore;

    private String identified() {
        keysBefore = keys();
        Presence.Outcome outcome =
                presence.identify(approved.officer(), approved.id(), ALL, "Loket 1");
        assertThat(outcome).isInstanceOf(Presence.Outcome.Released.class);
        return ((Presence.Outcome.Released) outcome).code();
    }

    private void accept() {
        assertThat(consents.acceptStatement(applicant, id, true, statement()))
                .isInstanceOf(ActivationOutcome.Done.class);
        assertThat(
                        consents.acceptAgreement(
                                applicant,
                                id,
                                true,
                                consents.text(
                                                approved.government(),
                                                TextKind.SUBSCRIBER_AGREEMENT,
                                                ProfileId.INDIVIDUAL_SIGNATURE)
                                        .sha256()))
                .isInstanceOf(ActivationOutcome.Done.class);
    }

    private String statement() {
        return consents.text(
                        approved.government(),
                        TextKind.KEY_PROTECTION,
                        ProfileId.INDIVIDUAL_SIGNATURE)
                .sha256();
    }

    private ActivationOutcome order() {
        return order(applicant);
    }

    private ActivationOutcome order(Actor actor) {
        try (SecretBytes passphrase = secret(PASSPHRASE);
                SecretBytes repeated = secret(PASSPHRASE)) {
            return ordering.order(actor, id, passphrase, repeated);
        }
    }

    private ActivationOutcome receive(String passphrase) {
        try (SecretBytes secret = secret(passphrase)) {
            return receipts.sign(applicant, id, secret);
        }
    }

    private void changeMeans(IdentityChanged.Means means) {
        transactions.inTenant(
                approved.government(),
                () -> {
                    jdbc.sql("update account set means_changed_at = ? where id = ?")
                            .params(
                                    clock.instant().atOffset(java.time.ZoneOffset.UTC),
                                    applicant.account().value())
                            .update();
                    events.publishEvent(
                            new IdentityChanged(
                                    approved.government(),
                                    applicant.account(),
                                    means,
                                    clock.instant()));
                });
    }

    private RegisteredCertificate only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<RegisteredCertificate> all() {
        return certificates.of(approved.government(), applicant.person());
    }

    private int keys() {
        return transactions.inTenant(
                approved.government(),
                () -> jdbc.sql("select count(*) from sealed_key").query(Integer.class).single());
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private static List<String> codes(ActivationOutcome outcome) {
        assertThat(outcome).isInstanceOf(ActivationOutcome.Refused.class);
        return ((ActivationOutcome.Refused) outcome)
                .findings().stream().map(Finding::code).toList();
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
