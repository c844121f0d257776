package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that an applicant asked someone for and that is not yet written.
 *
 * @param minute whether the registration authority records a minute in its place
 * @param batch the list on which it is asked for together with others, or null
 */
public record LetterRequest(
        ApplicationId application,
        Endorsement.Kind kind,
        PersonId asked,
        boolean minute,
        Instant askedAt,
        String applicantName,
        String agencyName,
        @Nullable CollectiveBatchId batch) {
    /** The page on which it is given, below the local government. */
    String path() {
        return batch == null ? path(kind, application, minute) : ListGiverDesk.path(batch);
    }

    static String path(Endorsement.Kind kind, ApplicationId id, boolean minute) {
        return (minute ? "/berita-acara/" : "/") + kind.word() + "/" + id;
    }

    /** Tells who is asked for a letter from that of whoever is asked for a minute. */
    static String message(Endorsement.Kind kind, boolean minute) {
        return minute ? "letter-asked-minute" : "letter-asked-" + kind.name();
    }

    @Override
    public String toString() {
        return "LetterRequest[" + application + " " + kind + "]";
    }
}
