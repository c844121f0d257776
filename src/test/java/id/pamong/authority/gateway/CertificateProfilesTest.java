package id.pamong.authority.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.office.installation.StartRefusal;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateProfilesTest {
    private static final String GOOD =
            """
            profile: INDIVIDUAL_SIGNATURE
            about: {id: Tanda tangan, en: Signature}
            ordered: true
            policy: 77
            keys: [EC_P384]
            subject: {required: [country, organization, commonName]}
            keyUsage: [digitalSignature]
            purposes: {critical: false, of: [1.2.3.4]}
            validity: P1Y
            """;

    private final CertificateProfiles profiles = CertificateProfiles.ofProgram();

    @Test
    void an_individual_signature_is_as_in_the_certificates_of_bsre() {
        CertificateProfile profile = profiles.of(ProfileId.INDIVIDUAL_SIGNATURE);
        assertThat(profile.keyUses("RSA"))
                .containsExactlyInAnyOrder(KeyUse.DIGITAL_SIGNATURE, KeyUse.NON_REPUDIATION);
        assertThat(profile.extendedKeyUses()).containsExactly("1.2.840.113583.1.1.5");
        assertThat(profile.extendedKeyUseCritical()).isTrue();
        assertThat(profile.validityAt(Instant.parse("2026-11-25T00:00:00Z")))
                .isEqualTo(Period.ofYears(2));
        assertThat(profile.takes(new SubjectName("Sri Wahyuni", "Pemerintah Kota Contoh", "ID")))
                .isTrue();
        assertThat(
                        profile.takes(
                                new SubjectName(
                                        "Sri Wahyuni",
                                        "Kepala Dinas",
                                        "",
                                        "Pemerintah Kota Contoh",
                                        "ID")))
                .as("with a title it is a position")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T23:59:59Z, 397",
        "2026-03-15T00:00:00Z, 199",
        "2027-03-15T00:00:00Z, 99",
        "2029-03-14T00:00:00Z, 99",
        "2029-03-15T00:00:00Z, 46",
        "2040-01-01T00:00:00Z, 46"
    })
    void a_server_certificate_lasts_as_long_as_browsers_take_it_on_the_day_of_issue(
            Instant issued, int days) {
        assertThat(profiles.of(ProfileId.TLS_SERVER).validityAt(issued))
                .isEqualTo(Period.ofDays(days));
    }

    @Test
    void an_encryption_key_agrees_or_enciphers_by_its_kind_and_never_signs() {
        CertificateProfile profile = profiles.of(ProfileId.INDIVIDUAL_ENCRYPTION);
        assertThat(profile.keyUses("EC")).isEqualTo(Set.of(KeyUse.KEY_AGREEMENT));
        assertThat(profile.keyUses("RSA")).isEqualTo(Set.of(KeyUse.KEY_ENCIPHERMENT));
    }

    @Test
    void a_file_of_ones_own_takes_the_place_of_the_profile_it_names() {
        CertificateProfiles own =
                new CertificateProfiles(
                        bundled(), Map.of("/data/profiles/tanda-tangan.yaml", GOOD));
        assertThat(own.of(ProfileId.INDIVIDUAL_SIGNATURE).algorithms())
                .containsExactly(KeyAlgorithm.EC_P384);
        assertThat(own.of(ProfileId.TLS_SERVER)).isEqualTo(profiles.of(ProfileId.TLS_SERVER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy: 77                         | policy: 8      | the same policy 8",
                "profile: INDIVIDUAL_SIGNATURE      | profile: X     | tt.yaml:1: profile: one of",
                "ordered: true                      | ordered: maybe | tt.yaml:3: ordered is true",
                "keys: [EC_P384]                    | keys: [DSA]    | tt.yaml:5: keys: one of",
                "keys: [EC_P384]                    | kees: [EC]     | tt.yaml:5: the key kees is not",
                "subject: {required: [country, organization, commonName]}"
                        + "|subject: {required: [country, commonName]}"
                        + "|tt.yaml:6: organization is always required",
                "keyUsage: [digitalSignature]       | keyUsage: [keyCertSign] | tt.yaml:7: an authority",
                "keyUsage: [digitalSignature]       | keyUsage: {RSA: [digitalSignature]}"
                        + "| tt.yaml:7: nothing is said of keys of kind EC",
                "keyUsage: [digitalSignature]       | keyUsage: {EC: [keyEncipherment]}"
                        + "| tt.yaml:7: a key of a curve enciphers no keys",
                "purposes: {critical: false, of: [1.2.3.4]}"
                        + "| purposes: {critical: false, of: [timeStamping, clientAuth]}"
                        + "| tt.yaml:8: timeStamping stands alone",
                "purposes: {critical: false, of: [1.2.3.4]} | purposes: {of: [alles]}"
                        + "| tt.yaml:8: alles is neither",
                "validity: P1Y                      | validity: zwei | tt.yaml:9: validity is a time",
                "validity: P1Y                      | validity: P90Y | tt.yaml:9: validity is a time",
                "validity: P1Y | validity: [{issuedFrom: gestern, last: P1Y}] | tt.yaml:9: issuedFrom",
                "validity: P1Y                      | validity: [     | tt.yaml:10: not YAML"
            })
    void a_wrong_file_stops_the_start_with_its_line_and_reason(
            String right, String wrong, String said) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() ->
                        new CertificateProfiles(
                                bundled(), Map.of("tt.yaml", GOOD.replace(right, wrong))))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(said);
    }

    @Test
    void all_problems_of_a_file_are_named_at_once() {
        String wrong =
                GOOD.replace("P1Y", "ever").replace("policy: 77", "policy: x").replace("EC_", "E_");
        assertThatThrownBy(() -> new CertificateProfiles(bundled(), Map.of("tt.yaml", wrong)))
                .hasMessageContaining("tt.yaml:4:")
                .hasMessageContaining("tt.yaml:5:")
                .hasMessageContaining("tt.yaml:9:");
    }

    @Test
    void a_profile_without_a_file_and_a_lint_that_nobody_knows_stop_the_start() {
        assertThatThrownBy(() -> new CertificateProfiles(Map.of("tt.yaml", GOOD), Map.of()))
                .hasMessageContaining("no file has the profile POSITION_SIGNATURE");
        assertThatThrownBy(() -> profiles.requireLints(name -> !name.equals("host-names")))
                .hasMessageContaining("TLS_SERVER: no lint host-names");
    }

    private static Map<String, String> bundled() {
        return CertificateProfiles.bundled();
    }
}
