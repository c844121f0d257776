package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.KeyUse;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate as it came back, held against its profile and its order, whichever authority made
 * it: key, subject, uses, validity, chain. All faults at once, as stable codes.
 */
final class ReturnedCertificate {
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final int DNS_NAME = 2;

    /** Java knows the title (X.520) by its number only. */
    private static final Map<String, String> TITLE = Map.of("2.5.4.12", "T");

    private ReturnedCertificate() {}

    static X509Certificate read(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    static List<String> faults(
            byte[] der,
            List<byte[]> chainDer,
            CertificateOrder order,
            CertificateProfile profile,
            byte[] publicKeySpki,
            Instant now) {
        List<String> faults = new ArrayList<>();
        try {
            X509Certificate certificate = read(der);
            note(
                    faults,
                    !Arrays.equals(certificate.getPublicKey().getEncoded(), publicKeySpki),
                    "certificate.other-key");
            note(faults, !isSubject(certificate, order), "certificate.other-subject");
            note(faults, !hosts(certificate).equals(wanted(order)), "certificate.other-hosts");
            note(faults, certificate.getBasicConstraints() >= 0, "certificate.is-authority");
            note(faults, !hasUses(certificate, profile), "certificate.uses");
            note(faults, certificate.getSerialNumber().signum() <= 0, "certificate.serial");
            checkValidity(faults, certificate, profile, order, now);
            checkChain(faults, certificate, chainDer);
        } catch (CertificateException e) {
            faults.add("certificate.unreadable");
        }
        return faults;
    }

    private static boolean isSubject(X509Certificate certificate, CertificateOrder order) {
        try {
            return new LdapName(
                            certificate
                                    .getSubjectX500Principal()
                                    .getName(X500Principal.RFC2253, TITLE))
                    .equals(new LdapName(order.subject().rfc4514()));
        } catch (InvalidNameException e) {
            return false;
        }
    }

    private static Set<String> wanted(CertificateOrder order) {
        return order.dnsNames().stream()
                .map(name -> DNS_NAME + " " + name)
                .collect(Collectors.toSet());
    }

    /** Every alternative name with its tag; a person's certificate has none. */
    private static Set<String> hosts(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Set.of()
                : names.stream()
                        .map(name -> name.get(0) + " " + name.get(1))
                        .collect(Collectors.toSet());
    }

    @SuppressWarnings("EnumOrdinal") // KeyUse names the bits in the order of RFC 5280 4.2.1.3
    private static boolean hasUses(X509Certificate certificate, CertificateProfile profile)
            throws CertificateException {
        boolean[] bits = certificate.getKeyUsage();
        List<String> extended = certificate.getExtendedKeyUsage();
        if (bits == null || extended == null) {
            return false;
        }
        for (KeyUse use : KeyUse.values()) {
            if (bits[use.ordinal()]
                    != profile.keyUses(certificate.getPublicKey().getAlgorithm()).contains(use)) {
                return false;
            }
        }
        return new HashSet<>(extended).equals(new HashSet<>(profile.extendedKeyUses()));
    }

    private static void checkValidity(
            List<String> faults,
            X509Certificate certificate,
            CertificateProfile profile,
            CertificateOrder order,
            Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        note(faults, from.isAfter(now.plus(CLOCKS_APART)), "certificate.not-yet-valid");
        note(faults, !to.isAfter(now), "certificate.expired");
        note(
                faults,
                to.isAfter(from.atZone(ZoneOffset.UTC).plus(profile.validityAt(from)).toInstant()),
                "certificate.too-long");
        Instant asked = order.notAfter();
        note(faults, asked != null && to.isAfter(asked), "certificate.later-than-asked");
    }

    private static void checkChain(
            List<String> faults, X509Certificate certificate, List<byte[]> chainDer) {
        try {
            X509Certificate lower = certificate;
            for (byte[] der : chainDer) {
                X509Certificate upper = read(der);
                lower.verify(upper.getPublicKey());
                lower = upper;
            }
            lower.verify(lower.getPublicKey());
            note(faults, chainDer.isEmpty(), "certificate.chain");
        } catch (GeneralSecurityException e) {
            faults.add("certificate.chain");
        }
    }

    private static void note(List<String> faults, boolean wrong, String code) {
        if (wrong) {
            faults.add(code);
        }
    }
}
