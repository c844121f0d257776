package id.pamong.office.archive;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** Whether a paper may enter a dossier. */
public sealed interface IntakeOutcome {
    /** The paper, cleaned. */
    record Accepted(Paper paper) implements IntakeOutcome {}

    /**
     * Why not; each finding names the file and says what to do. Their sentences are in {@code
     * messages/archive_*}; the caller sets the field by {@link Finding} where it has one.
     */
    record Refused(List<Finding> findings) implements IntakeOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
