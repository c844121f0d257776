package id.pamong.authority.signature;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The trust list of a check.
 *
 * @param intermediates certificates that may be missing in a file; they are not trusted by
 *     themselves
 * @param revocations asked when a file lacks the proof; {@link RevocationSource#none()} for none
 */
public record TrustedAuthorities(
        List<TrustedAuthority> authorities,
        List<X509Certificate> intermediates,
        RevocationSource revocations) {
    public TrustedAuthorities {
        authorities = List.copyOf(authorities);
        intermediates = List.copyOf(intermediates);
    }
}
