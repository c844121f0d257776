package id.pamong.use.signing;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of bringing a letter to sign. */
public sealed interface UploadOutcome {
    /** Kept as a draft. */
    record Kept(LetterId letter) implements UploadOutcome {}

    /** Not kept; every reason at once. */
    record Refused(List<Finding> findings) implements UploadOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
