package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.CertificateType;
import java.time.Instant;

/**
 * An application in a list.
 *
 * @param applicantName title, name, title
 * @param changedAt when it came into its state or was last edited
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
        int version) {
    @Override
    public String toString() {
        return "ApplicationSummary[" + id + " " + state + "]";
    }
}
