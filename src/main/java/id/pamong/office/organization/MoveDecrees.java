package id.pamong.office.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * One decree (SK mutasi) moves many people on a day: its file is read and shown, a second person
 * approves it once, until its day it can be undone, and on the day the moves are made. A line that
 * cannot be done never keeps another one back. The caller asks for the right.
 */
@Component
public class MoveDecrees {
    private static final Logger LOG = LoggerFactory.getLogger(MoveDecrees.class);
    private static final int MOST_WAITING = 50;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final MoveDecreeRows rows;
    private final MovesOfDay moves;
    private final MovePlan plan;
    private final ServiceEndRows ends;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    MoveDecrees(
            MoveDecreeRows rows,
            MovesOfDay moves,
            MovePlan plan,
            ServiceEndRows ends,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.plan = plan;
        this.ends = ends;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> makeMoves(MoveDecrees decrees, LocalGovernments all) {
        return Tasks.recurring("organization-moves", FixedDelay.ofHours(1))
                .execute((instance, context) -> all.each(decrees::makeDue));
    }

    /** What came of a file. */
    public sealed interface Outcome {
        /** It waits for a second person. */
        record Kept(MoveDecreeId decree) implements Outcome {}

        /** Everything against it at once; nothing was kept. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    public MoveDecree get(LocalGovernmentId government, MoveDecreeId id) {
        return transactions.inTenant(government, () -> found(id));
    }

    /** Every line in the order of the file. */
    public List<MoveLine> lines(LocalGovernmentId government, MoveDecreeId id) {
        return transactions.inTenant(government, () -> rows.lines(id));
    }

    /** Last day in service of somebody whose line says {@code leaves-on}. */
    public Optional<LocalDate> leavesOn(
            LocalGovernmentId government, MoveDecree decree, PersonId person) {
        LocalDate entered = governments.get(government).dateAt(decree.enteredAt());
        return transactions.inTenant(
                government,
                () ->
                        ends.of(person).stream()
                                .map(ServiceEnd::lastDay)
                                .filter(last -> !last.isBefore(entered))
                                .min(Comparator.naturalOrder()));
    }

    /** Who entered it, or is moved by it, does not approve it. */
    public boolean isOwn(
            LocalGovernmentId government, MoveDecree it, UUID account, PersonId person) {
        return it.enteredBy().equals(account)
                || transactions.inTenant(government, () -> rows.names(it.id(), person));
    }

    /**
     * Reads the file of a decree and keeps what it would do.
     *
     * @param from first day in the new posts; today or later
     */
    public Outcome read(
            LocalGovernmentId government,
            String decree,
            @Nullable LocalDate decreeOn,
            @Nullable LocalDate from,
            byte[] file,
            UUID by) {
        LocalDate today = today(government);
        MoveFile read = MoveFile.read(file);
        List<Finding> findings = new ArrayList<>(read.findings());
        if (decree.isBlank() || decree.strip().length() > TransferRules.LONGEST_DECREE) {
            findings.add(
                    Finding.blocking("transfer.decree", "decree", TransferRules.LONGEST_DECREE));
        }
        if (decreeOn == null) {
            findings.add(Finding.blocking("transfer.date", "decreeOn"));
        } else if (decreeOn.isAfter(today)) {
            findings.add(Finding.blocking("transfer.decree-on", "decreeOn"));
        }
        if (from == null) {
            findings.add(Finding.blocking("transfer.date", "from"));
        } else if (from.isBefore(today)) {
            findings.add(Finding.blocking("moves.past", "from"));
        } else if (from.isAfter(today.plusYears(TransferRules.YEARS_AHEAD))) {
            findings.add(Finding.blocking("transfer.too-far", "from"));
        }
        if (decreeOn == null || from == null || !findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        return transactions.inTenant(
                government,
                () -> {
                    List<MoveLine> lines = plan.of(government, read);
                    if (lines.stream().noneMatch(MoveLine::isGood)) {
                        return new Outcome.Refused(
                                List.of(Finding.blocking("moves.none", "file", lines.size())));
                    }
                    MoveDecreeId id = new MoveDecreeId(UUID.randomUUID());
                    rows.add(
                            id,
                            decree.strip(),
                            decreeOn,
                            from,
                            sha256(file),
                            by,
                            clock.instant(),
                            lines);
                    record("organization.enter-moves", by, found(id), "KEPT");
                    return new Outcome.Kept(id);
                });
    }

    /**
     * Approves it: on its day the moves are made, at once when that is today.
     *
     * @return everything against it; empty when it is approved
     * @throws Conflict {@code stale} when it does not wait any more
     */
    public List<Finding> approve(LocalGovernmentId government, MoveDecreeId id, UUID by) {
        List<Finding> findings =
                transactions.inTenant(
                        government,
                        () -> {
                            MoveDecree it = held(id);
                            if (it.state() != MoveDecree.State.AWAITING) {
                                throw new Conflict("stale");
                            }
                            if (it.from().isBefore(today(government))) {
                                return List.of(Finding.blocking("moves.day-over", null));
                            }
                            if (it.enteredBy().equals(by)) {
                                return List.of(Finding.blocking("moves.second-person", null));
                            }
                            rows.approve(id, by, clock.instant());
                            record("organization.approve-moves", by, it, "APPROVED");
                            return List.<Finding>of();
                        });
        if (findings.isEmpty()) {
            makeDue(government);
        }
        return findings;
    }

    /**
     * Takes it back before its moves were made.
     *
     * @return everything against it; empty when it is undone
     * @throws Conflict {@code stale} when it was made or undone
     */
    public List<Finding> undo(
            LocalGovernmentId government, MoveDecreeId id, String reason, UUID by) {
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return List.of(
                    Finding.blocking("moves.reason", "reason", SHORTEST_REASON, LONGEST_REASON));
        }
        return transactions.inTenant(
                government,
                () -> {
                    MoveDecree it = held(id);
                    if (!it.isOpen()) {
                        throw new Conflict("stale");
                    }
                    rows.end(id, MoveDecree.State.UNDONE, why, clock.instant());
                    record("organization.undo-moves", by, it, "UNDONE");
                    return List.of();
                });
    }

    /** What waits for somebody of the office, the latest first. */
    public List<MoveDecree> waiting(LocalGovernmentId government) {
        return transactions.inTenant(
                government, () -> rows.waiting(today(government), MOST_WAITING));
    }

    /**
     * The office has seen to the lines that failed on the day; nothing tries them again.
     *
     * @param note what was done
     * @return everything against it; empty when they are settled
     * @throws Conflict {@code stale} when none is open
     */
    public List<Finding> settle(
            LocalGovernmentId government, MoveDecreeId id, String note, UUID by) {
        String why = note.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return List.of(
                    Finding.blocking("moves.reason", "note", SHORTEST_REASON, LONGEST_REASON));
        }
        return transactions.inTenant(
                government,
                () -> {
                    MoveDecree it = held(id);
                    if (it.state() != MoveDecree.State.DONE || it.open() == 0) {
                        throw new Conflict("stale");
                    }
                    rows.settle(id, why, by, clock.instant());
                    record("organization.settle-moves", by, it, "SETTLED");
                    return List.of();
                });
    }

    /**
     * Makes the moves of every approved decree whose day has come, each decree in one transaction
     * and each line in a part of it; a line that failed is tried again and is seen by the office
     * until then.
     *
     * @return how many people were moved
     */
    public int makeDue(LocalGovernmentId government) {
        int moved = 0;
        for (MoveDecreeId due :
                transactions.inTenant(government, () -> rows.due(today(government)))) {
            try {
                moved += transactions.inTenant(government, () -> make(government, due));
            } catch (RuntimeException broken) {
                LOG.error("the moves of a decree could not be made", broken);
            }
        }
        return moved;
    }

    private int make(LocalGovernmentId government, MoveDecreeId id) {
        MoveDecree it = held(id);
        boolean first = it.state() == MoveDecree.State.APPROVED;
        if (!first && (it.state() != MoveDecree.State.DONE || it.open() == 0)) {
            return 0;
        }
        Map<Integer, String> results =
                moves.make(
                        government, it, rows.lines(id).stream().filter(MoveLine::isDue).toList());
        Instant now = clock.instant();
        int moved = 0;
        for (Map.Entry<Integer, String> one : results.entrySet()) {
            boolean made =
                    one.getValue().isEmpty() || one.getValue().equals(MovesOfDay.POST_NOT_ENTERED);
            rows.line(id, one.getKey(), one.getValue(), made, now);
            moved += made ? 1 : 0;
        }
        if (first) {
            rows.end(id, MoveDecree.State.DONE, "", now);
        }
        if (first || moved > 0) {
            record("organization.make-moves", null, found(id), first ? "MADE" : "MADE_LATER");
        }
        return moved;
    }

    private MoveDecree held(MoveDecreeId id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("moves.not-found"));
    }

    private MoveDecree found(MoveDecreeId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("moves.not-found"));
    }

    private void record(String command, @Nullable UUID by, MoveDecree it, String outcome) {
        audit.record(
                new AuditRecord(
                        command,
                        by,
                        "move-decree",
                        it.id().value(),
                        outcome,
                        Map.of(
                                "from", it.from().toString(),
                                "lines", it.lines(),
                                "problems", it.problems())));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
