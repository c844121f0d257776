package id.pamong.lifecycle.registration;

import java.time.Instant;

/** What came of noting checks. */
public sealed interface SaveOutcome {
    /** Kept. */
    record Saved(Claim claim, Instant at) implements SaveOutcome {}

    /** Another officer took the case, or the applicant changed it: nothing was kept. */
    record Changed() implements SaveOutcome {}
}
