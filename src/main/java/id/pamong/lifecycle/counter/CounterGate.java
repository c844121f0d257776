package id.pamong.lifecycle.counter;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every command of the counter does first and last: file, right, deed, record. */
@Component
class CounterGate {
    private final CounterRows rows;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Clock clock;

    CounterGate(CounterRows rows, Permissions permissions, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The file for the command; nobody handles a file of their own. */
    CounterFile require(Actor actor, CounterFileId id, String command) {
        CounterFile file = rows.find(id).orElseThrow(() -> new NotFound("counter.not-found"));
        Scope scope = scope(actor, file.person());
        boolean inSomeState =
                Arrays.stream(CounterState.values())
                        .anyMatch(state -> permissions.mayTry(actor, command, state.name(), scope));
        if (inSomeState && !permissions.mayTry(actor, command, file.state().name(), scope)) {
            throw new Conflict("counter.state");
        }
        permissions.require(actor, command, file.state(), scope);
        return file;
    }

    /** As {@link #require(Actor, CounterFileId, String)}, unchanged since this version. */
    CounterFile require(Actor actor, CounterFileId id, String command, int version) {
        CounterFile file = require(actor, id, command);
        if (file.version() != version) {
            throw new Conflict("stale");
        }
        return file;
    }

    void require(Actor actor, String command) {
        permissions.require(actor, command);
    }

    static Scope scope(Actor actor, PersonId applicant) {
        return applicant.equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
    }

    /** Keeps the deed and the record of the command. */
    void did(
            Actor actor,
            CounterFileId id,
            String command,
            CounterDeed.Deed deed,
            Map<String, Object> facts) {
        rows.did(id, deed, actor.person(), now());
        record(actor, id, command, deed.name(), facts);
    }

    /** Records once that this actor did this to the file. */
    void noteFirst(Actor actor, CounterFileId id, String command, String outcome) {
        boolean noted =
                audit.historyOf(actor.government(), "counter-file", id.value()).stream()
                        .anyMatch(entry ->
                                entry.command().equals(command)
                                        && actor.account().value().equals(entry.actor()));
        if (!noted) {
            record(actor, id, command, outcome, Map.of());
        }
    }

    void record(
            Actor actor,
            CounterFileId id,
            String command,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "counter-file",
                        id.value(),
                        outcome,
                        facts));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
