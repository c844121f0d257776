package id.pamong.authority.signature;

import id.pamong.authority.gateway.KnownAuthority;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The trust list of a check.
 *
 * @param revocations asked when a file lacks the proof; {@link RevocationSource#none()} for none
 */
public record TrustedAuthorities(List<TrustedAuthority> authorities, RevocationSource revocations) {
    public TrustedAuthorities {
        authorities = List.copyOf(authorities);
    }

    /** The authorities that the gateway knows. */
    public static TrustedAuthorities of(List<KnownAuthority> known, RevocationSource revocations) {
        return new TrustedAuthorities(
                known.stream().map(TrustedAuthorities::trusted).toList(), revocations);
    }

    /**
     * Who issued the first certificate of a path: the nearest known authority above it.
     *
     * @param path signer first
     */
    public Optional<TrustedAuthority> issuerOf(List<X509Certificate> path) {
        return path.stream()
                .skip(1)
                .flatMap(certificate ->
                        authorities.stream()
                                .filter(known -> known.certificate().equals(certificate)))
                .findFirst();
    }

    private static TrustedAuthority trusted(KnownAuthority known) {
        try {
            return new TrustedAuthority(
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(known.der())),
                    known.root(),
                    known.name(),
                    known.standing());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a known authority's certificate is broken", e);
        }
    }
}
