package id.pamong.lifecycle.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.ParticularsDesk;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.lifecycle.registration.Decisions;
import id.pamong.lifecycle.registration.TypeRoad;
import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.letter.Letters;
import id.pamong.office.letter.TextKind;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.DataUpdate;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewSystem;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemId;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.Article;
import id.pamong.testkit.Law;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.UnderEachLaw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Posts, authorities, organisations, systems and other parties, from the draft to the receipt. */
@RoomTest
class TypesTest {
    private static final String PASSPHRASE = "kereta pagi ke Ngawi 7";
    private static final UUID BY = new UUID(7, 7);
    private static final LocalDate TMT = LocalDate.of(2026, 10, 1);

    @Autowired private BeanFactory beans;
    @Autowired private BuiltinAuthority authority;
    @Autowired private ApplicationDesk desk;
    @Autowired private ParticularsDesk particulars;
    @Autowired private CertificateOffers offers;
    @Autowired private Issuance issuance;
    @Autowired private Consents consents;
    @Autowired private Ordering ordering;
    @Autowired private Receipts receipts;
    @Autowired private Certificates certificates;
    @Autowired private ElectronicSystems systems;
    @Autowired private RaPolicies policies;
    @Autowired private PostRegister posts;
    @Autowired private People people;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private TypeRoad road;
    private PersonId ade;
    private @Nullable OpenSsl openssl;

    @BeforeEach
    void begin(@TempDir Path folder, TestInfo test) {
        clock.reset();
        openssl = new OpenSsl(folder);
        boolean each = test.getTestMethod().orElseThrow().isAnnotationPresent(UnderEachLaw.class);
        open(each ? Law.running().regulation() : "perbup-18-2018");
    }

    private String host() {
        return road.town.host("antrean");
    }

    private void open(String regulation) {
        road = new TypeRoad(beans, regulation);
        ade = road.town.teacher;
        TestAuthority.serve(
                authority,
                clock,
                road.town.government,
                "uji" + UUID.randomUUID().toString().substring(0, 8));
    }

    // What is offered

    @Test
    @Article({"CJR-7a", "CJR-7b", "CJR-7c", "CJR-8(5)d", "CJR-8(5)e", "MDN-6a", "MDN-6b", "MDN-6c"})
    void only_types_and_uses_that_the_regulation_enables_are_offered() {
        assertThat(offered())
                .containsExactly(
                        "INDIVIDUAL [DIGITAL_SIGNATURE]",
                        "POSITION.POST [DIGITAL_SIGNATURE]",
                        "POSITION.AUTHORITY [DIGITAL_SIGNATURE]",
                        "POSITION.ORGANISATION [DIGITAL_SIGNATURE]",
                        "SYSTEM [TLS_SERVER, TLS_CLIENT]");
        open("perwal-30-2019");
        assertThat(offered()).last().isEqualTo("SYSTEM [TLS_SERVER]");
    }

    @UnderEachLaw
    @Article({
        "CJR-11(4)a", "CJR-11(4)b", "CJR-11(4)c", "CJR-11(4)e", "CJR-11(4)f", "CJR-11(5)a",
        "CJR-11(5)b", "CJR-11(5)c", "CJR-11(5)d", "MDN-10(4)a", "MDN-10(4)b", "MDN-10(4)c",
        "MDN-10(4)d", "MDN-10(4)e", "MDN-10(5)a", "MDN-10(5)b", "MDN-10(5)c", "MDN-10(5)d"
    })
    void what_is_missing_is_named_with_the_clauses_of_its_own_type() {
        Law law = Law.running();
        assertThat(missing(desk.start(town(ade), CertificateType.POSITION, PositionKind.POST)))
                .contains(
                        "enrollment.cover-letter-missing " + law.clause("10(4)a", "11(4)a"),
                        "enrollment.recommendation-missing " + law.clause("10(4)b", "11(4)b"),
                        "enrollment.decree-missing " + law.clause("10(4)c", "11(4)c"),
                        "email.missing " + law.clause("10(4)d", "11(4)e"),
                        "enrollment.identity-card-missing " + law.clause("10(4)e", "11(4)f"));
        assertThat(missing(desk.start(town(ade), CertificateType.SYSTEM, null)))
                .contains(
                        "enrollment.cover-letter-missing " + law.clause("10(5)a", "11(5)a"),
                        "enrollment.recommendation-missing " + law.clause("10(5)b", "11(5)b"),
                        "email.missing " + law.clause("10(5)c", "11(5)c"),
                        "enrollment.identity-card-missing " + law.clause("10(5)d", "11(5)d"));
    }

