package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns.Citizen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.RecordApplicationEvents;

/** One decree with many names. */
@RoomTest
@RecordApplicationEvents
class MoveDecreesTest extends MoveDecreeCase {
    @Autowired private Departures departures;

    @Test
    @Article("MDN-1.4")
    void it_is_read_approved_by_another_and_made_on_its_day() {
        MoveDecreeId id = kept(file(line(budi, "BKD", "Arsiparis")), today.plusDays(10));
        assertThat(decrees.approve(town.id(), id, ONE))
                .extracting(Finding::code)
                .containsExactly("moves.second-person");
        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();
        assertThat(post(budi)).isEqualTo("Analis");

        clock.advance(Duration.ofDays(9));
        assertThat(decrees.makeDue(town.id())).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(decrees.makeDue(town.id())).isEqualTo(1);
        assertThat(decrees.makeDue(town.id())).isZero();

        Person now = people.get(town.id(), budi.id());
        assertThat(now.post()).isEqualTo("Arsiparis");
        assertThat(now.agency()).isEqualTo(other);
        DataUpdate update = updates.updates(town.id(), budi.id()).getFirst();
        assertThat(update.decree()).isEqualTo("821/77/2026");
        assertThat(update.from()).isEqualTo(today.plusDays(10));
        assertThat(arrivals.tellDue(town.id())).isEqualTo(1);
        assertThat(arrivals.tellDue(town.id())).isZero();
        assertThat(told.stream(PersonMoved.class))
                .contains(
                        new PersonMoved(
                                town.id(), budi.id(), true, "Arsiparis", today.plusDays(10)));
        assertThat(decrees.get(town.id(), id).state()).isEqualTo(MoveDecree.State.DONE);
        assertThat(audit.historyOf(town.id(), "move-decree", id.value()))
                .extracting("command")
                .containsExactlyInAnyOrder(
                        "organization.enter-moves",
                        "organization.approve-moves",
                        "organization.make-moves");
    }

    @Test
    void a_bad_line_is_told_with_its_reason_and_never_costs_a_good_one() {
        Citizen gone = town.person("Gone");
        assertThat(
                        updates.leave(
                                town.id(),
                                gone.id(),
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        today.minusDays(1),
                                        "800/1/2026",
                                        today,
                                        "Batas usia pensiun"),
                                ONE))
                .isEmpty();
        MoveDecreeId id =
                kept(
                        file(
                                line(budi, "Badan B", "Arsiparis"),
                                "199001012015011999;BKD;Arsiparis",
                                line(siti, "Dinas Entah", "Arsiparis"),
                                line(siti, "BKD", ""),
                                "1,98E+17;BKD;Arsiparis",
                                line(budi, "BKD", "Perencana"),
                                line(gone, "BKD", "Arsiparis")),
                        today);

