package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The work list of entries that may be one person. Two are made one, with everything that belongs
 * to either, or kept apart; both with a reason, and a merge can be taken back.
 */
@Component
public class Duplicates {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final PairRows pairs;
    private final MergeRows merges;
    private final PersonRows people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Duplicates(
            PairRows pairs,
            MergeRows merges,
            PersonRows people,
            LocalGovernments governments,
            TenantTransactions transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.merges = merges;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Two entries are about to be made one, in the open transaction; everything still belongs to
     * the one that goes.
     */
    public record PeopleMerging(LocalGovernmentId government, PersonId kept, PersonId gone) {}

    /** A merge was taken back, in the open transaction; what had moved belongs to both again. */
    public record PeopleParted(LocalGovernmentId government, PersonId kept, PersonId gone) {}

    /**
     * Two entries were made one, in the open transaction.
     *
     * @param kept stands for both from now on
     */
    public record PeopleMerged(LocalGovernmentId government, PersonId kept, PersonId gone) {}

    public PersonPair get(LocalGovernmentId government, UUID pair) {
        return transactions.inTenant(
                government,
                () -> pairs.find(pair).orElseThrow(() -> new NotFound("pair.not-found")));
    }

    /**
     * A page of the work list by the day of finding.
     *
     * @param state name of the only state, or empty
     */
    public List<PersonPair> list(
            LocalGovernmentId government,
            String state,
            @Nullable UUID after,
            boolean descending,
            int limit) {
        return transactions.inTenant(government, () -> pairs.list(state, after, descending, limit));
    }

    /** Two people after all; the pair is not asked about again. */
    public List<Finding> keepApart(
            LocalGovernmentId government, UUID pair, String reason, UUID by) {
        List<Finding> findings = reasonFindings(reason);
        if (findings.isEmpty()) {
            transactions.inTenant(
                    government,
                    () -> {
                        decide(pair, PersonPair.State.OPEN, PersonPair.State.APART, reason, by);
                        record("KEPT_APART", pair, by, Map.of());
                    });
        }
        return findings;
    }

    /**
     * One person: everything of the other entry moves to the kept one, whose key stays.
     *
     * @param actor who decides; never about the own entry
     */
    public List<Finding> merge(
            LocalGovernmentId government,
            UUID pair,
            PersonId kept,
            String reason,
            UUID by,
            PersonId actor) {
        List<Finding> findings = reasonFindings(reason);
        if (!findings.isEmpty()) {
            return findings;
        }
        try {
            transactions.inTenant(
                    government, () -> mergeNow(government, pair, kept, reason, by, actor));
            return List.of();
        } catch (TwoOpenApplications both) {
            return List.of(Finding.blocking("pair.open-applications", "kept"));
        }
    }

    private void mergeNow(
            LocalGovernmentId government,
            UUID pair,
            PersonId kept,
            String reason,
            UUID by,
            PersonId actor) {
        PersonPair found = get(government, pair);
        PersonId gone = found.one().equals(kept) ? found.other() : found.one();
        if (!found.one().equals(kept) && !found.other().equals(kept)) {
            throw new NotFound("pair.not-found");
        }
        if (kept.equals(actor) || gone.equals(actor)) {
            throw new Forbidden("pair.own");
        }
        if (people.mergedInto(kept).isPresent() || people.mergedInto(gone).isPresent()) {
            throw new Conflict("stale");
        }
        decide(pair, PersonPair.State.OPEN, PersonPair.State.MERGED, reason, by);
        events.publishEvent(new PeopleMerging(government, kept, gone));
        UUID merge = UUID.randomUUID();
        merges.begin(merge, kept, gone, by, reason.strip(), clock.instant());
        MergeRows.Moved moved =
                merges.move(merge, kept, gone, governments.get(government).dateAt(clock.instant()));
        if (moved.stayed().contains("application")) {
            throw new TwoOpenApplications();
        }
        merges.mark(gone, kept);
        events.publishEvent(new PeopleMerged(government, kept, gone));
        record(
                "MERGED",
                pair,
                by,
                Map.of(
                        "merge", merge.toString(),
                        "kept", kept.toString(),
                        "gone", gone.toString(),
                        "moved", moved.rows(),
                        "stayed", List.copyOf(moved.stayed())));
    }

    /** Takes a merge back; what came to the kept entry since then stays with it. */
    public List<Finding> undo(
            LocalGovernmentId government, UUID pair, String reason, UUID by, PersonId actor) {
        List<Finding> findings = reasonFindings(reason);
        if (findings.isEmpty()) {
            transactions.inTenant(
                    government,
                    () -> {
                        PersonPair found = get(government, pair);
                        if (found.one().equals(actor) || found.other().equals(actor)) {
                            throw new Forbidden("pair.own");
                        }
                        UUID merge = found.merge();
                        if (merge == null) {
                            throw new Conflict("stale");
                        }
                        MergeRows.Merge of =
                                merges.inForce(merge).orElseThrow(() -> new Conflict("stale"));
                        decide(pair, PersonPair.State.MERGED, PersonPair.State.OPEN, "", by);
                        int back = merges.undo(merge, of, by, reason.strip(), clock.instant());
                        events.publishEvent(new PeopleParted(government, of.kept(), of.gone()));
                        record(
                                "UNDONE",
                                pair,
                                by,
                                Map.of("merge", merge.toString(), "moved", back));
                    });
        }
        return findings;
    }

    private void decide(
            UUID pair, PersonPair.State from, PersonPair.State to, String reason, UUID by) {
        if (!pairs.decide(pair, from, to, reason.strip(), by, clock.instant())) {
            throw new Conflict("stale");
        }
    }

    private static List<Finding> reasonFindings(String reason) {
        int length = reason.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON
                ? List.of(Finding.blocking("pair.reason", "reason", LONGEST_REASON))
                : List.of();
    }

    private void record(String outcome, UUID pair, UUID by, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        "organization.decide-pair", by, "person-pair", pair, outcome, facts));
    }

    private static final class TwoOpenApplications extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
