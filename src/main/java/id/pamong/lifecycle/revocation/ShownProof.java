package id.pamong.lifecycle.revocation;

import java.time.Instant;

/**
 * Proof that the world can see a revocation: the bytes are kept with it.
 *
 * @param sha256 of the OCSP answer or CRL, DER, lower-case hexadecimal
 */
public record ShownProof(Kind kind, String sha256, int bytes, Instant at) {
    /** Which service showed it. */
    public enum Kind {
        OCSP,
        CRL
    }
}
