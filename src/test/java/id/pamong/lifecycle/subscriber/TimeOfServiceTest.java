package id.pamong.lifecycle.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Town;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Only in service: by each regulation, from the day after the last one. */
@RoomTest
class TimeOfServiceTest {
    @Autowired private TimeOfService service;
    @Autowired private DataUpdates updates;
    @Autowired private Towns towns;
    @Autowired private MutableClock clock;

    @Test
    @Article("MDN-7(2)")
    void madiuns_regulation_refuses_who_has_left_and_nobody_else() {
        judge("perwal-30-2019", "MDN-7(2)");
    }

    @Test
    @Article("CJR-8(2)")
    void cianjurs_regulation_refuses_who_has_left_and_nobody_else() {
        judge("perbup-18-2018", "CJR-8(2)");
    }

    private void judge(String regulation, String clause) {
        Town town = towns.found(regulation);
        PersonId budi = town.person("Budi").id();
        LocalDate today = town.government().dateAt(clock.instant());
        assertThat(service.objections(town.id(), budi)).isEmpty();

        assertThat(
                        updates.leave(
                                town.id(),
                                budi,
                                new ServiceEnd(
                                        ServiceEnd.Kind.RETIREMENT,
                                        today.minusDays(1),
                                        "800/9/2026",
                                        today,
                                        "Batas usia pensiun"),
                                UUID.randomUUID()))
                .isEmpty();

        assertThat(service.objections(town.id(), budi))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("subscriber.not-in-service");
                    assertThat(finding.isBlocking()).isTrue();
                    assertThat(finding.citations()).extracting(Citation::id).contains(clause);
                });
        assertThat(service.objections(town.id(), new PersonId(UUID.randomUUID())))
                .extracting(Finding::code)
                .containsExactly("subscriber.not-in-service");
    }
}