        assertThat(decrees.lines(town.id(), id))
                .extracting(MoveLine::problem)
                .containsExactly(
                        "",
                        "person-unknown",
                        "agency-unknown",
                        "post",
                        "number-damaged",
                        "twice",
                        "not-in-service");
        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();
        assertThat(post(budi)).as("its day is today").isEqualTo("Arsiparis");
        assertThat(post(siti)).isEqualTo("Analis");
    }

    @Test
    void until_its_day_it_can_be_undone_with_a_reason_and_not_after() {
        MoveDecreeId id = kept(file(line(budi, "BKD", "Arsiparis")), today.plusDays(2));
        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();
        assertThat(decrees.undo(town.id(), id, "batal", ONE))
                .extracting(Finding::code)
                .containsExactly("moves.reason");
        assertThat(decrees.undo(town.id(), id, "Surat keputusan ditarik kembali", ONE)).isEmpty();

        clock.advance(Duration.ofDays(3));

        assertThat(decrees.makeDue(town.id())).isZero();
        assertThat(post(budi)).isEqualTo("Analis");
        MoveDecreeId made = kept(file(line(budi, "BKD", "Arsiparis")), today.plusDays(3));
        assertThat(decrees.approve(town.id(), made, OTHER)).isEmpty();
        assertThatThrownBy(() -> decrees.undo(town.id(), made, "Terlambat ditarik", ONE))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> decrees.approve(town.id(), id, OTHER))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void on_the_day_the_post_left_is_free_and_the_post_taken_is_held() {
        Post left = hold(budi);
        LocalDate from = today.plusDays(1);
        MoveDecreeId id = kept(file(line(budi, "BKD", "Kepala Badan")), from);
        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(decrees.makeDue(town.id())).isEqualTo(1);

        assertThat(posts.exercising(town.id(), left.id(), today)).isPresent();
        assertThat(posts.exercising(town.id(), left.id(), from)).isEmpty();
        Post taken = posts.leading(town.id(), other).orElseThrow();
        assertThat(posts.exercising(town.id(), taken.id(), from))
                .get()
                .extracting(PostHolding::person)
                .isEqualTo(budi.id());
        assertThat(told.stream(PostsChanged.class))
                .contains(
                        new PostsChanged(town.id(), left.id()),
                        new PostsChanged(town.id(), taken.id()));
    }

    @Test
    @Article("MDN-7(2)")
    void a_decree_does_not_take_back_an_announced_end_of_service() {
        MoveDecreeId before =
                kept(
                        file(line(budi, "BKD", "Arsiparis"), line(siti, "BKD", "Arsiparis")),
                        today.plusDays(2));
        assertThat(decrees.approve(town.id(), before, OTHER)).isEmpty();
        LocalDate last = today.plusDays(5);
        assertThat(
                        updates.leave(
                                town.id(),
                                siti.id(),
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        last,
                                        "800/1/2026",
                                        today,
                                        "Batas usia pensiun"),
                                ONE))
                .isEmpty();
        MoveDecreeId after =
                kept(
                        file(line(siti, "BKD", "Perencana"), line(budi, "BKD", "Perencana")),
                        today.plusDays(3));
        assertThat(decrees.lines(town.id(), after))
                .extracting(MoveLine::problem)
                .containsExactly("leaves-on", "");
        assertThat(decrees.leavesOn(town.id(), decrees.get(town.id(), after), siti.id()))
                .contains(last);

        clock.advance(Duration.ofDays(2));
        assertThat(decrees.makeDue(town.id())).isEqualTo(1);
        assertThat(decrees.lines(town.id(), before))
                .extracting(MoveLine::problem)
                .containsExactly("", "leaves-on");
        clock.advance(Duration.ofDays(4));

        assertThat(departures.tellDue(town.id())).isEqualTo(1);
        assertThat(people.get(town.id(), siti.id()).inService()).isFalse();
        assertThat(told.stream(LeftService.class))
                .extracting(LeftService::person)
                .contains(siti.id());
    }

    @Test
    void many_names_are_one_decree() {
        List<Citizen> all = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            all.add(town.person("Guru"));
        }
        String[] lines =
                all.stream().map(one -> line(one, "BKD", "Guru Madya")).toArray(String[]::new);
        MoveDecreeId id = kept(file(lines), today);

        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();

        assertThat(decrees.get(town.id(), id).moves()).isEqualTo(800);
        assertThat(decrees.lines(town.id(), id)).allMatch(MoveLine::moved);
    }

    @Test
    void a_file_without_the_headings_or_with_nobody_to_move_is_refused_with_everything_else() {
        assertThat(refused("a;b\n1;2\n", "", null))
                .containsExactly("moves.headings", "transfer.decree", "transfer.date");
        assertThat(refused(HEADINGS + "1;BKD;Guru\n", "821/1", today))
                .containsExactly("moves.none");
        assertThat(refused(HEADINGS + "1;BKD;Guru\n", "821/1", today.minusDays(1)))
                .containsExactly("moves.past");
    }

    private List<String> refused(String file, String decree, LocalDate from) {
        MoveDecrees.Outcome outcome =
                decrees.read(
                        town.id(), decree, today, from, file.getBytes(StandardCharsets.UTF_8), ONE);
        return ((MoveDecrees.Outcome.Refused) outcome)
                .findings().stream().map(Finding::code).toList();
    }
}
