package id.pamong.use.signing;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of a try to sign a letter. */
public sealed interface SigningOutcome {
    /** Signed, checked, stored and registered; also when it had been so before. */
    record Signed(Letter letter) implements SigningOutcome {}

    /** Not signed; document and placement are kept. Every reason at once. */
    record NotSigned(Letter letter, List<Finding> findings) implements SigningOutcome {
        public NotSigned {
            findings = List.copyOf(findings);
        }
    }
}
