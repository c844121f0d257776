package id.pamong.lifecycle.revocation;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What became of a command on a revocation case. */
public sealed interface CaseOutcome {
    /** Done; the case as it stands now. */
    record Done(RevocationCase revocation) implements CaseOutcome {}

    /** Nothing was changed; every reason at once. */
    record Refused(List<Finding> findings) implements CaseOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
