package id.pamong.authority.builtin;

import id.pamong.authority.gateway.CertificateProfile;
import id.pamong.authority.gateway.KeyUse;
import id.pamong.authority.gateway.ProfileId;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/**
 * Everything that will stand in a certificate but key, serial number and time.
 *
 * @param lastSecond when it ends before its validity is over, or null
 * @param pathLength of a CA; null for an end entity and for the root
 * @param policy certificate policy, dotted; null for the root
 * @param noCheck OCSP clients need not ask about this signer (RFC 6960 section 4.2.2.2.1)
 * @param pointers where status and issuer are found; null for the root
 */
record Template(
        X500Name subject,
        boolean authority,
        @Nullable Integer pathLength,
        Set<KeyUse> keyUses,
        List<String> extendedKeyUses,
        boolean extendedKeyUseCritical,
        Period validity,
        @Nullable Instant lastSecond,
        List<String> dnsNames,
        @Nullable String policy,
        boolean noCheck,
        @Nullable Pointers pointers) {
    private static final String ANY_POLICY = "2.5.29.32.0";
    private static final Set<KeyUse> CA_USES = Set.of(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN);

    Template {
        keyUses = Set.copyOf(keyUses);
        extendedKeyUses = List.copyOf(extendedKeyUses);
        dnsNames = List.copyOf(dnsNames);
        if (authority != keyUses.contains(KeyUse.KEY_CERT_SIGN)) {
            throw new IllegalArgumentException("a CA, and only a CA, signs certificates");
        }
    }

    static Template root(X500Name subject) {
        return new Template(
                subject,
                true,
                null,
                CA_USES,
                List.of(),
                false,
                Period.ofYears(20),
                null,
                List.of(),
                null,
                false,
                null);
    }

    static Template issuing(X500Name subject, Pointers pointers) {
        return new Template(
                subject,
                true,
                0,
                CA_USES,
                List.of(),
                false,
                Period.ofYears(10),
                null,
                List.of(),
                ANY_POLICY,
                false,
                pointers);
    }

    static Template endEntity(
            CertificateProfile profile,
            X500Name subject,
            List<String> dnsNames,
            String policyArc,
            Pointers pointers) {
        return endEntity(profile, subject, dnsNames, null, policyArc, pointers);
    }

    static Template endEntity(
            CertificateProfile profile,
            X500Name subject,
            List<String> dnsNames,
            @Nullable Instant lastSecond,
            String policyArc,
            Pointers pointers) {
        return new Template(
                subject,
                false,
                null,
                profile.keyUses(),
                profile.extendedKeyUses(),
                profile.extendedKeyUseCritical(),
                profile.validity(),
                lastSecond,
                dnsNames,
                policy(policyArc, profile.id()),
                profile.id() == ProfileId.OCSP_SIGNER,
                pointers);
    }

    static String policy(String arc, ProfileId id) {
        return arc + "." + policyNumber(id);
    }

    /** Last arc of the policy: given once, never used for anything else. */
    private static int policyNumber(ProfileId id) {
        return switch (id) {
            case INDIVIDUAL_SIGNATURE -> 1;
            case RA_OFFICER -> 2;
            case HTTPS_SERVER -> 3;
            case OCSP_SIGNER -> 4;
            case TIME_STAMPING -> 5;
            case POSITION_SIGNATURE -> 6;
            case ORGANISATION_SEAL -> 7;
            case TLS_SERVER -> 8;
            case TLS_CLIENT -> 9;
        };
    }
}
