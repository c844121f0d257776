package id.pamong.lifecycle.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.pamong.lifecycle.counter.CounterDesk;
import id.pamong.lifecycle.counter.CounterFileId;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.PermissionRow;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.NewAbsence;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Forbidden;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer on leave, or whose appointment has ended, does nothing as an officer. */
@RoomTest
class OfficerStandingTest {
    @Autowired private BeanFactory beans;
    @Autowired private Permissions permissions;
    @Autowired private Absences absences;
    @Autowired private CounterDesk counter;
    @Autowired private MutableClock clock;

    private Office office;

    @BeforeEach
    void open() {
        clock.reset();
        office = new Office(beans);
    }

    static Stream<Arguments> away() {
        return Stream.of(
                arguments("officer.on-leave", true), arguments("officer.appointment-ended", false));
    }

    @ParameterizedTest
    @MethodSource("away")
    @Article("MDN-20(1)")
    void no_command_of_an_officer_is_open_to_one_who_is_away(String code, boolean onLeave) {
        Actor rina = office.as(office.rina);
        List<PermissionRow> rows =
                permissions.rows().stream().filter(row -> row.role() == Role.RA_OFFICER).toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (PermissionRow row : rows) {
            permissions.require(rina, row.command(), state(row), Set.of(row.scope()));
        }

        leave(onLeave);

        for (PermissionRow row : rows) {
            assertThatThrownBy(() ->
                            permissions.require(
                                    rina, row.command(), state(row), Set.of(row.scope())))
                    .as(row.command())
                    .isInstanceOf(Forbidden.class)
                    .hasMessage(code);
            boolean alsoForAll =
                    permissions.rows().stream()
                            .filter(other -> other.command().equals(row.command()))
                            .anyMatch(other -> other.role() == Role.PERSON);
            if (!alsoForAll) {
                assertThatThrownBy(() -> permissions.requireStanding(rina, row.command()))
                        .as(row.command())
                        .hasMessage(code);
            }
        }
        Actor head = office.town.as(office.rina, clock.instant(), Role.RA_OFFICER, Role.RA_HEAD);
        permissions.require(head, "registration.queue");
    }

    @ParameterizedTest
    @MethodSource("away")
    @Article("MDN-20(1)")
    void a_case_in_hand_is_neither_decided_nor_paper_received_by_one_who_is_away(
            String code, boolean onLeave) {
        ApplicationId id = office.submitted();
        Actor rina = office.as(office.rina);
        ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(rina, id);

        leave(onLeave);

        assertThatThrownBy(() -> decide(rina, id, taken)).hasMessage(code);
        assertThatThrownBy(() -> office.desk.view(rina, id)).hasMessage(code);
        assertThatThrownBy(() -> office.desk.claimNext(rina)).hasMessage(code);
        assertThatThrownBy(() -> office.desk.claim(rina, id)).hasMessage(code);
        assertThatThrownBy(() ->
                        counter.receive(
                                rina,
                                new CounterFileId(UUID.randomUUID()),
                                new CounterDesk.Handed("1", Map.of(), "", ShelfPlace.NONE, false)))
                .hasMessage(code);
        assertThat(office.dossier(id).state()).isEqualTo(ApplicationState.VERIFICATION);
        if (onLeave) {
            clock.advance(Duration.ofDays(3));
            assertThat(office.desk.claim(office.as(office.rina), id))
                    .isInstanceOf(ClaimOutcome.Taken.class);
        }
    }

    private static String state(PermissionRow row) {
        return row.states().stream().findFirst().orElse("*");
    }

    private void leave(boolean onLeave) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        if (onLeave) {
            absences.enter(
                    office.town.government,
                    new NewAbsence(office.rina, today, today.plusDays(2), null, ""),
                    UUID.randomUUID());
        } else {
            office.mandates.end(
                    office.town.government, office.rina, Appointment.Post.OFFICER, today);
        }
    }

    private DecisionOutcome decide(Actor officer, ApplicationId id, ClaimOutcome.Taken taken) {
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
