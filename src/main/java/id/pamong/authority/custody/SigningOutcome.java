package id.pamong.authority.custody;

import java.time.Instant;

/** What came of a try to sign with a passphrase. */
public sealed interface SigningOutcome {
    /**
     * The passphrase opened the key.
     *
     * @param signature DER of ECDSA-Sig-Value, or the RSA signature
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Signed(byte[] signature) implements SigningOutcome {}

    /**
     * The passphrase did not open the key.
     *
     * @param left tries until the key is blocked; at least 1
     */
    record WrongPassphrase(int left) implements SigningOutcome {}

    /** Five tries failed: no passphrase is tried before that instant. */
    record Blocked(Instant until) implements SigningOutcome {}
}
