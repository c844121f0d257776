package id.pamong.lifecycle.registration;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Todo;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts the officers who can act today: appointed, certified, and not on leave. With fewer than
 * two an officer's own case, and every case an officer recommended, has nobody to decide it.
 */
@Component
class OfficerWatch {
    static final int NEEDED = 2;

    private final Accounts accounts;
    private final RaOfficers officers;
    private final Absences absences;
    private final LocalGovernments governments;
    private final Clock clock;

    OfficerWatch(
            Accounts accounts,
            RaOfficers officers,
            Absences absences,
            LocalGovernments governments,
            Clock clock) {
        this.accounts = accounts;
        this.officers = officers;
        this.absences = absences;
        this.governments = governments;
        this.clock = clock;
    }

    /** Officers who can act today. */
    int active(LocalGovernmentId government) {
        LocalDate today = governments.get(government).dateAt(clock.instant());
        return (int)
                accounts.holdersOf(government, Role.RA_OFFICER).stream()
                        .filter(person -> !absences.isAbsent(government, person, today))
                        .filter(person -> officers.mayAct(government, person))
                        .count();
    }

    /** What the head and the officers read on their home page while there are too few. */
    List<Todo> todosFor(Actor actor) {
        if (!actor.is(Role.RA_HEAD) && !actor.is(Role.RA_OFFICER)) {
            return List.of();
        }
        int active = active(actor.government());
        Instant now = clock.instant();
        return active >= NEEDED
                ? List.of()
                : List.of(
                        new Todo(
                                Todo.State.MINE,
                                "registration.todo.too-few",
                                List.of(active, NEEDED),
                                "registration.todo.too-few.verb",
                                "/cuti",
                                now,
                                ""));
    }
}
