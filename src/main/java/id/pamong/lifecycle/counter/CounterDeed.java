package id.pamong.lifecycle.counter;

import id.pamong.office.organization.PersonId;
import java.time.Instant;

/** Who did what with a file, and when. */
public record CounterDeed(Deed deed, PersonId person, Instant at) {
    /** What was done. */
    public enum Deed {
        RECEIVED,
        SCANNED,
        DIVIDED,
        KEYED,
        CERTIFIED,
        SUBMITTED,
        /** The applicant confirmed what was keyed. */
        CONFIRMED,
        /** The applicant sent it back. */
        SENT_BACK
    }
}
