package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is on leave and who stands in, and how long things may wait. A post that is held by an acting
 * holder needs nothing of this: the register of posts says who acts. The caller asks for the right.
 */
@Component
public class Absences {
    private final AbsenceRows rows;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an entry. */
    public sealed interface Outcome {
        /** It counts from its first day on. */
        record Entered(Absence absence) implements Outcome {}

        /** Everything wrong with it at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Enters a leave.
     *
     * @param by account that does it
     */
    public Outcome enter(LocalGovernmentId government, NewAbsence it, UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    LocalDate today = today(government);
                    PersonId deputy = it.deputy();
                    List<Finding> findings =
                            AbsenceRules.check(
                                    it,
                                    rows.of(it.person(), today),
                                    deputy == null ? List.of() : rows.of(deputy, today),
                                    today);
                    LocalDate from = it.from();
                    LocalDate until = it.until();
                    if (!findings.isEmpty() || from == null || until == null) {
                        return new Outcome.Refused(findings);
                    }
                    Absence absence =
                            new Absence(
                                    UUID.randomUUID(),
                                    it.person(),
                                    from,
                                    until,
                                    deputy,
                                    it.letter().strip());
                    rows.add(absence, clock.instant(), by);
                    record("organization.enter-absence", by, absence, "ENTERED", absence.until());
                    return new Outcome.Entered(absence);
                });
    }

    /**
     * Ends a leave: yesterday was its last day, or it never began.
     *
     * @throws Conflict {@code absence.over} when it is over anyway
     */
    public void end(LocalGovernmentId government, UUID id, UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    Absence absence = find(government, id);
                    LocalDate yesterday = today(government).minusDays(1);
                    if (!absence.until().isAfter(yesterday)) {
                        throw new Conflict("absence.over");
                    }
                    LocalDate never = absence.from().minusDays(1);
                    LocalDate last = yesterday.isBefore(never) ? never : yesterday;
                    rows.end(id, last);
                    record("organization.end-absence", by, absence, "ENDED", last);
                });
    }

    /**
     * One leave.
     *
     * @throws NotFound {@code absence.not-found} when there is none
     */
    public Absence find(LocalGovernmentId government, UUID id) {
        return transactions.inTenant(
                government,
                () -> rows.byId(id).orElseThrow(() -> new NotFound("absence.not-found")));
    }

    /** Leaves of a person that are not over. */
    public List<Absence> of(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> rows.of(person, today(government)));
    }

    /** Where a leave stands to today. */
    public enum When {
        NOW,
        COMING,
        OVER
    }

    /**
     * A page of leaves by their first day.
     *
     * @param only of this person, or null for everyone
     * @param text beginnings of words of the name of who is on leave, or empty
     * @param when null for all
     * @param after id of the last one of the page before, or null
     */
    public record Wanted(
            @Nullable PersonId only,
            String text,
            @Nullable When when,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        /** What was typed may be a name. */
        @Override
        public String toString() {
            return "Wanted[" + when + "]";
        }
    }

    /** A page of leaves, those that are over too, but not those called off before they began. */
    public List<Absence> list(LocalGovernmentId government, Wanted wanted) {
        return transactions.inTenant(government, () -> rows.list(wanted, today(government)));
    }

    public boolean isAbsent(LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(government, () -> leave(person, on).isPresent());
    }

    /**
     * Who stands in for a person on a day: the deputy, or the deputy's deputy when that one is on
     * leave as well. Empty when the person is there, nobody was named, or the deputies lead in a
     * circle.
     */
    public Optional<PersonId> standIn(LocalGovernmentId government, PersonId person, LocalDate on) {
        return transactions.inTenant(government, () -> standIn(person, on));
    }

    Optional<PersonId> standIn(PersonId person, LocalDate on) {
        Set<PersonId> seen = new HashSet<>(Set.of(person));
        Optional<Absence> leave = leave(person, on);
        while (leave.isPresent()) {
            PersonId deputy = leave.get().deputy();
            if (deputy == null || !seen.add(deputy)) {
                return Optional.empty();
            }
            leave = leave(deputy, on);
            if (leave.isEmpty()) {
                return Optional.of(deputy);
            }
        }
        return Optional.empty();
    }

    private Optional<Absence> leave(PersonId person, LocalDate on) {
        return rows.of(person, on).stream().filter(found -> found.isOn(on)).findFirst();
    }

    public WaitingTimes waitingTimes(LocalGovernmentId government) {
        return transactions
                .inTenant(government, () -> rows.waitingTimes())
                .orElse(WaitingTimes.DEFAULT);
    }

    /**
     * Sets how long things may wait.
     *
     * @return findings, all at once; empty when it is kept
     */
    public List<Finding> setWaitingTimes(
            LocalGovernmentId government, WaitingTimes times, UUID by) {
        List<Finding> findings = new ArrayList<>();
        range("claimMinutes", times.claimMinutes(), 5, 480, findings);
        range("remindDays", times.remindDays(), 1, 60, findings);
        range("escalateDays", times.escalateDays(), 1, 120, findings);
        if (findings.isEmpty() && times.escalateDays() <= times.remindDays()) {
            findings.add(Finding.blocking("waiting.order", "escalateDays"));
        }
        if (findings.isEmpty()) {
            transactions.inTenant(
                    government,
                    () -> {
                        rows.keep(times, clock.instant(), by);
                        audit.record(
                                new AuditRecord(
                                        "organization.set-waiting-times",
                                        by,
                                        "local-government",
                                        government.value(),
                                        "SET",
                                        Map.of(
                                                "claimMinutes",
                                                times.claimMinutes(),
                                                "remindDays",
                                                times.remindDays(),
                                                "escalateDays",
                                                times.escalateDays())));
                    });
        }
        return findings;
    }

    private static void range(
            String field, int value, int least, int most, List<Finding> findings) {
        if (value < least || value > most) {
            findings.add(Finding.blocking("waiting.range", field, least, most));
        }
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }

    private void record(String command, UUID by, Absence absence, String outcome, LocalDate last) {
        PersonId deputy = absence.deputy();
        audit.record(
                new AuditRecord(
                        command,
                        by,
                        "person",
                        absence.person().value(),
                        outcome,
                        Map.of(
                                "absence", absence.id().toString(),
                                "deputy", deputy == null ? "" : deputy.toString(),
                                "from", absence.from().toString(),
                                "last", last.toString(),
                                "lastBefore", absence.until().toString())));
    }
}
