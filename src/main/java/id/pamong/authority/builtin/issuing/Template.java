package id.pamong.authority.builtin.issuing;

import id.pamong.authority.builtin.key.Pointers;
import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.ProfileId;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/**
 * Everything that will stand in a certificate but key, serial number and time.
 *
 * @param lastSecond when it ends before its validity is over, or null
 * @param policy certificate policy, dotted; null for the root
 * @param pointers where status and issuer are found; null for the root
 */
public record Template(
        CertificateProfile profile,
        X500Name subject,
        @Nullable Instant lastSecond,
        List<String> dnsNames,
        @Nullable String policy,
        @Nullable Pointers pointers) {
    private static final String ANY_POLICY = "2.5.29.32.0";

    public Template {
        dnsNames = List.copyOf(dnsNames);
    }

    /** Of the authority's own certificates. */
    public static Template of(
            CertificateProfile profile,
            X500Name subject,
            String policyArc,
            @Nullable Pointers pointers) {
        return of(profile, subject, List.of(), null, policyArc, pointers);
    }

    public static Template of(
            CertificateProfile profile,
            X500Name subject,
            List<String> dnsNames,
            @Nullable Instant lastSecond,
            String policyArc,
            @Nullable Pointers pointers) {
        return new Template(
                profile, subject, lastSecond, dnsNames, policy(policyArc, profile), pointers);
    }

    public boolean authority() {
        return profile.authority();
    }

    public boolean noCheck() {
        return profile.noCheck();
    }

    boolean extendedKeyUseCritical() {
        return profile.extendedKeyUseCritical();
    }

    public ProfileId id() {
        return profile.id();
    }

    public static @Nullable String policy(String arc, CertificateProfile profile) {
        Integer number = profile.policy();
        if (number == null) {
            return null;
        }
        return number == CertificateProfile.ANY_POLICY ? ANY_POLICY : arc + "." + number;
    }
}