    /** Each blocking finding with each clause that it cites. */
    private List<String> missing(ApplicationId id) {
        return desk.findings(town(ade), road.dossier(id)).stream()
                .filter(Finding::isBlocking)
                .flatMap(found ->
                        found.citations().stream().map(clause -> found.code() + " " + clause.id()))
                .toList();
    }

    private List<String> offered() {
        return offers.of(beans.getBean(LocalGovernments.class).get(road.town.government)).stream()
                .map(offer -> offer.key() + " " + offer.uses())
                .toList();
    }

    // Posts and authorities

    @UnderEachLaw
    @Article({
        "CJR-7b", "CJR-11(4)", "CJR-11(4)a", "CJR-11(4)b", "CJR-11(4)c", "CJR-11(4)e", "CJR-11(4)f",
        "MDN-6b", "MDN-10(4)", "MDN-10(4)a", "MDN-10(4)b", "MDN-10(4)c", "MDN-10(4)d", "MDN-10(4)e"
    })
    void an_acting_holder_signs_in_the_post_until_the_decree_ends() {
        acting(TMT);
        ApplicationId id = position(PositionKind.POST, "Plt. Kepala Bidang Kurikulum", TMT);

        RegisteredCertificate certificate = issued(ade, id, TextKind.KEY_PROTECTION);

        assertThat(certificate.profile()).isEqualTo(ProfileId.POSITION_SIGNATURE);
        assertThat(certificate.post()).isEqualTo("Plt. Kepala Bidang Kurikulum");
        assertThat(certificate.notAfter()).isEqualTo(Instant.parse("2026-12-31T16:59:59Z"));
        assertThat(answer(id)).contains("jenis jabatan (Plt. Kepala Bidang Kurikulum) nomor");
        openssl.file("c.der", certificate.der());
        assertThat(openssl.run("x509", "-inform", "DER", "-in", "c.der", "-noout", "-text").text())
                .contains("OU = Dinas Pendidikan, CN = Siti Aminah, title = Plt. Kepala Bidang");
        assertThat(road.dossier(id).state()).isEqualTo(ApplicationState.RECEIVED);
        assertThat(certificates.signing(road.town.government, ade, clock.instant()))
                .extracting(RegisteredCertificate::id)
                .containsExactly(certificate.id());
    }

    @Test
    @Article({"CJR-11(4)c", "MDN-10(4)c"})
    void without_decree_and_designation_every_missing_part_is_named_at_once() {
        ApplicationId id = desk.start(town(ade), CertificateType.POSITION, PositionKind.POST);

        assertThat(road.refusals(ade, id))
                .contains(
                        "enrollment.position-name",
                        "enrollment.decree-missing",
                        "enrollment.decree-number",
                        "enrollment.decree-date",
                        "enrollment.decree-post",
                        "enrollment.decree-from",
                        "enrollment.designation-missing",
                        "enrollment.designation-number",
                        "enrollment.designation-date",
                        "enrollment.designation-for");
        assertThat(desk.findings(town(ade), road.dossier(id)))
                .filteredOn(finding -> finding.code().startsWith("enrollment.decree"))
                .allSatisfy(finding ->
                        assertThat(finding.citations())
                                .extracting("id")
                                .containsExactly("CJR-11(4)c"));
    }

    @Test
    @Article({"CJR-11(4)c"})
    void a_decree_older_than_the_latest_post_or_for_another_post_is_refused() {
        acting(LocalDate.of(2026, 11, 2));
        ApplicationId id = position(PositionKind.POST, "Kepala Seksi Sarana", TMT);
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.decree-older");

        road.claim(
                ade,
                id,
                new Particulars(
                        claim(
                                PositionKind.POST,
                                "Kepala Bidang Kurikulum",
                                "Plt. Kepala Bidang Kurikulum",
                                LocalDate.of(2026, 11, 2),
                                "Kepala Bidang Kurikulum",
                                null),
                        null,
                        null));
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.decree-other-post");
    }

