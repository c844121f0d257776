package id.pamong.lifecycle.destruction;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of stating a key's destruction. */
public sealed interface KeyEndOutcome {
    /** Recorded; a second statement finds the first. */
    record Stated(KeyEnd.Done done) implements KeyEndOutcome {}

    /** Nothing was recorded; every reason at once. */
    record Refused(List<Finding> findings) implements KeyEndOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
