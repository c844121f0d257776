package id.pamong.lifecycle.issuance;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of a step of the applicant. */
public sealed interface ActivationOutcome {
    /** The step is done; the page shows the next one. */
    record Done(ActivationStep next) implements ActivationOutcome {}

    /** The step is not done; every reason at once. */
    record Refused(List<Finding> findings) implements ActivationOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }

        static Refused because(String code, String field, Object... arguments) {
            return new Refused(List.of(Finding.blocking(code, field, arguments)));
        }
    }
}