    @Test
    @Article({"MDN-10(4)c", "MDN-10(4)"})
    void an_authority_that_ended_with_the_year_is_refused_and_so_is_another_ones() {
        open("perwal-30-2019");
        ApplicationId id = position(PositionKind.AUTHORITY, "Bendahara Pengeluaran", TMT);
        road.claim(
                ade,
                id,
                new Particulars(
                        claim(
                                PositionKind.AUTHORITY,
                                "Bendahara Pengeluaran",
                                "Guru Ahli Muda",
                                TMT,
                                "Pejabat Pembuat Komitmen",
                                LocalDate.of(2025, 12, 31)),
                        null,
                        null));
        assertThat(road.refusals(ade, id))
                .containsExactlyInAnyOrder(
                        "enrollment.designation-ended", "enrollment.designation-other");
    }

    @Test
    @Article({"CJR-7b"})
    void a_seal_is_for_a_registered_organisation_and_bears_its_name() {
        ApplicationId id = position(PositionKind.ORGANISATION, "Dinas Khayalan", TMT);
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.organisation-unknown");
        road.claim(
                ade,
                id,
                new Particulars(
                        claim(
                                PositionKind.ORGANISATION,
                                "Dinas Pendidikan",
                                "Guru Ahli Muda",
                                TMT,
                                "Menyegel ijazah",
                                null),
                        null,
                        null));

        RegisteredCertificate certificate = issued(ade, id, TextKind.KEY_PROTECTION);

        assertThat(certificate.profile()).isEqualTo(ProfileId.ORGANISATION_SEAL);
        assertThat(certificate.subject()).isEqualTo("Dinas Pendidikan");
        assertThat(certificate.person()).isEqualTo(ade);
    }

    @Test
    void what_was_ordered_is_registered_whatever_changed_until_the_answer() {
        acting(TMT);
        ApplicationId id = position(PositionKind.POST, "Plt. Kepala Bidang Kurikulum", TMT);
        ActivationId activation = accepted(ade, id, TextKind.KEY_PROTECTION);
        CertificateOrder order = intended(activation);

        assertThat(
                        bean(DataUpdates.class)
                                .transfer(
                                        road.town.government,
                                        ade,
                                        road.town.raOffice,
                                        "Pranata Komputer",
                                        LocalDate.of(2026, 11, 20),
                                        new DataUpdate.Source.Hand(
                                                "824/1/2026", LocalDate.of(2026, 11, 19)),
                                        BY))
                .isEmpty();
        bean(OrderBook.class).place(order);

        RegisteredCertificate certificate =
                issuance.certificate(road.town.government, issuance.view(road.as(ade), activation))
                        .orElseThrow();
        assertThat(certificate.agency()).isEqualTo("Dinas Pendidikan");
        assertThat(certificate.post()).isEqualTo("Plt. Kepala Bidang Kurikulum");
        assertThat(certificate.designated()).isFalse();
    }

    /** The intent is committed, and the authority has not answered yet. */
    private CertificateOrder intended(ActivationId id) {
        LocalGovernmentId government = road.town.government;
        return bean(TenantTransactions.class)
                .inTenant(
                        government,
                        () -> {
                            ActivationRows rows = bean(ActivationRows.class);
                            CertificateTerms terms =
                                    bean(CertificateSubjects.class)
                                            .of(government, rows.byId(id).orElseThrow());
                            NewKey key;
                            try (SecretBytes passphrase = secret()) {
                                key =
                                        bean(Custody.class)
                                                .create(
                                                        government,
                                                        KeyAlgorithm.EC_P256,
                                                        passphrase,
                                                        terms.subject().rfc4514());
                            }
                            CertificateOrder order =
                                    Ordering.order(government, terms, key.csrDer());
                            rows.order(
                                    id,
                                    order.requestKey(),
                                    key.id(),
                                    key.publicKeySpki(),
                                    OrderedTerms.of(terms),
                                    clock.instant());
                            ApplicationId application = new ApplicationId(id.value());
                            bean(Enrollment.class)
                                    .advance(
                                            government,
                                            application,
                                            road.dossier(application).version(),
                                            Step.FORWARD);
                            return order;
                        });
    }

    // Systems

