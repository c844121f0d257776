package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.security.cert.X509Certificate;

/**
 * An authority that a check knows.
 *
 * @param certificate of a root or of an issuing authority below one
 * @param anchor whether a path may end here; an issuing certificate only names what it issued
 * @param name as shown to people
 */
public record TrustedAuthority(
        X509Certificate certificate, boolean anchor, String name, Standing standing) {}
