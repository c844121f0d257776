package id.pamong.authority.custody;

import java.time.Instant;

/** What came of a try to open a key with a passphrase. */
public sealed interface OpeningOutcome {
    /** The passphrase opened the key; the caller closes it. */
    record Opened(OpenKey key) implements OpeningOutcome {}

    /**
     * The passphrase did not open the key.
     *
     * @param left tries until the key is blocked; at least 1
     */
    record WrongPassphrase(int left) implements OpeningOutcome {}

    /** Five tries failed: no passphrase is tried before that instant. */
    record Blocked(Instant until) implements OpeningOutcome {}
}
