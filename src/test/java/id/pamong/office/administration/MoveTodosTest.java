package id.pamong.office.administration;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.notification.Inbox;
import id.pamong.office.organization.Arrivals;
import id.pamong.office.organization.MoveDecreeId;
import id.pamong.office.organization.MoveDecrees;
import id.pamong.office.organization.People;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who hears of a transfer decree: the second person before it, everybody moved after it. */
@RoomTest
class MoveTodosTest {
    @Autowired private MoveTodos todos;
    @Autowired private MoveDecrees decrees;
    @Autowired private Arrivals arrivals;
    @Autowired private People people;
    @Autowired private Inbox inbox;
    @Autowired private Towns towns;
    @Autowired private MutableClock clock;

    @BeforeEach
    void setClock() {
        clock.reset();
    }

    @Test
    void the_second_person_has_it_to_do_and_whoever_is_moved_is_told_once() {
        Town town = towns.found();
        Citizen ani = town.withAccount("Ani", Role.ADMINISTRATOR);
        Citizen head = town.withAccount("Hendra", Role.RA_HEAD);
        Citizen budi = town.withAccount("Budi");
        people.addAgency(town.id(), "BKD", "Badan Kepegawaian", "Kepala Badan", null, null);
        LocalDate today = town.government().dateAt(clock.instant());
        MoveDecrees.Outcome read =
                decrees.read(
                        town.id(),
                        "821/5/2026",
                        today,
                        today,
                        ("NIP;Perangkat Daerah Baru;Jabatan Baru\n"
                                        + budi.nip()
                                        + ";BKD;Arsiparis\n")
                                .getBytes(StandardCharsets.UTF_8),
                        ani.actor().account().value());
        MoveDecreeId id = ((MoveDecrees.Outcome.Kept) read).decree();

        assertThat(todos.todosFor(ani.actor()))
                .extracting(Todo::state)
                .containsExactly(Todo.State.THEIRS);
        assertThat(todos.todosFor(budi.actor())).isEmpty();
        Actor second = head.actor();
        assertThat(todos.todosFor(second))
                .singleElement()
                .satisfies(todo -> {
                    assertThat(todo.state()).isEqualTo(Todo.State.MINE);
                    assertThat(todo.path()).endsWith(id.toString());
                });

        assertThat(decrees.approve(town.id(), id, second.account().value())).isEmpty();
        assertThat(arrivals.tellDue(town.id())).isEqualTo(1);
        assertThat(arrivals.tellDue(town.id())).isZero();

        assertThat(todos.todosFor(second)).isEmpty();
        assertThat(inbox.of(town.id(), budi.id(), Locale.ENGLISH, null, 10))
                .singleElement()
                .satisfies(message ->
                        assertThat(String.join(" ", message.paragraphs()))
                                .contains("Arsiparis", "Badan Kepegawaian", "stays valid"));
    }
}
