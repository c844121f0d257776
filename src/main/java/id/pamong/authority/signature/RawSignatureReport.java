package id.pamong.authority.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a check says of a detached signature. */
public sealed interface RawSignatureReport {
    /**
     * The signature is over this content and its certificate leads to a known authority.
     *
     * @param claimedAt the signer's own clock, or null
     */
    record Valid(
            X509Certificate certificate, TrustedAuthority authority, @Nullable Instant claimedAt)
            implements RawSignatureReport {}

    /** Not valid, and why. */
    record Invalid(ReasonCode reason) implements RawSignatureReport {}
}