    @UnderEachLaw
    @Article({
        "CJR-7c",
        "CJR-8(5)d",
        "CJR-11(5)",
        "CJR-11(5)a",
        "CJR-11(5)b",
        "CJR-11(5)c",
        "CJR-11(5)d",
        "MDN-6c",
        "MDN-10(5)",
        "MDN-10(5)a",
        "MDN-10(5)b",
        "MDN-10(5)c",
        "MDN-10(5)d"
    })
    void a_system_gets_its_certificate_over_the_key_that_stayed_at_its_host() {
        SystemId system = system(ade);
        ApplicationId id = systemApplication(system, csr(host(), "surat@x.example"));
        assertThat(desk.findings(town(ade), road.dossier(id)))
                .filteredOn(finding -> finding.code().equals("enrollment.request-name"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isBlocking()).isFalse());
        int keys = keys();

        RegisteredCertificate certificate = issued(ade, id, TextKind.SYSTEM_KEY_PROTECTION);

        assertThat(keys()).isEqualTo(keys);
        assertThat(certificate.sealedKey()).isNull();
        assertThat(certificate.system()).isEqualTo(system);
        assertThat(answer(id)).contains("jenis sistem elektronik (Antrean");
        openssl.file("c.der", certificate.der());
        String text =
                openssl.run("x509", "-inform", "DER", "-in", "c.der", "-noout", "-text").text();
        assertThat(text)
                .contains("CN = " + host())
                .contains("DNS:" + host())
                .contains("TLS Web Server Authentication")
                .doesNotContain("x.example");
        assertThat(audit.historyOf(road.town.government, "activation", id.value()))
                .extracting(AuditEntry::outcome)
                .endsWith("ORDERED", "ISSUED", "RECEIVED");
    }

    @UnderEachLaw
    @Article({"CJR-1.14", "CJR-7c", "MDN-6c", "MDN-7(4)", "CJR-8(4)"})
    void a_request_that_proves_nothing_is_weak_or_names_a_foreign_host_is_refused() {
        SystemId system = system(ade);
        ApplicationId id = systemApplication(system, csr("bank.example", null));
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.request-host");

        byte[] changed = der(csr(host(), null));
        changed[changed.length - 5] ^= 1;
        particulars.send(town(ade), id, changed);
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.request-signature");

        particulars.send(town(ade), id, request("-newkey", "rsa:1024", "-subj", "/CN=" + host()));
        assertThat(road.refusals(ade, id)).containsExactly("enrollment.request-key-algorithm");

        request("-newkey", "rsa:2048", "-subj", "/CN=" + host());
        assertThat(particulars.send(town(ade), id, openssl.read("key.pem")))
                .isInstanceOfSatisfying(
                        ParticularsDesk.Sending.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("enrollment.request-private-key"));
    }

    @Test
    @Article({"CJR-1.14", "CJR-7c"})
    void a_key_is_for_one_certificate_and_the_system_for_whoever_answers_for_it() {
        byte[] csr = csr(host(), null);
        SystemId system = system(ade);
        ApplicationId first = systemApplication(system, csr);
        issued(ade, first, TextKind.SYSTEM_KEY_PROTECTION);

        ApplicationId second = systemApplication(system, csr);
        assertThat(road.refusals(ade, second)).containsExactly("enrollment.request-key-used");

        systems.nameResponsible(
                road.town.government,
                system,
                String.valueOf(people.get(road.town.government, road.town.superior).nip()),
                "800/9/2026",
                LocalDate.of(2026, 11, 20),
                BY);
        particulars.send(town(ade), second, csr(host(), null));
        assertThat(road.refusals(ade, second)).containsExactly("enrollment.system-not-yours");
        systems.retire(road.town.government, system, BY);
        clock.advance(Duration.ofDays(1));
        assertThat(road.refusals(ade, second)).contains("enrollment.system-retired");
    }

    @Test
    @Article({"CJR-14(4)"})
    void no_passphrase_orders_a_system_and_no_request_a_person() {
        ApplicationId id = systemApplication(system(ade), csr(host(), null));
        ActivationId activation = accepted(ade, id, TextKind.SYSTEM_KEY_PROTECTION);
        try (SecretBytes one = secret();
                SecretBytes two = secret()) {
            assertThatThrownBy(() -> ordering.order(road.as(ade), activation, one, two))
                    .isInstanceOf(Conflict.class);
        }
        assertThatThrownBy(() -> ordering.orderForSystem(town(ade), activation))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
        assertThat(ordering.orderForSystem(road.as(ade), activation))
                .isEqualTo(new ActivationOutcome.Done(ActivationStep.RECEIPT));
    }

