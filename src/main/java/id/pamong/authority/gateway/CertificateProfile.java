package id.pamong.authority.gateway;

import static id.pamong.authority.custody.KeyAlgorithm.EC_P256;
import static id.pamong.authority.custody.KeyAlgorithm.RSA_2048;
import static id.pamong.authority.gateway.KeyUse.DIGITAL_SIGNATURE;
import static id.pamong.authority.gateway.KeyUse.KEY_CERT_SIGN;
import static id.pamong.authority.gateway.KeyUse.NON_REPUDIATION;

import id.pamong.authority.custody.KeyAlgorithm;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a certificate of an end entity must be, whichever authority issues it. The main job and the
 * three types of the law need these nine.
 *
 * @param extendedKeyUses object identifiers, dotted
 * @param validity from the first to the last second, in calendar units
 */
public record CertificateProfile(
        ProfileId id,
        Set<KeyAlgorithm> algorithms,
        Set<KeyUse> keyUses,
        List<String> extendedKeyUses,
        boolean extendedKeyUseCritical,
        Period validity) {
    /** Authentic documents trust (Adobe), as in BSrE's certificates. */
    public static final String EKU_AUTHENTIC_DOCUMENTS = "1.2.840.113583.1.1.5";

    private static final String EKU_SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String EKU_CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String EKU_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EKU_OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    public CertificateProfile {
        algorithms = Set.copyOf(algorithms);
        keyUses = Set.copyOf(keyUses);
        extendedKeyUses = List.copyOf(extendedKeyUses);
        if (algorithms.isEmpty() || keyUses.isEmpty() || extendedKeyUses.isEmpty()) {
            throw new IllegalArgumentException("a profile names algorithms and uses");
        }
        if (keyUses.contains(KEY_CERT_SIGN)) {
            throw new IllegalArgumentException("an end entity signs no certificates");
        }
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("a profile has a validity");
        }
        if (extendedKeyUses.contains(EKU_TIME_STAMPING)
                && (extendedKeyUses.size() != 1 || !extendedKeyUseCritical)) {
            throw new IllegalArgumentException("RFC 3161 2.3: time stamping alone, and critical");
        }
    }

    /** The profile of that use. */
    public static CertificateProfile of(ProfileId id) {
        return switch (id) {
            case INDIVIDUAL_SIGNATURE ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256, RSA_2048),
                            Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
                            List.of(EKU_AUTHENTIC_DOCUMENTS),
                            true,
                            Period.ofYears(2));
            case POSITION_SIGNATURE, ORGANISATION_SEAL ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256, RSA_2048),
                            Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
                            List.of(EKU_AUTHENTIC_DOCUMENTS),
                            true,
                            Period.ofYears(2));
            case TLS_SERVER ->
                    new CertificateProfile(
                            id,
                            EnumSet.allOf(KeyAlgorithm.class),
                            Set.of(DIGITAL_SIGNATURE),
                            List.of(EKU_SERVER),
                            false,
                            Period.ofDays(199));
            case TLS_CLIENT ->
                    new CertificateProfile(
                            id,
                            EnumSet.allOf(KeyAlgorithm.class),
                            Set.of(DIGITAL_SIGNATURE),
                            List.of(EKU_CLIENT),
                            false,
                            Period.ofYears(1));
            case RA_OFFICER ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256),
                            Set.of(DIGITAL_SIGNATURE, NON_REPUDIATION),
                            List.of(EKU_CLIENT, EKU_AUTHENTIC_DOCUMENTS),
                            false,
                            Period.ofYears(2));
            case HTTPS_SERVER ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256),
                            Set.of(DIGITAL_SIGNATURE),
                            List.of(EKU_SERVER),
                            false,
                            Period.ofDays(199));
            case OCSP_SIGNER ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256),
                            Set.of(DIGITAL_SIGNATURE),
                            List.of(EKU_OCSP_SIGNING),
                            false,
                            Period.ofDays(90));
            case TIME_STAMPING ->
                    new CertificateProfile(
                            id,
                            Set.of(EC_P256),
                            Set.of(DIGITAL_SIGNATURE),
                            List.of(EKU_TIME_STAMPING),
                            true,
                            Period.ofYears(3));
        };
    }
}
