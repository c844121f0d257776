package id.pamong.lifecycle.renewal;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Reapplication;
import id.pamong.lifecycle.issuance.CertificateIssued;
import id.pamong.lifecycle.issuance.Issuance;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.page.Dates;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The owner renews with one press (MDN-14(2)): the application for the next certificate is made
 * from the last dossier and asks only for what changed. The next one has a new key; the old one
 * stays usable to its end, and the register says which took the place of which (MDN-14(1)).
 */
@Component
public class Renewals {
    private final RenewalRows rows;
    private final Certificates certificates;
    private final Issuance issuance;
    private final Enrollment enrollment;
    private final Reapplication reapplication;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Dates dates;
    private final Clock clock;

    Renewals(
            RenewalRows rows,
            Certificates certificates,
            Issuance issuance,
            Enrollment enrollment,
            Reapplication reapplication,
            LocalGovernments governments,
            Regulations regulations,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.certificates = certificates;
        this.issuance = issuance;
        this.enrollment = enrollment;
        this.reapplication = reapplication;
        this.governments = governments;
        this.regulations = regulations;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.dates = dates;
        this.clock = clock;
    }

    /** What became of the press. */
    public sealed interface Outcome {
        /**
         * The application for the next certificate.
         *
         * @param changes what the owner still has to give besides the declaration
         */
        record Begun(ApplicationId application, List<Reapplication.Change> changes)
                implements Outcome {
            public Begun {
                changes = List.copyOf(changes);
            }
        }

        /** Nothing was begun; every reason. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** The actor's own certificate; another one's does not exist for the actor. */
    public RegisteredCertificate certificate(Actor actor, CertificateId id) {
        return certificates
                .byId(actor.government(), id)
                .filter(one -> one.person().equals(actor.person()))
                .orElseThrow(() -> new NotFound("certificate.not-found"));
    }

    /** Why this certificate cannot be renewed now; empty when it can. */
    public List<Finding> objections(LocalGovernmentId government, RegisteredCertificate it) {
        LocalGovernment home = governments.get(government);
        List<Finding> findings = new ArrayList<>();
        if (it.profile() == ProfileId.RA_OFFICER) {
            findings.add(Finding.blocking("renewal.officer", null));
        }
        if (it.isRevoked() || it.isBlocked()) {
            findings.add(Finding.blocking("renewal.not-in-force", null));
        }
        LocalDate opens = home.dateAt(it.notAfter()).minusDays(plan(home).horizon());
        if (home.dateAt(clock.instant()).isBefore(opens)) {
            findings.add(Finding.blocking("renewal.too-early", null, dates.on(opens)));
        }
        if (certificates.successorOf(government, it.id()).isPresent()) {
            findings.add(Finding.blocking("renewal.done-already", null));
        }
        return findings;
    }

    /** The application that renews it, while it is under way. */
    public Optional<ApplicationId> underWay(LocalGovernmentId government, CertificateId id) {
        return transactions.inTenant(
                government,
                () ->
                        rows.latestOf(id)
                                .filter(application ->
                                        enrollment
                                                .find(government, application)
                                                .filter(found -> !found.state().isFinal())
                                                .isPresent()));
    }

    /** Renews: begins the application, or leads to the one that is under way. */
    public Outcome begin(Actor actor, CertificateId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    RegisteredCertificate own = certificate(actor, id);
                    permissions.require(actor, "renewal.begin", "*", Set.of(Scope.OWN));
                    Optional<ApplicationId> open = underWay(actor.government(), id);
                    if (open.isPresent()) {
                        return new Outcome.Begun(open.get(), List.of());
                    }
                    List<Finding> findings = objections(actor.government(), own);
                    if (!findings.isEmpty()) {
                        return new Outcome.Refused(findings);
                    }
                    Reapplication.Begun begun =
                            reapplication.begin(
                                    actor.government(),
                                    actor.person(),
                                    issuance.applicationOf(actor.government(), id),
                                    actor.account().value());
                    rows.begin(begun.id(), id, now());
                    audit.record(
                            new AuditRecord(
                                    "renewal.begin",
                                    actor.account().value(),
                                    "certificate",
                                    id.value(),
                                    begun.existing() ? "JOINED" : "BEGUN",
                                    Map.of(
                                            "application",
                                            begun.id().toString(),
                                            "changes",
                                            begun.changes().stream().map(Enum::name).toList())));
                    return new Outcome.Begun(begun.id(), begun.changes());
                });
    }

    /** In the transaction of the issue: the register learns which took the place of which. */
    @EventListener
    void on(CertificateIssued issued) {
        transactions.inTenant(
                issued.government(),
                () ->
                        rows.renewedBy(issued.application())
                                .ifPresent(before -> {
                                    certificates.follow(
                                            issued.government(), issued.certificate(), before);
                                    audit.record(
                                            new AuditRecord(
                                                    "renewal.follow",
                                                    null,
                                                    "certificate",
                                                    issued.certificate().value(),
                                                    "FOLLOWS",
                                                    Map.of("before", before.toString())));
                                }));
    }

    ReminderPlan plan(LocalGovernment home) {
        return ReminderPlan.of(
                regulations.profile(home.regulationId()).setting("renew.reminderDays").values());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
