package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.installation.Installation;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Zone;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class FirstRunTest {
    private static final LocalDate DECREED = LocalDate.of(2026, 1, 5);

    @Autowired private Ceremony ceremony;
    @Autowired private FirstRun firstRun;
    @Autowired private CeremonyRows rows;
    @Autowired private Mandates mandates;
    @Autowired private LocalGovernments governments;
    @Autowired private LegalAnswers answers;
    @Autowired private Accounts accounts;
    @Autowired private TenantTransactions transactions;
    @Autowired private AuditTrail audit;
    @Autowired private Installation installation;
    @Autowired private PublicAddress address;
    @Autowired private MutableClock clock;
    private final CeremonyId id = new CeremonyId(UUID.randomUUID());
    private final LocalGovernmentId government = new LocalGovernmentId(UUID.randomUUID());
    private final String slug = "perdana-" + UUID.randomUUID().toString().substring(0, 8);
    private final String token = FirstRunToken.random();

    @BeforeEach
    void begin() {
        installation.folder("first-run");
        transactions.withoutTenant(() -> {
            rows.begin(id, government, FirstRunToken.hash(token), clock.instant());
            return true;
        });
    }

    @Test
    void an_older_link_leads_nowhere_once_there_is_a_newer_one() {
        String newer = FirstRunToken.random();
        transactions.withoutTenant(() -> {
            rows.renewToken(id, FirstRunToken.hash(newer));
            return true;
        });

        assertThat(ceremony.of(newer).id()).isEqualTo(id);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ceremony.of(token));
    }

    @Test
    void the_first_step_names_everything_wrong_and_changes_nothing() {
        List<Finding> findings =
                ceremony.enterGovernment(
                        token,
                        new GovernmentEntry(
                                government("Besar!", "tidak-ada"),
                                "http://madiun",
                                "ASN",
                                "ya",
                                ""));

        assertThat(findings).extracting(Finding::field).contains("slug", "address", "regulationId");
        assertThat(governments.byId(government)).isEmpty();
        assertThat(ceremony.of(token).step()).isEqualTo(CeremonyStep.GOVERNMENT);
    }

    @Test
    void a_step_taken_twice_is_a_conflict_and_the_answer_of_law_is_kept_with_its_reason() {
        enterGovernment();

        assertThat(answers.answer(government, "users.asnScope"))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.value()).isEqualTo("ASN");
                    assertThat(answer.reason()).contains("nomor 7 tahun 2026");
                    assertThat(answer.answeredBy()).isEqualTo("Kepala Bagian Hukum");
                    assertThat(answer.recordedBy()).isNull();
                });
        assertThatExceptionOfType(Conflict.class).isThrownBy(this::enterGovernment);
        assertThat(commands()).containsExactly("registration.first-run GOVERNMENT");
        assertThat(audit.historyOf(government, "local-government", government.value()))
                .extracting(FirstRunTest::line)
                .contains("regulation.answer ASN");
    }

    @Test
    void an_answer_without_ground_or_name_is_refused_and_cianjur_asks_nothing() {
        assertThat(enter("perwal-30-2019", "PNS_ONLY", "ya", ""))
                .extracting(Finding::field)
                .containsExactly("asnReason", "asnBy");
        assertThat(enter("perwal-30-2019", "ENTAH", "", ""))
                .extracting(Finding::field)
                .contains("asnScope");
        assertThat(enter("perbup-18-2018", "", "", "")).isEmpty();
        assertThat(answers.history(government, "users.asnScope")).isEmpty();
    }

    private List<Finding> enter(String regulation, String scope, String reason, String by) {
        return ceremony.enterGovernment(
                token,
                new GovernmentEntry(
                        government(slug, regulation), address.web().toString(), scope, reason, by));
    }

    @Test
    @Article("MDN-5(1)")
    void the_builtin_authority_becomes_internal_only_by_a_reasoned_dated_decision() {
        enterGovernment();

        assertThat(
                        ceremony.decideStanding(
                                token, new StandingEntry(Standing.INTERNAL, "", null, "")))
                .hasSize(3);
        assertThat(ceremony.of(token).standing()).isNull();
        assertThat(
                        ceremony.decideStanding(
                                token,
                                new StandingEntry(
                                        Standing.INTERNAL,
                                        "188/7/2026",
                                        DECREED,
                                        "Untuk nota dinas di lingkungan sendiri.")))
                .isEmpty();
        assertThat(ceremony.of(token).standing()).isEqualTo(Standing.INTERNAL);
    }

    @Test
    @Article("MDN-20(1)")
    void an_officer_who_is_no_pns_is_refused_with_the_article_and_nobody_is_entered() {
        enterGovernment();
        stepTo(CeremonyStep.OFFICE);
        OfficeEntry entry = office(EmploymentClass.PPPK, "3577032309900001");

        List<Finding> findings = ceremony.enterOffice(token, entry);

        assertThat(findings)
                .filteredOn(found -> found.code().equals("first-run.operator-class"))
                .flatExtracting(Finding::citations)
                .extracting(Citation::id)
                .contains("MDN-20(1)");
        assertThat(ceremony.members(ceremony.of(token))).isEmpty();
    }

    @Test
    void head_and_officers_are_three_people() {
        enterGovernment();
        stepTo(CeremonyStep.OFFICE);

        assertThat(ceremony.enterOffice(token, office(EmploymentClass.PNS, "3577011708880001")))
                .extracting(Finding::code)
                .contains("first-run.three-people");
    }

    @Test
    @Article({"MDN-3(2)", "MDN-3(3)", "MDN-18(2)", "MDN-20(1)"})
    void the_office_is_entered_with_decrees_appointment_agreement_and_roles() {
        List<PersonId> people = enterOffice();

        assertThat(accounts.holdersOf(government, Role.RA_HEAD)).containsExactly(people.getFirst());
        assertThat(accounts.holdersOf(government, Role.RA_OFFICER))
                .containsExactlyInAnyOrderElementsOf(people.subList(1, 3));
        assertThat(mandates.inForce(government, Mandate.Kind.RA_APPOINTMENT, DECREED)).hasSize(1);
        assertThat(mandates.inForce(government, Mandate.Kind.CA_AGREEMENT, DECREED)).hasSize(1);
        assertThat(mandates.latest(government, people.get(1), Appointment.Post.OFFICER, DECREED))
                .map(Appointment::decree)
                .contains("800/1/2026");
    }

    @Test
    void the_power_ends_by_itself_with_the_second_officer() {
        List<PersonId> people = enterOffice();
        PersonId head = people.getFirst();
        PersonId first = people.get(1);
        PersonId second = people.get(2);
        assertThat(firstRun.groundFor(government, first)).isEmpty();

        stepTo(CeremonyStep.OFFICERS);

        assertThat(firstRun.groundFor(government, head)).isEmpty();
        assertThat(firstRun.groundFor(government, first)).contains(id);
        firstRun.certificateActive(government, first, "0a1b");
        assertThat(firstRun.groundFor(government, first)).isEmpty();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> firstRun.certificateActive(government, first, "0a1c"));
        assertThat(firstRun.groundFor(government, second)).contains(id);

        firstRun.certificateActive(government, second, "0a1d");

        assertThat(firstRun.groundFor(government, second)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> ceremony.of(token));
        assertThat(commands()).contains("registration.end-first-run COMPLETE");
    }

    @Test
    void claim_codes_wait_until_the_minutes_are_closed() {
        enterOffice();

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> ceremony.claimCodes(token));
        stepTo(CeremonyStep.OFFICERS);
        assertThat(ceremony.claimCodes(token))
                .hasSize(3)
                .allSatisfy(code -> assertThat(code.toString()).doesNotContain(code.code()));
    }

    private List<String> commands() {
        return audit.historyOf(government, "ceremony", id.value()).stream()
                .map(FirstRunTest::line)
                .toList();
    }

    private static String line(AuditEntry entry) {
        return entry.command() + " " + entry.outcome();
    }

    private void enterGovernment() {
        assertThat(
                        ceremony.enterGovernment(
                                token,
                                new GovernmentEntry(
                                        government(slug, "perwal-30-2019"),
                                        address.web().toString(),
                                        "ASN",
                                        "Nota bagian hukum nomor 7 tahun 2026.",
                                        "Kepala Bagian Hukum")))
                .isEmpty();
    }

    private List<PersonId> enterOffice() {
        enterGovernment();
        stepTo(CeremonyStep.OFFICE);
        assertThat(ceremony.enterOffice(token, office(EmploymentClass.PNS, "3577032309900001")))
                .filteredOn(Finding::isBlocking)
                .isEmpty();
        List<PersonId> people = new ArrayList<>();
        ceremony.members(ceremony.of(token)).forEach(member -> people.add(member.person()));
        return people;
    }

    private void stepTo(CeremonyStep step) {
        transactions.withoutTenant(() -> {
            rows.stepTo(id, step);
            return true;
        });
    }

    private static NewLocalGovernment government(String slug, String regulation) {
        return new NewLocalGovernment(
                slug,
                "Pemerintah Kota Madiun",
                GovernmentKind.KOTA,
                "Madiun",
                "Wali Kota",
                "Wakil Wali Kota",
                "Jawa Timur",
                "35.77",
                Zone.WIB,
                regulation,
                List.of("madiunkota.go.id"),
                "#0b5394",
                List.of());
    }

    /** The second officer is of this class and has this NIK. */
    private static OfficeEntry office(EmploymentClass ofSecond, String nikOfSecond) {
        return new OfficeEntry(
                "KOMINFO",
                "Dinas Komunikasi dan Informatika",
                "Kepala Dinas Komunikasi dan Informatika",
                List.of(
                        member(
                                "head",
                                Appointment.Post.HEAD,
                                "Retno Kusumawati",
                                EmploymentClass.PNS,
                                "3577034507720002",
                                "197207051998032004"),
                        member(
                                "officer1",
                                Appointment.Post.OFFICER,
                                "Agus Wibowo",
                                EmploymentClass.PNS,
                                "3577011708880001",
                                "198808172011011003"),
                        member(
                                "officer2",
                                Appointment.Post.OFFICER,
                                "Dimas Ardianto",
                                ofSecond,
                                nikOfSecond,
                                "199009232015031002")),
                "188/10/2026",
                DECREED,
                "ND/1/2026",
                DECREED);
    }

    private static OfficeEntry.Member member(
            String field,
            Appointment.Post as,
            String name,
            EmploymentClass employmentClass,
            String nik,
            String nip) {
        return new OfficeEntry.Member(
                field,
                as,
                "",
                name,
                "S.T.",
                employmentClass,
                nik,
                nip,
                field + "@madiunkota.go.id",
                "Sandiman",
                "Penata (III/c)",
                "800/1/2026",
                DECREED);
    }
}
