package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.PersonId;
import java.time.Instant;

/** A letter that an applicant asked someone for and that is not yet written. */
public record LetterRequest(
        ApplicationId application,
        Endorsement.Kind kind,
        PersonId asked,
        Instant askedAt,
        String applicantName,
        String agencyName) {
    @Override
    public String toString() {
        return "LetterRequest[" + application + " " + kind + "]";
    }
}
