package id.pamong.lifecycle.host;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of permitting. */
public sealed interface PermitOutcome {
    /** It stands. */
    record Granted(HostPermit permit) implements PermitOutcome {}

    /** Nothing was changed; every reason at once. */
    record Refused(List<Finding> findings) implements PermitOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
