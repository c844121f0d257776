package id.pamong.authority.signature;

import java.security.cert.X509Certificate;

/** Gives the proof of revocation state that goes into a signed document (ETSI EN 319 142-1, LT). */
@FunctionalInterface
public interface RevocationSource {
    /**
     * The current proof for a certificate of the issuer, which may be a subscriber's, an
     * intermediate authority's, a time stamp signer's or an OCSP signer's.
     */
    RevocationProof proofFor(X509Certificate certificate, X509Certificate issuer);

    /** Knows nothing. */
    static RevocationSource none() {
        return (certificate, issuer) -> RevocationProof.none();
    }
}