    // Other parties

    @Test
    @Article({"CJR-8(1)c", "CJR-11(2)c"})
    void another_party_needs_a_policy_in_force_a_sponsor_and_an_end() throws IOException {
        PersonId rudi = road.town.enter("Rudi Hartono", EmploymentClass.OTHER, "Tenaga Ahli");
        people.nameSuperior(road.town.government, rudi, road.town.superior, TMT, null);
        ApplicationId id = desk.start(town(rudi), CertificateType.INDIVIDUAL, null);
        road.complete(rudi, id, road.town.address("rudi"));
        assertThat(road.refusals(rudi, id))
                .containsExactlyInAnyOrder(
                        "enrollment.other-policy-missing", "enrollment.other-until");

        PolicyId policy = policy(LocalDate.of(2027, 6, 30));
        road.claim(rudi, id, sponsored(policy, road.town.raOffice, LocalDate.of(2027, 3, 31)));
        assertThat(road.refusals(rudi, id)).containsExactly("enrollment.other-sponsor-elsewhere");
        road.claim(rudi, id, sponsored(policy, road.town.education, LocalDate.of(2027, 9, 1)));
        assertThat(road.refusals(rudi, id)).containsExactly("enrollment.other-until-policy");
        road.claim(rudi, id, sponsored(policy, road.town.education, LocalDate.of(2027, 3, 31)));

        RegisteredCertificate certificate = issued(rudi, id, TextKind.KEY_PROTECTION);

        assertThat(certificate.notAfter()).isEqualTo(Instant.parse("2027-03-31T16:59:59Z"));
    }

    @Test
    @Article({"CJR-8(1)c", "CJR-11(2)c"})
    void under_a_policy_that_has_ended_nobody_applies() throws IOException {
        PersonId rudi = road.town.enter("Rudi Hartono", EmploymentClass.OTHER, "Tenaga Ahli");
        people.nameSuperior(road.town.government, rudi, road.town.superior, TMT, null);
        ApplicationId id = desk.start(town(rudi), CertificateType.INDIVIDUAL, null);
        road.complete(rudi, id, road.town.address("rudi"));
        PolicyId policy = policy(LocalDate.of(2027, 6, 30));
        road.claim(rudi, id, sponsored(policy, road.town.education, LocalDate.of(2027, 3, 31)));
        policies.end(head(), policy);
        clock.advance(Duration.ofDays(1));
        assertThat(road.refusals(rudi, id))
                .contains("enrollment.other-policy-not-in-force", "enrollment.other-until-policy");
    }

    @Test
    @Article({"MDN-10(2)b", "MDN-7(1)b"})
    void madiun_does_not_let_other_parties_apply() {
        open("perwal-30-2019");
        PersonId rudi = road.town.enter("Rudi Hartono", EmploymentClass.OTHER, "Tenaga Ahli");
        ApplicationId id = desk.start(town(rudi), CertificateType.INDIVIDUAL, null);
        assertThat(desk.findings(town(rudi), road.dossier(id)))
                .filteredOn(finding -> finding.code().equals("enrollment.class-not-allowed"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.citations())
                                .extracting("id")
                                .contains("MDN-7(1)b", "MDN-10(2)b"));
        assertThat(road.refusals(rudi, id)).doesNotContain("enrollment.other-policy-missing");
    }

    @Test
    void only_the_head_enters_a_policy_and_it_needs_its_document() throws IOException {
        RaPolicies.Typed typed =
                new RaPolicies.Typed("", "", null, null, LocalDate.of(2025, 1, 1), false);
        assertThatThrownBy(() -> policies.enter(road.officer(), typed, null, null))
                .isInstanceOf(Forbidden.class);
        assertThat(policies.enter(head(), typed, null, null))
                .isInstanceOfSatisfying(
                        RaPolicies.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactlyInAnyOrder(
                                                "policy.number",
                                                "policy.title",
                                                "policy.dated",
                                                "policy.from",
                                                "policy.file"));
    }

