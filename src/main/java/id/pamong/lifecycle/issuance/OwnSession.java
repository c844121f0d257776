package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * The applicant's own session, in which alone a certificate is taken into use (MDN-13(4)): each
 * step finds the activation to be the actor's own, at that step, permitted, its person still
 * identified by the same means and still serving, in one transaction.
 */
@Component
class OwnSession {
    static final String COMMAND = "issuance.activate";

    private final ActivationRows rows;
    private final Suspension suspension;
    private final TimeOfService service;
    private final LocalGovernments governments;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    OwnSession(
            ActivationRows rows,
            Suspension suspension,
            TimeOfService service,
            LocalGovernments governments,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions) {
        this.rows = rows;
        this.suspension = suspension;
        this.service = service;
        this.governments = governments;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One step of the session; everything that may stop it is looked at before the work. */
    ActivationOutcome step(
            Actor actor,
            ActivationId id,
            ActivationStep expected,
            BiFunction<LocalGovernment, Activation, ActivationOutcome> work) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Activation activation = held(actor, id);
                    permissions.require(
                            actor, COMMAND, activation.step().name(), Set.of(Scope.OWN));
                    if (activation.step() != expected) {
                        throw new Conflict("stale");
                    }
                    if (!suspension.isStillIdentified(actor.government(), activation)) {
                        suspension.suspend(actor.government(), activation, "MEANS");
                        return ActivationOutcome.Refused.because("issuance.suspended", "code");
                    }
                    List<Finding> left = service.objections(actor.government(), actor.person());
                    if (!left.isEmpty()) {
                        return new ActivationOutcome.Refused(left);
                    }
                    return work.apply(governments.get(actor.government()), activation);
                });
    }

    /** The actor's own activation, held until the end of the transaction. */
    Activation held(Actor actor, ActivationId id) {
        Activation activation = rows.hold(id).orElseThrow(() -> new NotFound("issuance.not-found"));
        own(actor, activation);
        return activation;
    }

    /** Someone else's is NotFound. */
    static void own(Actor actor, Activation activation) {
        if (!activation.person().equals(actor.person())) {
            throw new NotFound("issuance.not-found");
        }
    }

    /** The step's audit record, in its transaction. */
    void record(Actor actor, ActivationId id, String outcome, Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        COMMAND,
                        actor.account().value(),
                        "activation",
                        id.value(),
                        outcome,
                        facts));
    }
}
