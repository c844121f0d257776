package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One application of a batch, as its preparer sees it: where it stands, and nothing of its papers.
 *
 * @param number of the application, empty until the applicant confirmed or submitted
 * @param confirmedAt when the applicant last confirmed everything, or null; a change takes it back
 * @param remindedAt when the applicant was last reminded, or null
 * @param letters that are in the dossier
 * @param asked letters that someone is asked for
 * @param struck who struck the name out of a letter and why, or null
 */
public record CollectiveMember(
        ApplicationId application,
        PersonId person,
        String name,
        String post,
        String agencyName,
        String number,
        ApplicationState state,
        @Nullable Instant confirmedAt,
        @Nullable Instant remindedAt,
        Set<Endorsement.Kind> letters,
        Set<Endorsement.Kind> asked,
        @Nullable Struck struck) {
    public CollectiveMember {
        letters = Set.copyOf(letters);
        asked = Set.copyOf(asked);
    }

    /**
     * A name struck out of a list.
     *
     * @param reason a sentence of the giver, for the applicant and the preparer
     */
    public record Struck(Endorsement.Kind kind, PersonId by, String reason, Instant at) {
        @Override
        public String toString() {
            return "Struck[" + kind + "]";
        }
    }

    /** Where a member stands, for the preparer. */
    public enum Standing {
        /** The applicant has not confirmed yet. */
        TO_CONFIRM,
        /** Confirmed; letters are missing. */
        CONFIRMED,
        /** A giver struck the name out. */
        STRUCK,
        /** With the registration authority. */
        SUBMITTED,
        /** Approved, or further. */
        APPROVED,
        /** Returned to the applicant. */
        RETURNED,
        /** Rejected, or given up by the applicant. */
        ENDED
    }

    public Standing standing() {
        return standing(state, struck != null, confirmedAt != null);
    }

    static Standing standing(ApplicationState state, boolean struck, boolean confirmed) {
        return switch (state) {
            case DRAFT, ENDORSEMENT ->
                    struck ? Standing.STRUCK : confirmed ? Standing.CONFIRMED : Standing.TO_CONFIRM;
            case SUBMITTED, VERIFICATION -> Standing.SUBMITTED;
            case APPROVED, ACTIVATION, FORWARDED, ISSUED, RECEIVED -> Standing.APPROVED;
            case RETURNED -> Standing.RETURNED;
            case REJECTED, WITHDRAWN -> Standing.ENDED;
        };
    }

    /** Whether letters may still be put into the dossier together with others. */
    public boolean takesLetters() {
        return struck == null
                && (state == ApplicationState.DRAFT || state == ApplicationState.ENDORSEMENT);
    }

    /** Whether a letter of the kind is still missing and may be put in together with others. */
    public boolean mayTake(Endorsement.Kind kind) {
        return takesLetters() && !letters.contains(kind);
    }

    @Override
    public String toString() {
        return "CollectiveMember[" + application + " " + state + "]";
    }
}
