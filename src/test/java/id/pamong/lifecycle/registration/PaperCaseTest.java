package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.counter.PaperFile;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.UnderEachLaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Four eyes: what one officer keyed from paper another one decides. */
@RoomTest
class PaperCaseTest {
    @Autowired private BeanFactory beans;
    @Autowired private MutableClock clock;

    private Office office;
    private ApplicationId id;

    @BeforeEach
    void submit() {
        clock.reset();
        office = new Office(beans);
        id = office.submittedOnPaper();
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "CJR-4(1)c"})
    void the_officer_who_keyed_it_is_refused_and_is_not_offered_it() {
        Actor joko = office.as(office.joko);
        assertThat(office.desk.claimNext(joko)).isEmpty();
        ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(joko, id);

        DecisionOutcome outcome = decide(joko, taken);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DecisionOutcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("registration.own-keying"));
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.VERIFICATION);
    }

    @Test
    void another_officer_is_offered_it_and_decides() {
        Actor rina = office.as(office.rina);
        assertThat(office.desk.claimNext(rina)).contains(id);
        ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(rina, id);

        assertThat(decide(rina, taken)).isInstanceOf(DecisionOutcome.Decided.class);
    }

    @UnderEachLaw
    @Article({"MDN-3(1)c", "CJR-4(1)c"})
    void whoever_had_hands_on_any_of_two_files_is_refused_and_a_third_decides() {
        PersonId dewi = office.officer("Dewi Lestari", 73);
        Actor rina = office.as(office.rina);
        Actor joko = office.as(office.joko);
        beans.getBean(ApplicationDesk.class)
                .amend(office.town.as(office.town.teacher), id, office.dossier(id).version());
        PaperFile second = new PaperFile(beans, office.town, rina, office.town.teacher);
        assertThat(second.submitted(office.town.address("siti.aminah"))).isEqualTo(id);

        for (Actor officer : List.of(joko, rina)) {
            assertThat(office.desk.claimNext(officer)).isEmpty();
            ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(officer, id);
            assertThat(decide(officer, taken))
                    .isInstanceOfSatisfying(
                            DecisionOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.findings())
                                            .extracting(Finding::code)
                                            .containsExactly("registration.own-keying"));
            office.desk.release(officer, id);
        }
        Actor third = office.as(dewi);
        assertThat(office.desk.claimNext(third)).contains(id);
        ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(third, id);
        assertThat(decide(third, taken)).isInstanceOf(DecisionOutcome.Decided.class);
    }

    private DecisionOutcome decide(Actor officer, ClaimOutcome.Taken taken) {
        try (SecretBytes passphrase = Office.secret(Office.PASSPHRASE)) {
            return office.decisions.decide(
                    officer,
                    id,
                    new Notes(
                            taken.claim().token(),
                            office.dossier(id).sha256(),
                            Office.allOk(),
                            Office.approve()),
                    Optional.of(passphrase));
        }
    }
}
