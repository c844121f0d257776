package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The domains of official e-mail of a local government (MDN-10(3)c): an exact list, each name with
 * what is below it, changed by the head of the office with a legal ground.
 */
@Component
public class MailDomains {
    private final MailDomainRows rows;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    MailDomains(
            MailDomainRows rows,
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

    /**
     * A domain in force.
     *
     * @param addresses how many people have proved an address in it or below it
     */
    public record Domain(String name, int addresses) {}

    /** A change that was made. */
    public record Change(
            UUID id, List<String> before, List<String> after, String reason, Instant at) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Which changes are wanted and where the page begins.
     *
     * @param text part of a domain or of the ground
     * @param from not before this, or null
     * @param until before this, or null
     * @param after last row of the page before, or null
     */
    public record Wanted(
            String text,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean descending,
            @Nullable UUID after,
            int limit) {}

    /** What became of the wish to change the list. */
    public sealed interface Outcome {
        record Changed(List<String> domains) implements Outcome {
            public Changed {
                domains = List.copyOf(domains);
            }
        }

        /** Nothing was changed; every finding at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** The list with how much each name is used. */
    public List<Domain> of(LocalGovernmentId government) {
        return transactions.inTenant(
                government,
                () ->
                        governments.get(government).mailDomains().stream()
                                .map(name -> new Domain(name, rows.provedBelow(name)))
                                .toList());
    }

    /** The changes that were made, by their time. */
    public List<Change> changes(LocalGovernmentId government, Wanted wanted) {
        return transactions.inTenant(government, () -> rows.changes(wanted));
    }

    /**
     * Replaces the list. An address that a name no longer covers stays proved, but no further
     * application is submitted with it.
     *
     * @param typed names in any case, with spaces around them
     * @param reason the legal ground, a sentence
     * @param by account that does it
     */
    public Outcome change(
            LocalGovernmentId government, List<String> typed, String reason, UUID by) {
        List<String> domains =
                typed.stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList();
        return transactions.inTenant(
                government,
                () -> {
                    List<String> before = governments.get(government).mailDomains();
                    List<Finding> findings = MailDomainRules.check(domains, before, reason.strip());
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    rows.replace(government, domains);
                    rows.keep(
                            new Change(
                                    UUID.randomUUID(),
                                    before,
                                    domains,
                                    reason.strip(),
                                    clock.instant()),
                            by);
                    audit.record(
                            new AuditRecord(
                                    "organization.mail-domains",
                                    by,
                                    "local-government",
                                    government.value(),
                                    "CHANGED",
                                    Map.of(
                                            "before", before,
                                            "after", domains,
                                            "reason", reason.strip())));
                    return new Outcome.Changed(domains);
                });
    }
}
