package id.pamong.lifecycle.subscriber;

import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.archive.IntakeOutcome;
import id.pamong.office.archive.Paper;
import id.pamong.office.archive.PaperIntake;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** The small register of policies under which other parties may apply. */
@Component
public class RaPolicies {
    private static final int NUMBER = 100;
    private static final int TITLE = 200;

    private final RaPolicyRows rows;
    private final PaperIntake intake;
    private final Archive archive;
    private final LocalGovernments governments;
    private final Permissions permissions;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    RaPolicies(
            RaPolicyRows rows,
            PaperIntake intake,
            Archive archive,
            LocalGovernments governments,
            Permissions permissions,
            TenantTransactions transactions,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.archive = archive;
        this.governments = governments;
        this.permissions = permissions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is typed about a policy; a date that cannot be read is null. */
    public record Typed(
            String number,
            String title,
            @Nullable LocalDate datedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean untilUnreadable) {}

    /** What became of an entry. */
    public sealed interface Outcome {
        record Entered(RaPolicy policy) implements Outcome {}

        /** Everything wrong with it at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** All, the latest first. */
    public List<RaPolicy> all(LocalGovernmentId government) {
        return transactions.inTenant(government, rows::all);
    }

    /**
     * A page of the register, by the first day in force.
     *
     * @param text part of a number or a title, or empty
     * @param inForce whether in force today, or null for either
     */
    public List<RaPolicy> list(
            LocalGovernmentId government,
            String text,
            @Nullable Boolean inForce,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(
                government,
                () -> rows.list(text, inForce, today(government), descending, after, limit));
    }

    /** Those in force on a day. */
    public List<RaPolicy> inForce(LocalGovernmentId government, LocalDate on) {
        return all(government).stream().filter(policy -> policy.isInForceOn(on)).toList();
    }

    public Optional<RaPolicy> find(LocalGovernmentId government, PolicyId id) {
        return transactions.inTenant(government, () -> rows.find(id));
    }

    /** Enters a policy with its document. */
    public Outcome enter(
            Actor actor, Typed typed, @Nullable String fileName, @Nullable InputStreamSource upload)
            throws IOException {
        permissions.require(actor, "subscriber.enter-policy");
        List<Finding> findings = new ArrayList<>(check(actor.government(), typed));
        if (fileName == null || upload == null) {
            findings.add(Finding.blocking("policy.file", "file"));
            return new Outcome.Refused(findings);
        }
        return switch (intake.accept("file", fileName, upload)) {
            case IntakeOutcome.Refused(List<Finding> refused) -> {
                findings.addAll(refused);
                yield new Outcome.Refused(findings);
            }
            case IntakeOutcome.Accepted(Paper paper) ->
                    findings.isEmpty()
                            ? transactions.inTenant(
                                    actor.government(), () -> keep(actor, typed, paper))
                            : new Outcome.Refused(findings);
        };
    }

    /** Ends a policy: today is its last day. */
    public void end(Actor actor, PolicyId id) {
        permissions.require(actor, "subscriber.enter-policy");
        transactions.inTenant(
                actor.government(),
                () -> {
                    RaPolicy policy =
                            rows.find(id).orElseThrow(() -> new NotFound("policy.not-found"));
                    LocalDate today = today(actor.government());
                    rows.end(id, today.isBefore(policy.from()) ? policy.from() : today);
                    record(actor, id, "ENDED");
                });
    }

    /** The document of a policy. */
    public byte[] document(Actor actor, PolicyId id) {
        permissions.require(actor, "subscriber.policies");
        return transactions.inTenant(
                actor.government(),
                () ->
                        archive.read(
                                actor.government(),
                                rows.find(id)
                                        .orElseThrow(() -> new NotFound("policy.not-found"))
                                        .file()));
    }

    private Outcome keep(Actor actor, Typed typed, Paper paper) {
        FileId file = archive.store(actor.government(), FileKind.RA_POLICY, paper);
        RaPolicy policy =
                new RaPolicy(
                        new PolicyId(UUID.randomUUID()),
                        typed.number(),
                        typed.title(),
                        Objects.requireNonNull(typed.datedOn()),
                        Objects.requireNonNull(typed.from()),
                        typed.until(),
                        file);
        rows.add(policy, clock.instant());
        record(actor, policy.id(), "ENTERED");
        return new Outcome.Entered(policy);
    }

    private List<Finding> check(LocalGovernmentId government, Typed typed) {
        List<Finding> findings = new ArrayList<>();
        if (typed.number().isBlank() || typed.number().length() > NUMBER) {
            findings.add(Finding.blocking("policy.number", "number", NUMBER));
        } else if (all(government).stream()
                .anyMatch(other -> other.number().equalsIgnoreCase(typed.number()))) {
            findings.add(Finding.blocking("policy.number-there", "number"));
        }
        if (typed.title().isBlank() || typed.title().length() > TITLE) {
            findings.add(Finding.blocking("policy.title", "title", TITLE));
        }
        LocalDate dated = typed.datedOn();
        LocalDate from = typed.from();
        LocalDate until = typed.until();
        if (dated == null || dated.isAfter(today(government))) {
            findings.add(Finding.blocking("policy.dated", "datedOn"));
        }
        if (from == null || (dated != null && from.isBefore(dated))) {
            findings.add(Finding.blocking("policy.from", "from"));
        }
        if (typed.untilUnreadable() || (until != null && from != null && until.isBefore(from))) {
            findings.add(Finding.blocking("policy.until", "until"));
        }
        return findings;
    }

    private void record(Actor actor, PolicyId id, String outcome) {
        audit.record(
                new AuditRecord(
                        "subscriber.enter-policy",
                        actor.account().value(),
                        "policy",
                        id.value(),
                        outcome,
                        Map.of()));
    }

    private LocalDate today(LocalGovernmentId government) {
        return governments.get(government).dateAt(clock.instant());
    }
}
