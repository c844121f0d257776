package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns.Citizen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Each line of a decree stands by itself. */
@RoomTest
@RecordApplicationEvents
class MoveLinesTest extends MoveDecreeCase {
    @Autowired private ConfigurableApplicationContext context;

    @Test
    void what_came_in_between_is_seen_on_the_day() {
        MoveDecreeId id =
                kept(
                        file(line(budi, "BKD", "Arsiparis"), line(siti, "BKD", "Arsiparis")),
                        today.plusDays(5));
        assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();
        assertThat(
                        updates.leave(
                                town.id(),
                                siti.id(),
                                new ServiceEnd(
                                        ServiceEnd.Kind.DEATH,
                                        today,
                                        "474/1/2026",
                                        today,
                                        "Meninggal dunia"),
                                ONE))
                .isEmpty();

        clock.advance(Duration.ofDays(5));

        assertThat(decrees.makeDue(town.id())).isEqualTo(1);
        assertThat(decrees.lines(town.id(), id))
                .extracting(MoveLine::problem)
                .containsExactly("", "not-in-service");
    }

    @Test
    void who_was_brought_back_before_the_announced_end_is_moved() {
        assertThat(
                        updates.leave(
                                town.id(),
                                siti.id(),
                                new ServiceEnd(
                                        ServiceEnd.Kind.MOVED_AWAY,
                                        today.plusDays(9),
                                        "800/1/2026",
                                        today,
                                        "Pindah ke provinsi"),
                                ONE))
                .isEmpty();
        assertThat(
                        updates.transfer(
                                town.id(),
                                siti.id(),
                                town.agency(),
                                "Pengawas",
                                today,
                                new DataUpdate.Source.Hand("821/13/2026", today),
                                ONE))
                .isEmpty();
        MoveDecreeId id = kept(file(line(siti, "BKD", "Arsiparis")), today.plusDays(1));
        assertThat(decrees.lines(town.id(), id)).allMatch(MoveLine::isGood);
    }

    @Test
    void a_line_that_fails_holds_no_other_one_back_is_seen_and_tried_again() {
        Post taken = posts.leading(town.id(), other).orElseThrow();
        MoveDecreeId id =
                kept(file(line(budi, "BKD", taken.title()), line(siti, "BKD", "Guru")), today);
        ApplicationListener<PayloadApplicationEvent<PostsChanged>> broken =
                ApplicationListener.forPayload(changed -> {
                    if (changed.post().equals(taken.id())) {
                        throw new IllegalStateException("the listener is broken");
                    }
                });
        Post left = hold(budi);
        ApplicationListener<PayloadApplicationEvent<PostsChanged>> worse =
                ApplicationListener.forPayload(changed -> {
                    if (changed.post().equals(left.id())) {
                        throw new IllegalStateException("the listener is broken");
                    }
                });
        context.addApplicationListener(worse);
        try {
            assertThat(decrees.approve(town.id(), id, OTHER)).isEmpty();
        } finally {
            context.removeApplicationListener(worse);
        }
        assertThat(post(siti)).isEqualTo("Guru");
        assertThat(post(budi)).isEqualTo("Analis");
        assertThat(decrees.lines(town.id(), id).getFirst().problem()).isEqualTo("not-made");
        assertThat(decrees.get(town.id(), id).open()).isEqualTo(1);
        assertThat(decrees.waiting(town.id())).extracting(MoveDecree::id).containsExactly(id);

        context.addApplicationListener(broken);
        try {
            assertThat(decrees.makeDue(town.id())).isEqualTo(1);
        } finally {
            context.removeApplicationListener(broken);
        }
        assertThat(post(budi)).as("the move stands").isEqualTo(taken.title());
        assertThat(decrees.lines(town.id(), id).getFirst().problem()).isEqualTo("post-not-entered");
        assertThat(decrees.makeDue(town.id())).isZero();

        assertThat(decrees.settle(town.id(), id, "beres", ONE))
                .extracting(Finding::code)
                .containsExactly("moves.reason");
        assertThat(decrees.settle(town.id(), id, "Pemegang jabatan dicatat dengan tangan", ONE))
                .isEmpty();
        assertThat(decrees.waiting(town.id())).isEmpty();
        assertThatThrownBy(() -> decrees.settle(town.id(), id, "Sekali lagi dicatat", ONE))
                .isInstanceOf(Conflict.class);
        assertThat(audit.historyOf(town.id(), "move-decree", id.value()))
                .extracting("outcome")
                .contains("MADE", "MADE_LATER", "SETTLED");
    }

    @Test
    void a_decree_whose_day_is_over_is_not_approved_any_more() {
        MoveDecreeId id = kept(file(line(budi, "BKD", "Arsiparis")), today.plusDays(1));
        clock.advance(Duration.ofDays(2));
        assertThat(decrees.approve(town.id(), id, OTHER))
                .extracting(Finding::code)
                .containsExactly("moves.day-over");
        assertThat(decrees.get(town.id(), id).state()).isEqualTo(MoveDecree.State.AWAITING);
    }

    @Test
    void a_transfer_dated_ahead_is_told_on_its_day_unless_another_one_came() {
        assertThat(transfer(budi, "Arsiparis", today.plusDays(3))).isEmpty();
        assertThat(transfer(siti, "Arsiparis", today.plusDays(3))).isEmpty();
        assertThat(transfer(siti, "Perencana", today.plusDays(3))).isEmpty();
        assertThat(told.stream(PersonMoved.class)).isEmpty();

        clock.advance(Duration.ofDays(2));
        assertThat(arrivals.tellDue(town.id())).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(arrivals.tellDue(town.id())).isEqualTo(2);

        assertThat(told.stream(PersonMoved.class))
                .extracting(PersonMoved::post)
                .containsExactlyInAnyOrder("Arsiparis", "Perencana");
    }

    private List<Finding> transfer(Citizen who, String post, LocalDate from) {
        return updates.transfer(
                town.id(),
                who.id(),
                other,
                post,
                from,
                new DataUpdate.Source.Hand("821/12/2026", today),
                ONE);
    }
}
