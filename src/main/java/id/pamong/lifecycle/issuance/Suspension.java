package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.DecisionVoided;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.IdentityChanged;
import id.pamong.office.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A presence counts only as long as no means of sign-in has changed since (MDN-13(4)): who takes
 * over a mailbox, a password or a telephone after the counter gets nothing.
 */
@Component
class Suspension {
    private final ActivationRows rows;
    private final Accounts accounts;
    private final Enrollment enrollment;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    Suspension(
            ActivationRows rows,
            Accounts accounts,
            Enrollment enrollment,
            Notifications notifications,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.enrollment = enrollment;
        this.notifications = notifications;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the change. */
    @EventListener
    void on(IdentityChanged changed) {
        transactions.inTenant(
                changed.government(),
                () ->
                        rows.of(accounts.personOf(changed.government(), changed.account()))
                                .forEach(activation ->
                                        suspend(
                                                changed.government(),
                                                activation,
                                                changed.means().name())));
    }

    /** The decision no longer counts, so neither does the presence. */
    @EventListener
    void on(DecisionVoided voided) {
        transactions.inTenant(
                voided.government(),
                () ->
                        rows.hold(new ActivationId(voided.application().value()))
                                .filter(Suspension::isBeforeOrder)
                                .ifPresent(activation ->
                                        rows.endCode(
                                                activation.id(),
                                                ActivationStep.PRESENCE,
                                                clock.instant())));
    }

    /** Whether the person who was identified is still the only one with the means of sign-in. */
    boolean isStillIdentified(LocalGovernmentId government, Activation activation) {
        return switch (activation.ground()) {
            case IssuanceGround.ByCeremony _ -> true;
            case IssuanceGround.ByDecision _ -> {
                Instant presence = activation.presenceAt();
                Optional<Instant> changed =
                        accounts.accountOf(government, activation.person())
                                .flatMap(account -> accounts.lastMeansChange(government, account));
                yield presence != null && changed.isPresent() && !changed.get().isAfter(presence);
            }
        };
    }

    /** Ends the presence of an activation that is not ordered yet. */
    void suspend(LocalGovernmentId government, Activation activation, String means) {
        if (!(activation.ground() instanceof IssuanceGround.ByDecision(ApplicationId id))
                || !isBeforeOrder(activation)) {
            return;
        }
        rows.endCode(activation.id(), ActivationStep.PRESENCE, clock.instant());
        Dossier dossier = enrollment.dossier(government, id);
        if (dossier.state() == ApplicationState.ACTIVATION) {
            enrollment.advance(government, id, dossier.version(), Step.SUSPEND_ACTIVATION);
        }
        audit.record(
                new AuditRecord(
                        "issuance.suspend",
                        null,
                        "application",
                        id.value(),
                        "SUSPENDED",
                        Map.of("means", means)));
        notifications.tell(
                government,
                activation.person(),
                "issuance.suspended." + means,
                Map.of("application", dossier.number()),
                "/aktivasi/" + id,
                List.of());
    }

    private static boolean isBeforeOrder(Activation activation) {
        return switch (activation.step()) {
            case CODE, READ_BACK, STATEMENT, AGREEMENT, PASSPHRASE -> true;
            case PRESENCE, ORDERED, RECEIPT, DONE -> false;
        };
    }
}
