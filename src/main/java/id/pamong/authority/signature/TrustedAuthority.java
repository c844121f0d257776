package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.security.cert.X509Certificate;

/**
 * An authority that a check knows.
 *
 * @param anchor where a path may end: the root's certificate
 * @param name as shown to people
 */
public record TrustedAuthority(X509Certificate anchor, String name, Standing standing) {}
