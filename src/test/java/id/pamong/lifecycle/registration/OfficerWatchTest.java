package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.NewAbsence;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers who are away: the head hears of it, and nothing stays on their desks. */
@RoomTest
class OfficerWatchTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private BeanFactory beans;
    @Autowired private OfficerWatch watch;
    @Autowired private DeskTodos todos;
    @Autowired private Absences absences;
    @Autowired private Accounts accounts;
    @Autowired private MutableClock clock;

    private Office office;

    @BeforeEach
    void open() {
        clock.reset();
        office = new Office(beans);
        accounts.grant(office.town.government, office.rina, Role.RA_OFFICER, null);
        accounts.grant(office.town.government, office.joko, Role.RA_OFFICER, null);
    }

    @Test
    void fewer_than_two_officers_are_told_to_the_head_and_the_officers_until_one_is_back() {
        Actor head = office.town.as(office.town.head, clock.instant(), Role.PERSON, Role.RA_HEAD);
        assertThat(watch.active(office.town.government)).isEqualTo(2);
        assertThat(keys(head)).isEmpty();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        absences.enter(
                office.town.government,
                new NewAbsence(office.rina, today, today.plusDays(2), null, ""),
                BY);

        assertThat(watch.active(office.town.government)).isEqualTo(1);
        assertThat(keys(head)).containsExactly("registration.todo.too-few");
        assertThat(keys(office.as(office.joko))).contains("registration.todo.too-few");
        assertThat(keys(office.town.as(office.town.teacher))).isEmpty();
        clock.advance(Duration.ofDays(3));
        assertThat(keys(head)).isEmpty();
    }

    @Test
    void a_case_leaves_the_desk_of_an_absent_officer_after_the_time_that_the_office_set() {
        ApplicationId one = office.submitted();
        assertThat(absences.setWaitingTimes(office.town.government, new WaitingTimes(5, 3, 7), BY))
                .isEmpty();
        assertThat(office.desk.claim(office.as(office.rina), one))
                .isInstanceOf(ClaimOutcome.Taken.class);
        clock.advance(Duration.ofMinutes(4));
        assertThat(office.desk.claim(office.as(office.joko), one))
                .isInstanceOf(ClaimOutcome.HeldByOther.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(office.desk.claimNext(office.as(office.joko))).contains(one);
    }

    private List<String> keys(Actor actor) {
        return todos.todosFor(actor).stream()
                .map(Todo::titleKey)
                .filter(key -> key.contains("too-few"))
                .toList();
    }
}
