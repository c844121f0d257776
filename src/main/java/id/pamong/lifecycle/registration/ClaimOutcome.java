package id.pamong.lifecycle.registration;

import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.List;

/** What came of taking a case. */
public sealed interface ClaimOutcome {
    /** It lies on the officer's desk. */
    record Taken(Claim claim) implements ClaimOutcome {}

    /** Another officer has it until then, unless it is released or used on. */
    record HeldByOther(String officer, Instant until) implements ClaimOutcome {}

    /** It is not, or no longer, to be verified. */
    record NotToVerify() implements ClaimOutcome {}

    /** The actor may not act as an officer now, and why. */
    record Refused(List<Finding> findings) implements ClaimOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
