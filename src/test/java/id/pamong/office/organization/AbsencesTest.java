package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class AbsencesTest {
    private static final UUID BY = UUID.randomUUID();

    @Autowired private BeanFactory beans;
    @Autowired private Absences absences;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    @Test
    void leaves_are_read_page_by_page_by_their_first_day_and_one_called_off_is_not_among_them() {
        clock.reset();
        Town town = new Town(beans);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        Absence now = enter(town, town.superior, today);
        Absence coming = enter(town, town.superior, today.plusDays(20));
        Absence calledOff = enter(town, town.head, today.plusDays(5));
        absences.end(town.government, calledOff.id(), BY);

        assertThat(list(town, null, null, null, 1)).containsExactly(coming.id());
        assertThat(list(town, null, null, coming.id(), 5)).containsExactly(now.id());
        assertThat(list(town, null, Absences.When.NOW, null, 5)).containsExactly(now.id());
        assertThat(list(town, null, Absences.When.COMING, null, 5)).containsExactly(coming.id());
        assertThat(list(town, town.head, null, null, 5)).isEmpty();
        clock.advance(Duration.ofDays(10));
        assertThat(list(town, null, Absences.When.OVER, null, 5)).containsExactly(now.id());
        assertThat(list(new Town(beans), null, null, null, 5)).isEmpty();
    }

    private Absence enter(Town town, PersonId person, LocalDate from) {
        return ((Absences.Outcome.Entered)
                        absences.enter(
                                town.government,
                                new NewAbsence(person, from, from.plusDays(3), null, ""),
                                BY))
                .absence();
    }

    private List<UUID> list(
            Town town,
            @Nullable PersonId only,
            Absences.@Nullable When when,
            @Nullable UUID after,
            int limit) {
        return absences
                .list(town.government, new Absences.Wanted(only, "", when, true, after, limit))
                .stream()
                .map(Absence::id)
                .toList();
    }

    @Test
    void the_trail_tells_who_stands_in_and_from_when_to_when_a_leave_was_and_is() {
        clock.reset();
        Town town = new Town(beans);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        Absence leave =
                ((Absences.Outcome.Entered)
                                absences.enter(
                                        town.government,
                                        new NewAbsence(
                                                town.superior,
                                                today,
                                                today.plusDays(9),
                                                town.head,
                                                "800/1/2026"),
                                        BY))
                        .absence();
        clock.advance(Duration.ofDays(3));
        absences.end(town.government, leave.id(), BY);

        List<String> records =
                audit.historyOf(town.government, "person", town.superior.value()).stream()
                        .filter(entry -> entry.command().endsWith("-absence"))
                        .map(AuditEntry::canonical)
                        .toList();
        assertThat(records)
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record)
                                .contains("\"deputy\":\"" + town.head + "\"")
                                .contains("\"from\":\"" + today + "\""));
        assertThat(records.getFirst()).contains("\"last\":\"" + today.plusDays(9) + "\"");
        assertThat(records.getLast())
                .contains("\"last\":\"" + today.plusDays(2) + "\"")
                .contains("\"lastBefore\":\"" + today.plusDays(9) + "\"");
    }
}
