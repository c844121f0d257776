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
