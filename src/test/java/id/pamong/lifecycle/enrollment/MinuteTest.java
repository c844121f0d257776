package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.Pamong;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OtherRegulations;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.Town;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What stands in place of the letter that nobody above the head of region can give. */
@SpringBootTest(classes = Pamong.class)
@ContextConfiguration(initializers = OtherRegulations.class)
@Import(TestClock.class)
class MinuteTest {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);
    private static final MinuteDesk.Fields FIELDS =
            new MinuteDesk.Fields(
                    "100.2.1.3-1/2025",
                    "2025-02-20",
                    "Keputusan pengangkatan telah diperlihatkan dan dicocokkan.");

    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private MinuteDesk minutes;
    @Autowired private EnrollmentTodos todos;
    @Autowired private DossierReview review;
    @Autowired private Enrollment enrollment;
    @Autowired private GiverRights rights;
    @Autowired private Archive archive;
    @Autowired private AuditTrail audit;
    @Autowired private People people;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;
    private Town town;
    private PersonId head;
    private PersonId raHead;
    private PersonId secretary;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    private void found(String regulation) {
        town = new Town(beans, regulation);
        head = town.enter("Maya Contoh", EmploymentClass.HEAD_OF_REGION, "Kepala Daerah");
        raHead = town.enter("Andi Prasetyo", EmploymentClass.PNS, "Kepala Dinas Kominfo");
        secretary = town.enter("Hadi Purnomo", EmploymentClass.PNS, "Sekretaris Daerah");
        lead(town.raOffice, raHead, "Kepala Dinas Komunikasi dan Informatika");
        lead(
                people.addAgency(
                        town.government,
                        "SETDA",
                        "Sekretariat Daerah",
                        "Sekretaris Daerah",
                        null,
                        null),
                secretary,
                "Sekretaris Daerah");
    }

    @ParameterizedTest
    @ValueSource(strings = {"perwal-30-2019", "perbup-18-2018", OtherRegulations.PROVINCE})
    @Article({"MDN-7(1)a", "MDN-10(2)a", "MDN-10(3)b", "CJR-8(1)a", "CJR-11(2)a", "CJR-11(3)b"})
    void the_head_of_the_registration_authority_records_it_in_place_of_the_recommendation(
            String regulation) throws IOException {
        found(regulation);
        ApplicationId id = asked();
        Actor andi = town.as(raHead, clock.instant(), Role.PERSON, Role.RA_HEAD);
        assertThat(todos.todosFor(andi))
                .extracting(todo -> todo.path())
                .containsExactly("/berita-acara/rekomendasi/" + id);

        MinuteDesk.Task task = minutes.task(andi, id, Endorsement.Kind.RECOMMENDATION);
        assertThat(task.right().title()).isEqualTo("Kepala Dinas Komunikasi dan Informatika");
        assertThat(task.clauses()).isNotEmpty();
        assertThat(minutes.record(andi, id, Endorsement.Kind.RECOMMENDATION, FIELDS))
                .isInstanceOf(MinuteDesk.Outcome.Recorded.class);

        Dossier dossier = enrollment.dossier(town.government, id);
        Endorsement minute = dossier.endorsement(Endorsement.Kind.RECOMMENDATION).orElseThrow();
        assertThat(minute.form()).isEqualTo(Endorsement.Form.MINUTE);
        assertThat(minute.number()).startsWith("BA-SRT/0001/");
        assertThat(review.review(governments.get(town.government), dossier, true))
                .extracting(Finding::code)
                .noneMatch(code -> code.startsWith("enrollment.recommendation"));
        assertThat(rights.of(town.government, id, Locale.of("id", "ID")))
                .containsEntry(
                        minute.letter(),
                        "sebagai Kepala Dinas Komunikasi dan Informatika, dengan berita acara"
                                + " berdasarkan keputusan nomor 821/3/2024, sejak 2 Januari 2024");
        PDFTextStripper lines = new PDFTextStripper();
        lines.setSortByPosition(true);
        byte[] pdf = archive.read(town.government, minute.file());
        assertThat(lines.getText(Loader.loadPDF(pdf)).replaceAll("\\s+", " "))
                .contains(
                        "BERITA ACARA PENGGANTI SURAT REKOMENDASI",
                        "keputusan nomor 100.2.1.3-1/2025 tanggal 20 Februari 2025",
                        "telah diperlihatkan dan dicocokkan",
                        task.clauses().getFirst().printedRef());
        assertThat(audit.historyOf(town.government, "application", id.value()))
                .filteredOn(entry -> entry.command().equals("enrollment.record-minute"))
                .extracting(AuditEntry::outcome)
                .containsExactly("RECORDED");
        assertThat(todos.todosFor(andi)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"perwal-30-2019", "perbup-18-2018", OtherRegulations.PROVINCE})
    @Article({"MDN-10(2)a", "CJR-11(2)a"})
    void nobody_else_records_it_and_not_without_the_decree_and_a_statement(String regulation) {
        found(regulation);
        ApplicationId id = asked();
        Endorsement.Kind kind = Endorsement.Kind.RECOMMENDATION;

        assertThatThrownBy(() ->
                        minutes.record(
                                town.as(secretary, clock.instant(), Role.PERSON, Role.RA_HEAD),
                                id,
                                kind,
                                FIELDS))
                .as("was not asked")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        minutes.record(
                                town.as(raHead, clock.instant(), Role.PERSON), id, kind, FIELDS))
                .as("does not have the office's role")
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        minutes.record(
                                town.as(raHead, null, Role.PERSON, Role.RA_HEAD), id, kind, FIELDS))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
        assertThatThrownBy(() ->
                        givers.give(
                                town.as(raHead, clock.instant(), Role.PERSON, Role.RA_HEAD),
                                id,
                                kind,
                                "",
                                Set.of()))
                .as("is no superior who recommends")
                .hasMessage("letter.no-longer-yours");
        assertThat(
                        minutes.record(
                                town.as(raHead, clock.instant(), Role.PERSON, Role.RA_HEAD),
                                id,
                                kind,
                                new MinuteDesk.Fields("", "2099-01-01", "ok")))
                .isInstanceOfSatisfying(
                        MinuteDesk.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly(
                                                "enrollment.minute-decree",
                                                "enrollment.minute-decree-future",
                                                "enrollment.minute-statement"));
        assertThat(enrollment.dossier(town.government, id).endorsements()).isEmpty();
    }

    private ApplicationId asked() {
        ApplicationId id = desk.start(town.as(head));
        assertThat(letters.ask(town.as(head), id)).isInstanceOf(LetterDesk.Outcome.Done.class);
        return id;
    }

    private void lead(AgencyId agency, PersonId person, String title) {
        people.appointHead(
                town.government,
                new Headship(
                        agency, person, HeadshipKind.DEFINITIVE, title, "821/3/2024", SINCE, null),
                null);
    }
}
