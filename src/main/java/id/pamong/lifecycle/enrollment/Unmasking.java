package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.People;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Shows the NIK of an application in clear: to its applicant and to RA officers, with the second
 * factor and a reason, and never without a record.
 */
@Component
public class Unmasking {
    /** Longest reason, in characters. */
    public static final int REASON = 300;

    private final Enrollment enrollment;
    private final People people;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    Unmasking(
            Enrollment enrollment,
            People people,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.people = people;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** What became of the wish. */
    public sealed interface Outcome {
        /** Sixteen digits. */
        record Shown(String nik) implements Outcome {
            @Override
            public String toString() {
                return "Shown[…]";
            }
        }

        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Refuses whom the table does not let see the NIK of this application. */
    public void requireMayAsk(Actor actor, ApplicationId id) {
        transactions.inTenant(actor.government(), () -> permitted(actor, id));
    }

    /** Shows the NIK; the reason stands in the audit record. */
    public Outcome reveal(Actor actor, ApplicationId id, String reason) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = permitted(actor, id);
                    if (reason.strip().length() < 10 || reason.length() > REASON) {
                        return new Outcome.Refused(
                                List.of(
                                        Finding.blocking(
                                                "enrollment.unmask-reason", "reason", REASON)));
                    }
                    audit.record(
                            new AuditRecord(
                                    "enrollment.unmask",
                                    actor.account().value(),
                                    "application",
                                    id.value(),
                                    "SHOWN",
                                    Map.of("field", "nik", "reason", reason.strip())));
                    return new Outcome.Shown(
                            people.revealNik(actor.government(), dossier.applicant().person()));
                });
    }

    private Dossier permitted(Actor actor, ApplicationId id) {
        Dossier dossier = enrollment.dossier(actor.government(), id);
        Scope scope =
                dossier.applicant().person().equals(actor.person()) ? Scope.OWN : Scope.OTHERS;
        if (!permissions.mayTry(actor, "enrollment.unmask", dossier.state().name(), scope)) {
            throw new NotFound("application.not-found");
        }
        permissions.require(actor, "enrollment.unmask", dossier.state(), scope);
        return dossier;
    }
}
