package id.pamong.lifecycle.enrollment;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Confirmed applications of a batch, submitted when their letters are given: the applicant has
 * declared the truth and asked for it in person; nobody confirms for another.
 */
@Component
class CollectiveSubmission {
    private static final Set<String> LETTERS_MISSING =
            Set.of("enrollment.recommendation-missing", "enrollment.cover-letter-missing");

    private final CollectiveRows rows;
    private final Enrollment enrollment;
    private final DossierReview review;
    private final People people;
    private final LocalGovernments governments;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CollectiveSubmission(
            CollectiveRows rows,
            Enrollment enrollment,
            DossierReview review,
            People people,
            LocalGovernments governments,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.enrollment = enrollment;
        this.review = review;
        this.people = people;
        this.governments = governments;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
    }

    /** Whether nothing is missing but letters that are given to its batch together. */
    boolean awaitsOnlyLetters(Dossier dossier, List<Finding> findings) {
        List<Finding> blocking = findings.stream().filter(Finding::isBlocking).toList();
        return !blocking.isEmpty()
                && blocking.stream().allMatch(one -> LETTERS_MISSING.contains(one.code()))
                && rows.member(dossier.id()).filter(CollectiveMember::takesLetters).isPresent();
    }

    void confirmed(ApplicationId id, Instant at) {
        rows.confirmed(id, at);
    }

    /**
     * Submits those of the applications that are confirmed and lack no letter any more, in the open
     * transaction. One that a rule now stands against stays, and its applicant is told.
     *
     * @return how many were submitted
     */
    int submitConfirmed(
            LocalGovernmentId tenant, Collection<ApplicationId> applications, Instant now) {
        LocalGovernment government = governments.get(tenant);
        int submitted = 0;
        for (ApplicationId id : applications) {
            boolean ready =
                    rows.member(id)
                            .filter(CollectiveMember::takesLetters)
                            .filter(member -> member.confirmedAt() != null)
                            .isPresent();
            if (ready && submit(government, id, now)) {
                submitted++;
            }
        }
        return submitted;
    }

    private boolean submit(LocalGovernment government, ApplicationId id, Instant now) {
        Dossier dossier = enrollment.dossier(government.id(), id);
        Dossier current =
                dossier.of(
                        ApplicationDesk.factsOf(
                                people.get(government.id(), dossier.applicant().person())),
                        dossier.changedAt());
        List<Finding> findings = review.review(government, current, true);
        List<Finding> blocking = findings.stream().filter(Finding::isBlocking).toList();
        if (!blocking.isEmpty()
                && blocking.stream().allMatch(one -> LETTERS_MISSING.contains(one.code()))) {
            return false;
        }
        if (!blocking.isEmpty()) {
            rows.unconfirmed(id);
            notifications.tell(
                    government.id(),
                    dossier.applicant().person(),
                    "collective-not-submitted",
                    Map.of(),
                    "/permohonan/" + id,
                    List.of());
            return false;
        }
        Dossier submitted = enrollment.moved(dossier, current, Step.SUBMIT, List.of(), now);
        audit.record(
                new AuditRecord(
                        "enrollment.submit-confirmed",
                        null,
                        "application",
                        id.value(),
                        "SUBMITTED",
                        Map.of(
                                "dossier",
                                submitted.sha256(),
                                "confirmedAt",
                                String.valueOf(dossier.declaredAt()),
                                "softFindings",
                                findings.stream().map(Finding::code).sorted().toList())));
        events.publishEvent(new ApplicationSubmitted(government.id(), id));
        return true;
    }
}
