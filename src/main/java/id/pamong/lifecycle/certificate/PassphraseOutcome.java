package id.pamong.lifecycle.certificate;

import id.pamong.office.regulation.Finding;
import java.util.List;

/** What came of changing a passphrase. */
public sealed interface PassphraseOutcome {
    /** From now on the new one alone opens the key. */
    record Changed() implements PassphraseOutcome {}

    /** Nothing changed; every reason at once. */
    record Refused(List<Finding> findings) implements PassphraseOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
