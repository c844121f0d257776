package id.pamong.authority.signature;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of preparing a PDF for signing. */
public sealed interface PreparationOutcome {
    /** The bytes to sign are ready. */
    record Prepared(PreparedSignature signature) implements PreparationOutcome {}

    /** The document cannot be signed as it is; every reason at once. */
    record Refused(List<Finding> findings) implements PreparationOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
