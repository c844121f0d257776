package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.Duplicates.PeopleMerging;
import id.pamong.office.organization.Duplicates.PeopleParted;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows for applications when two entries are found to be one person. One on its way was
 * handed in, and perhaps decided, on data that are no longer the person's: it goes back to the
 * applicant, who declares the truth again (MDN-17a). One that is at its end keeps the entry under
 * which it was decided, so that the decision still fits its dossier.
 */
@Component
class MergedApplicants {
    private final Applications applications;
    private final Enrollment enrollment;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TenantTransactions transactions;
    private final Clock clock;

    MergedApplicants(
            Applications applications,
            Enrollment enrollment,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TenantTransactions transactions,
            Clock clock) {
        this.applications = applications;
        this.enrollment = enrollment;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the transaction of the merge, before anything moves. */
    @EventListener
    void on(PeopleMerging merging) {
        transactions.inTenant(
                merging.government(),
                () -> {
                    takeBack(merging.government(), merging.gone());
                    applications.keepEntry(merging.gone());
                });
    }

    /** In the transaction that takes it back, after everything moved. */
    @EventListener
    void on(PeopleParted parted) {
        transactions.inTenant(
                parted.government(),
                () -> {
                    takeBack(parted.government(), parted.gone());
                    applications.forgetEntry(parted.gone());
                });
    }

    private void takeBack(LocalGovernmentId government, PersonId person) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        applications.ofPerson(person).stream()
                .filter(one -> Transitions.after(one.state(), Step.AMEND).isPresent())
                .map(one -> enrollment.dossier(government, one.id()))
                .forEach(dossier -> takeBack(government, dossier, now));
    }

    private void takeBack(LocalGovernmentId government, Dossier dossier, Instant now) {
        enrollment.moved(
                dossier,
                dossier.declared(dossier.number(), null, null),
                Step.AMEND,
                List.of(),
                now);
        audit.record(
                new AuditRecord(
                        "enrollment.take-back-merged",
                        null,
                        "application",
                        dossier.id().value(),
                        "TAKEN_BACK",
                        Map.of("was", dossier.state().name())));
        events.publishEvent(new DecisionVoided(government, dossier.id(), dossier.state()));
        notifications.tell(
                government,
                dossier.applicant().person(),
                "application-of-merged",
                Map.of("application", dossier.number()),
                "/permohonan/" + dossier.id(),
                List.of());
    }
}
