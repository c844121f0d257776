package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every command of an applicant does first and last: own dossier, right, version, record. */
@Component
class OwnDossiers {
    /** What takes back a confirmation, since the applicant changed what was confirmed. */
    private static final Set<String> CHANGES =
            Set.of(
                    "enrollment.save",
                    "enrollment.prove-email",
                    "enrollment.add-paper",
                    "enrollment.amend",
                    "enrollment.withdraw");

    private final Enrollment enrollment;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final CollectiveRows collectives;
    private final Clock clock;

    OwnDossiers(
            Enrollment enrollment,
            Permissions permissions,
            AuditTrail audit,
            CollectiveRows collectives,
            Clock clock) {
        this.enrollment = enrollment;
        this.permissions = permissions;
        this.audit = audit;
        this.collectives = collectives;
        this.clock = clock;
    }

    /** The actor's own dossier for the command; another one's does not exist for the actor. */
    Dossier require(Actor actor, ApplicationId id, String command) {
        Dossier dossier = enrollment.dossier(actor.government(), id);
        if (!dossier.applicant().person().equals(actor.person())) {
            throw new NotFound("application.not-found");
        }
        boolean inSomeState =
                java.util.Arrays.stream(ApplicationState.values())
                        .anyMatch(state ->
                                permissions.mayTry(actor, command, state.name(), Scope.OWN));
        if (inSomeState && !permissions.mayTry(actor, command, dossier.state().name(), Scope.OWN)) {
            throw new Conflict("application.state");
        }
        permissions.require(actor, command, dossier.state().name(), Set.of(Scope.OWN));
        return dossier;
    }

    /** As {@link #require(Actor, ApplicationId, String)}, unchanged since this version. */
    Dossier require(Actor actor, ApplicationId id, String command, int version) {
        Dossier dossier = require(actor, id, command);
        if (dossier.version() != version) {
            throw new Conflict("stale");
        }
        return dossier;
    }

    void record(
            Actor actor,
            String command,
            ApplicationId id,
            String outcome,
            Map<String, Object> facts) {
        if (CHANGES.contains(command)) {
            collectives.unconfirmed(id);
        }
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "application",
                        id.value(),
                        outcome,
                        facts));
    }

    /** Now, as exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
