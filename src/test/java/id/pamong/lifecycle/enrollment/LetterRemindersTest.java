package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.NewAbsence;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a letter whose giver is away or does not answer. */
@RoomTest
class LetterRemindersTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private LetterReminders reminders;
    @Autowired private Absences absences;
    @Autowired private People people;
    @Autowired private AuditTrail audit;
    @Autowired private TenantTransactions transactions;
    @Autowired private JdbcClient jdbc;
    @Autowired private MutableClock clock;

    private Town town;
    private Actor siti;
    private ApplicationId id;

    @BeforeEach
    void ask() {
        clock.reset();
        town = new Town(beans);
        siti = town.as(town.teacher);
        id = desk.start(siti);
        letters.ask(siti, id);
    }

    @UnderEachLaw
    @Article({"MDN-10(3)b", "CJR-11(3)b"})
    void during_a_leave_the_recommendation_goes_to_the_deputy_once_and_comes_back_after_it() {
        PersonId deputy = town.enter("Dewi Lestari", EmploymentClass.PNS, "Wakil Kepala Sekolah");
        leave(town.superior, deputy, 0, 9);

        runOften();

        assertThat(superior()).isEqualTo(deputy);
        assertThat(givers.waiting(town.as(deputy))).hasSize(1);
        assertThat(givers.waiting(town.as(town.superior))).isEmpty();
        assertThat(outcomes()).containsExactly("PASSED_ON");
        assertThatThrownBy(() ->
                        givers.give(
                                town.as(town.superior),
                                id,
                                Endorsement.Kind.RECOMMENDATION,
                                "Sudah tidak diminta.",
                                Set.of()))
                .isInstanceOf(NotFound.class);

        clock.advance(Duration.ofDays(10));
        runOften();
        assertThat(superior()).isEqualTo(town.superior);
        assertThat(givers.waiting(town.as(town.superior))).hasSize(1);
        assertThat(
                        givers.give(
                                town.as(town.superior),
                                id,
                                Endorsement.Kind.RECOMMENDATION,
                                "Menandatangani rapor.",
                                Set.of()))
                .isInstanceOf(GiverDesk.Outcome.Given.class);
        assertThat(outcomes().stream().filter("PASSED_ON"::equals)).hasSize(2);
    }

    @Test
    void a_deputy_gives_the_recommendation_as_the_superior_would() {
        PersonId deputy = town.enter("Dewi Lestari", EmploymentClass.PNS, "Wakil Kepala Sekolah");
        leave(town.superior, deputy, 0, 9);
        runOften();

        assertThat(
                        givers.give(
                                town.as(deputy),
                                id,
                                Endorsement.Kind.RECOMMENDATION,
                                "Menandatangani rapor.",
                                Set.of()))
                .isInstanceOf(GiverDesk.Outcome.Given.class);
    }

    @Test
    void who_does_not_answer_is_reminded_once_and_then_the_next_superior_is_told_once() {
        clock.advance(Duration.ofDays(WaitingTimes.DEFAULT.remindDays()).minusMinutes(1));
        runOften();
        assertThat(outcomes()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        runOften();
        assertThat(outcomes()).as("one for each letter").containsExactly("REMINDED", "REMINDED");

        clock.advance(
                Duration.ofDays(
                        WaitingTimes.DEFAULT.escalateDays() - WaitingTimes.DEFAULT.remindDays()));
        runOften();
        assertThat(outcomes())
                .as("above the head of the agency is nobody here")
                .containsExactly("REMINDED", "REMINDED", "ESCALATED");
        assertThat(told(town.head, "letter-escalated-RECOMMENDATION")).isEqualTo(1);
        assertThat(told(town.superior, "letter-reminder-RECOMMENDATION")).isEqualTo(1);
        clock.advance(Duration.ofDays(30));
        runOften();
        assertThat(outcomes()).hasSize(3);
    }

    @Test
    void the_office_sets_the_days_within_limits() {
        assertThat(codes(new WaitingTimes(4, 0, 121)))
                .containsExactly("waiting.range", "waiting.range", "waiting.range");
        assertThat(codes(new WaitingTimes(30, 5, 5))).containsExactly("waiting.order");
        assertThat(codes(new WaitingTimes(45, 1, 2))).isEmpty();

        clock.advance(Duration.ofDays(1));
        runOften();
        assertThat(outcomes()).containsExactly("REMINDED", "REMINDED");
        assertThat(absences.waitingTimes(new Town(beans).government))
                .isEqualTo(WaitingTimes.DEFAULT);
    }

    @Test
    void nobody_stands_in_as_the_superior_of_themselves() {
        leave(town.superior, town.teacher, 0, 9);

        assertThat(superior()).isEqualTo(town.head);
    }

    @Test
    void deputies_on_leave_lead_further_and_never_in_a_circle() {
        PersonId one = town.enter("Dewi Lestari", EmploymentClass.PNS, "Guru");
        PersonId two = town.enter("Eko Prasetyo", EmploymentClass.PNS, "Guru");
        leave(town.superior, one, 0, 9);
        leave(one, two, 0, 9);
        assertThat(superior()).isEqualTo(two);
        assertThat(
                        absences.enter(
                                town.government,
                                new NewAbsence(
                                        two, today(), today().plusDays(1), town.superior, "800/3"),
                                BY))
                .isInstanceOfSatisfying(
                        Absences.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("absence.deputy-absent"));

        transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        """
                                        insert into absence (id, person, from_on, until_on, deputy,
                                            letter, entered_at, entered_by)
                                        values (?, ?, ?, ?, ?, '', now(), ?)
                                        """)
                                .params(
                                        UUID.randomUUID(),
                                        two.value(),
                                        today(),
                                        today(),
                                        town.superior.value(),
                                        BY)
                                .update());
        assertThat(absences.standIn(town.government, town.superior, today())).isEmpty();
        assertThat(superior()).as("a circle leads back to the superior").isEqualTo(town.superior);
        runOften();
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void a_leave_that_is_called_off_changes_nothing_any_more() {
        PersonId deputy = town.enter("Dewi Lestari", EmploymentClass.PNS, "Guru");
        Absences.Outcome entered = leave(town.superior, deputy, 0, 9);
        UUID leave = ((Absences.Outcome.Entered) entered).absence().id();
        assertThat(superior()).isEqualTo(deputy);

        absences.end(town.government, leave, BY);

        assertThat(superior()).isEqualTo(town.superior);
        assertThat(absences.of(town.government, town.superior)).isEmpty();
        assertThat(audit.historyOf(town.government, "person", town.superior.value()))
                .extracting(AuditEntry::command)
                .contains("organization.enter-absence", "organization.end-absence");
        Town other = new Town(beans);
        assertThatThrownBy(() -> absences.end(other.government, leave, BY))
                .isInstanceOf(NotFound.class);
    }

    private Absences.Outcome leave(PersonId person, PersonId deputy, int from, int until) {
        Absences.Outcome outcome =
                absences.enter(
                        town.government,
                        new NewAbsence(
                                person,
                                today().plusDays(from),
                                today().plusDays(until),
                                deputy,
                                "800/1/2026"),
                        BY);
        assertThat(outcome).isInstanceOf(Absences.Outcome.Entered.class);
        return outcome;
    }

    private PersonId superior() {
        return people.superiorOf(town.government, town.teacher, today())
                .map(Person::id)
                .orElseThrow();
    }

    private void runOften() {
        for (int time = 0; time < 3; time++) {
            reminders.run(town.government);
        }
    }

    private List<String> codes(WaitingTimes times) {
        return absences.setWaitingTimes(town.government, times, BY).stream()
                .map(Finding::code)
                .toList();
    }

    private List<String> outcomes() {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        """
                                        select outcome from audit_record
                                        where command = 'enrollment.remind' order by position
                                        """)
                                .query(String.class)
                                .list());
    }

    private int told(PersonId person, String messageKey) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) from inbox_message
                                        where person = ? and message_key = ?
                                        """)
                                .params(person.value(), messageKey)
                                .query(Integer.class)
                                .single());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
    }
}
