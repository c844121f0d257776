package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.CertificateType;
import java.time.Instant;

/**
 * An application in a list.
 *
 * @param applicantName title, name, title
 * @param changedAt when it came into its state or was last edited
 * @param queuedAt when it was last submitted, before that when it was begun; the order of the
 *     queue, which an officer who takes a case and puts it back does not change
 */
public record ApplicationSummary(
        ApplicationId id,
        String number,
        ApplicationState state,
        CertificateType type,
        PersonId applicant,
        String applicantName,
        String agencyName,
        Instant createdAt,
        Instant changedAt,
        Instant queuedAt,
        int version) {
    @Override
    public String toString() {
        return "ApplicationSummary[" + id + " " + state + "]";
    }
}
