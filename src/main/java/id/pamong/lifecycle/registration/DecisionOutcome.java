package id.pamong.lifecycle.registration;

import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.List;

/** What came of deciding a case. */
public sealed interface DecisionOutcome {
    /** Decided and signed; a second press of the button gives the same decision again. */
    record Decided(RecordedDecision decision) implements DecisionOutcome {}

    /** Not allowed as it stands; every reason at once. What was typed is kept. */
    record Refused(List<Finding> findings) implements DecisionOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /** The passphrase does not open the officer's key. What was typed is kept. */
    record WrongPassphrase(int left) implements DecisionOutcome {}

    /** No passphrase is tried before that instant. What was typed is kept. */
    record Blocked(Instant until) implements DecisionOutcome {}

    /** Another officer took or decided the case, or the applicant changed it. */
    record Changed() implements DecisionOutcome {}
}
