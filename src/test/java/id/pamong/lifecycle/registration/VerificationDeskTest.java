package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.office.archive.FileId;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RuleResult;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class VerificationDeskTest {
    @Autowired private BeanFactory beans;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Office office;
    private Actor rina;
    private Actor joko;
    private ApplicationId id;

    @BeforeEach
    void open() {
        clock.reset();
        office = new Office(beans);
        rina = office.as(office.rina);
        joko = office.as(office.joko);
        id = office.submitted();
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "CJR-4(1)c"})
    void of_two_officers_at_once_one_gets_the_case_and_the_other_hears_who_has_it()
            throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Callable<ClaimOutcome>> both =
                    List.of(() -> office.desk.claim(rina, id), () -> office.desk.claim(joko, id));
            List<ClaimOutcome> outcomes =
                    pool.invokeAll(both).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(ClaimOutcome.Taken.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(ClaimOutcome.HeldByOther.class::isInstance).hasSize(1);
        }
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.VERIFICATION);
    }

    @Test
    void a_case_on_which_nothing_happens_is_free_again_after_half_an_hour() {
        Notes typed = notes(rina, Map.of(CheckGroup.IDENTITY, Office.ok()));
        assertThat(office.desk.claim(joko, id)).isInstanceOf(ClaimOutcome.HeldByOther.class);

        clock.advance(WaitingTimes.DEFAULT.claimLasts());

        assertThat(office.desk.claim(joko, id)).isInstanceOf(ClaimOutcome.Taken.class);
        assertThat(office.desk.save(rina, id, typed)).isInstanceOf(SaveOutcome.Changed.class);
    }

    @Test
    void work_prolongs_the_claim_and_notes_survive_a_return_to_the_queue() {
        Notes typed = notes(rina, Map.of(CheckGroup.IDENTITY, Office.ok()));
        clock.advance(Duration.ofMinutes(20));
        assertThat(office.desk.save(rina, id, typed)).isInstanceOf(SaveOutcome.Saved.class);
        clock.advance(Duration.ofMinutes(20));
        assertThat(office.desk.claim(joko, id)).isInstanceOf(ClaimOutcome.HeldByOther.class);

        office.desk.release(rina, id);

        assertThat(office.desk.claim(joko, id)).isInstanceOf(ClaimOutcome.Taken.class);
        assertThat(office.desk.view(joko, id).verification().answer(CheckGroup.IDENTITY))
                .isEqualTo(Office.ok());
    }

    @Test
    void another_officers_claim_is_not_released_and_the_same_notes_leave_one_record() {
        Notes typed = notes(rina, Map.of(CheckGroup.IDENTITY, Office.ok()));
        office.desk.save(rina, id, typed);
        office.desk.save(rina, id, typed);

        office.desk.release(joko, id);

        assertThat(office.desk.view(rina, id).place()).isEqualTo(CaseView.Place.MINE);
        assertThat(audit.historyOf(office.town.government, "application", id.value()))
                .extracting(AuditEntry::command)
                .filteredOn(command -> command.startsWith("registration."))
                .containsExactly("registration.claim", "registration.check");
    }

    @Test
    void the_next_case_is_the_oldest_that_nobody_else_has() {
        clock.advance(Duration.ofMinutes(1));
        ApplicationId younger =
                office.submitted(
                        office.town.enter("Budi Santoso", EmploymentClass.PNS, "Guru"),
                        office.town.address("budi"));

        assertThat(office.desk.claimNext(rina)).contains(id);
        assertThat(office.desk.claimNext(joko)).contains(younger);
        office.desk.release(rina, id);
        assertThat(office.desk.claimNext(joko)).contains(id);
    }

    @UnderEachLaw
    @Article({"MDN-11(1)", "CJR-12(1)"})
    void every_automatic_check_is_shown_as_evidence_with_its_clause() {
        List<RuleResult> evidence = office.desk.view(rina, id).evidence();

        assertThat(evidence)
                .extracting(result -> result.rule().value())
                .contains(
                        "subscriber.nik-digits",
                        "enrollment.recommendation-by-superior",
                        "registration.means-enrolled");
        assertThat(evidence).allMatch(RuleResult::isKept);
        assertThat(evidence).allSatisfy(result -> assertThat(result.clauses()).isNotEmpty());
    }

    @Test
    void the_number_is_masked_until_a_reason_is_given_and_masked_again_after_ten_minutes() {
        assertThat(office.desk.view(rina, id).nik()).contains("•");
        assertThat(office.desk.unmask(rina, id, "lihat"))
                .extracting(Finding::code)
                .containsExactly("registration.unmask-reason");

        assertThat(office.desk.unmask(rina, id, "Mencocokkan dengan e-KTP.")).isEmpty();

        assertThat(office.desk.view(rina, id).nik()).matches("[0-9]{16}");
        assertThat(office.desk.view(joko, id).nik()).contains("•");
        clock.advance(VerificationDesk.DISCLOSURE_LASTS);
        assertThat(office.desk.view(rina, id).nik()).contains("•");
        assertThat(audit.historyOf(office.town.government, "application", id.value()))
                .extracting(AuditEntry::command)
                .contains("registration.unmask");
    }

    @UnderEachLaw
    @Article({"MDN-11(4)", "CJR-12(4)"})
    void the_identity_card_is_open_to_the_officer_with_the_case_only() {
        FileId card = office.dossier(id).paper(DossierPaper.IDENTITY_CARD).orElseThrow().file();
        assertThatThrownBy(() -> office.desk.paper(rina, id, card))
                .isInstanceOf(Forbidden.class)
                .hasMessage("registration.card-not-open");

        office.desk.claim(rina, id);

        assertThat(office.desk.paper(rina, id, card)).isEqualTo(card);
        assertThatThrownBy(() -> office.desk.paper(joko, id, card)).isInstanceOf(Forbidden.class);
        assertThat(office.desk.paper(joko, id, letter())).isEqualTo(letter());
    }

    @Test
    void papers_of_other_applications_and_other_governments_do_not_exist_here() {
        office.desk.claim(rina, id);
        assertThatThrownBy(() -> office.desk.paper(rina, id, new FileId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);

        Office other = new Office(beans);
        assertThatThrownBy(() -> other.desk.view(other.as(other.rina), id))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.desk.claim(other.as(other.rina), id))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_applicant_is_no_officer() {
        Actor head = office.town.as(office.town.head);

        assertThatThrownBy(() -> office.desk.view(head, id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.desk.claimNext(head)).isInstanceOf(Forbidden.class);
    }

    private FileId letter() {
        return office.dossier(id).endorsements().getFirst().file();
    }

    private Notes notes(Actor actor, Map<CheckGroup, CheckAnswer> answers) {
        ClaimOutcome claim = office.desk.claim(actor, id);
        assertThat(claim).isInstanceOf(ClaimOutcome.Taken.class);
        return new Notes(
                ((ClaimOutcome.Taken) claim).claim().token(),
                office.dossier(id).sha256(),
                answers,
                DecisionDraft.EMPTY);
    }
}