    @UnderEachLaw
    @Article({"CJR-1.6", "CJR-8(4)", "MDN-7(4)"})
    void the_register_of_systems_names_everything_wrong_at_once_and_keeps_hosts_apart() {
        system(ade);
        assertThat(
                        systems.register(
                                road.town.government,
                                new NewSystem(
                                        road.town.raOffice,
                                        "",
                                        null,
                                        List.of("bank.example", road.town.host("*"), host())),
                                BY))
                .isInstanceOfSatisfying(
                        ElectronicSystems.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactlyInAnyOrder(
                                                "organization.system-name",
                                                "organization.system-category",
                                                "organization.host-foreign",
                                                "organization.host-form",
                                                "organization.host-taken"));
    }

    /** The words of the letter that answers an application. */
    private String answer(ApplicationId id) {
        byte[] letter =
                bean(Archive.class)
                        .read(
                                road.town.government,
                                java.util.Objects.requireNonNull(
                                        bean(Decisions.class)
                                                .of(road.town.government, id)
                                                .getFirst()
                                                .answer()));
        try (org.apache.pdfbox.pdmodel.PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(letter)) {
            org.apache.pdfbox.text.PDFTextStripper stripper =
                    new org.apache.pdfbox.text.PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // The road

    private ApplicationId position(PositionKind kind, String name, LocalDate from) {
        ApplicationId id = desk.start(town(ade), CertificateType.POSITION, kind);
        String post = kind == PositionKind.POST ? name : "Guru Ahli Muda";
        road.claim(
                ade,
                id,
                new Particulars(
                        claim(kind, name, post, from, name, LocalDate.of(2026, 12, 31)),
                        null,
                        null));
        road.paper(ade, id, DossierPaper.APPOINTMENT_DECREE);
        road.paper(ade, id, DossierPaper.AUTHORITY_DESIGNATION);
        road.complete(ade, id, road.town.address("siti.aminah"));
        return id;
    }

    private static Particulars.PositionClaim claim(
            PositionKind kind,
            String name,
            String decreePost,
            LocalDate from,
            String designationFor,
            @Nullable LocalDate designationUntil) {
        return new Particulars.PositionClaim(
                kind,
                name,
                "821/12/2026",
                from,
                decreePost,
                from,
                null,
                "800/3/2026",
                from,
                designationFor,
                designationUntil);
    }

    private void acting(LocalDate from) {
        PostRegister.Outcome post =
                posts.add(road.town.government, road.town.education, "Kepala Bidang Kurikulum", BY);
        PostId id = new PostId(((PostRegister.Outcome.Entered) post).id());
        assertThat(
                        posts.enter(
                                road.town.government,
                                new NewHolding(
                                        id,
                                        ade,
                                        HeadshipKind.PLT,
                                        "821/12/2026",
                                        from,
                                        from,
                                        null,
                                        true,
                                        true),
                                BY))
                .isInstanceOf(PostRegister.Outcome.Entered.class);
    }

    private SystemId system(PersonId responsible) {
        SystemId id =
                ((ElectronicSystems.Outcome.Entered)
                                systems.register(
                                        road.town.government,
                                        new NewSystem(
                                                road.town.education,
                                                "Antrean",
                                                SystemCategory.HIGH,
                                                List.of("https://" + host() + "/masuk")),
                                        BY))
                        .system();
        assertThat(
                        systems.nameResponsible(
                                road.town.government,
                                id,
                                String.valueOf(people.get(road.town.government, responsible).nip()),
                                "800/1/2026",
                                TMT,
                                BY))
                .isInstanceOf(ElectronicSystems.Outcome.Entered.class);
        return id;
    }

    private ApplicationId systemApplication(SystemId system, byte[] csr) {
        ApplicationId id = desk.start(town(ade), CertificateType.SYSTEM, null);
        assertThat(road.dossier(id).uses()).isEqualTo(Set.of(IntendedUse.TLS_SERVER));
        road.claim(
                ade,
                id,
                new Particulars(
                        null, new Particulars.SystemClaim(system, "", List.of(), ""), null));
        assertThat(particulars.send(town(ade), id, csr))
                .isInstanceOf(ParticularsDesk.Sending.Kept.class);
        road.complete(ade, id, road.town.address("siti.aminah"));
        return id;
    }

    private static Particulars sponsored(
            PolicyId policy, id.pamong.office.organization.AgencyId sponsor, LocalDate until) {
        return new Particulars(
                null, null, new Particulars.Sponsorship(policy, "", sponsor, "", until));
    }

    private PolicyId policy(LocalDate until) throws IOException {
        RaPolicies.Outcome outcome =
                policies.enter(
                        head(),
                        new RaPolicies.Typed("555/9/2026", "Pihak lain", TMT, TMT, until, false),
                        "kebijakan.png",
                        () -> new ByteArrayInputStream(TypeRoad.picture()));
        return ((RaPolicies.Outcome.Entered) outcome).policy().id();
    }

    private Actor head() {
        return road.as(road.town.head, Role.RA_HEAD);
    }

    private Actor town(PersonId person) {
        return road.town.as(person);
    }

    /** From the submission to the signed receipt. */
    private RegisteredCertificate issued(PersonId person, ApplicationId id, TextKind statement) {
        ActivationId activation = accepted(person, id, statement);
        Actor actor = road.as(person);
        try (SecretBytes one = secret();
                SecretBytes two = secret();
                SecretBytes three = secret()) {
            assertThat(
                            statement == TextKind.SYSTEM_KEY_PROTECTION
                                    ? ordering.orderForSystem(actor, activation)
                                    : ordering.order(actor, activation, one, two))
                    .isEqualTo(new ActivationOutcome.Done(ActivationStep.RECEIPT));
            assertThat(receipts.sign(actor, activation, three))
                    .isEqualTo(new ActivationOutcome.Done(ActivationStep.DONE));
        }
        assertThat(issuance.paper(actor, activation, "tanda-terima"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        return issuance.certificate(road.town.government, issuance.view(actor, activation))
                .orElseThrow();
    }

    private ActivationId accepted(PersonId person, ApplicationId id, TextKind statement) {
        try {
            road.enrolMeans(person);
        } catch (org.springframework.dao.DuplicateKeyException already) {
            assertThat(already).isNotNull();
        }
        assertThat(road.refusals(person, id)).isEmpty();
        road.approve(id);
        Presence.Outcome presence =
                presence().identify(road.officer(), id, new HashSet<>(Presence.CHECKS), "Loket 1");
        ActivationId activation = new ActivationId(id.value());
        Actor actor = road.as(person);
        assertThat(
                        issuance.enterCode(
                                actor, activation, ((Presence.Outcome.Released) presence).code()))
                .isInstanceOf(ActivationOutcome.Done.class);
        assertThat(
                        consents.acceptStatement(
                                actor,
                                activation,
                                true,
                                consents.text(
                                                road.town.government,
                                                statement,
                                                ProfileId.INDIVIDUAL_SIGNATURE)
                                        .sha256()))
                .isInstanceOf(ActivationOutcome.Done.class);
        assertThat(
                        consents.acceptAgreement(
                                actor,
                                activation,
                                true,
                                consents.text(
                                                road.town.government,
                                                TextKind.SUBSCRIBER_AGREEMENT,
                                                ProfileId.INDIVIDUAL_SIGNATURE)
                                        .sha256()))
                .isInstanceOf(ActivationOutcome.Done.class);
        return activation;
    }

    private Presence presence() {
        return new Presence(
                bean(Enrollment.class),
                bean(ActivationRows.class),
                bean(Decisions.class),
                road.officers(),
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
                bean(TenantTransactions.class),
                clock);
    }

    private int keys() {
        return bean(TenantTransactions.class)
                .inTenant(
                        road.town.government,
                        () ->
                                bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                        .sql("select count(*) from sealed_key")
                                        .query(Integer.class)
                                        .single());
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    // Requests as OpenSSL makes them on the system's host

    private byte[] csr(String host, @Nullable String mail) {
        return mail == null
                ? request(
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-subj",
                        "/CN=" + host)
                : request(
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-subj",
                        "/CN=" + host,
                        "-addext",
                        "subjectAltName=email:" + mail);
    }

    private byte[] request(String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of("req", "-new", "-nodes", "-keyout", "key.pem", "-out", "csr.pem"));
        command.addAll(List.of(arguments));
        OpenSsl.Said said = openssl.run(command.toArray(String[]::new));
        assertThat(said.status()).as(said.text()).isZero();
        return openssl.read("csr.pem");
    }

    private byte[] der(byte[] pem) {
        openssl.file("in.pem", pem);
        assertThat(
                        openssl.run("req", "-in", "in.pem", "-outform", "DER", "-out", "out.der")
                                .status())
                .isZero();
        return openssl.read("out.der");
    }

    private static SecretBytes secret() {
        return SecretBytes.takeOver(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }
}
