package id.pamong.lifecycle.subscriber.rules;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityRulesTest {
    private final IdentityClaim claim = IdentityClaim.example();

    @ParameterizedTest
    @CsvSource({
        "siti.aminah@madiunkota.go.id, true",
        "Siti.Aminah@MadiunKota.go.id, true",
        "guru@dindik.madiunkota.go.id, true",
        "siti@mail.go.id, true",
        "siti@evilmadiunkota.go.id, false",
        "siti@madiunkota.go.id.evil.com, false",
        "siti@go.id, false",
        "siti@gmail.com, false",
        "siti@madiunkota.go.id@gmail.com, false",
        "siti+tte@madiunkota.go.id, false",
        "siti@mаdiunkota.go.id, false",
        "siti@xn--mdiunkota-b4i.go.id, false",
        "' siti aminah@madiunkota.go.id', false",
        "@madiunkota.go.id, false",
        "siti@, false",
        ".siti@madiunkota.go.id, false",
    })
    void only_a_plain_mailbox_at_or_below_an_official_domain_is_official(
            String address, boolean official) {
        IdentityClaim given = claim.withEmail(address);
        List<Finding> findings =
                java.util.stream.Stream.concat(
                                new EmailIsWellFormed().check(given).stream(),
                                new EmailDomainIsOfficial().check(given).stream())
                        .toList();
        assertThat(findings.isEmpty()).isEqualTo(official);
    }

    @Test
    void one_mailbox_has_one_writing() {
        assertThat(OfficialEmail.read(" Siti.Aminah@MADIUNKOTA.go.id "))
                .isEqualTo(new OfficialEmail.Address("siti.aminah", "madiunkota.go.id"));
    }

    @Test
    void a_birth_date_counts_in_the_century_that_leaves_a_living_person() {
        LocalDate on = LocalDate.of(2026, 11, 21);
        assertThat(new Nik("3577012902000001").birthDate(on, 100))
                .contains(LocalDate.of(2000, 2, 29));
        assertThat(new Nik("3577012902010001").birthDate(on, 100)).isEmpty();
        assertThat(new Nik("3577015203850001").birthDate(on, 100))
                .contains(LocalDate.of(1985, 3, 12));
        assertThat(new Nik("3577010101270001").birthDate(on, 100))
                .contains(LocalDate.of(1927, 1, 1));
    }

    @Test
    void the_number_of_a_known_civil_servant_of_the_gazette_passes() {
        IdentityClaim given =
                claim.withNik("3577011312670001")
                        .withNip(EmploymentClass.PNS, "196712131995031003");
        assertThat(new NipDatesExist().check(given)).isEmpty();
        assertThat(new NipAgreesWithNik().check(given)).isEmpty();
        assertThat(new NipAppointmentOfAdult().check(given)).isEmpty();
    }

    @Test
    void a_regency_from_before_a_split_is_doubtful_and_blocks_nothing() {
        assertThat(new NikRegencyKnown().check(claim.withNik("9110015203850001"))).isEmpty();
        assertThat(new NikRegencyKnown().check(claim.withNik("6405015203850001")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isBlocking()).isFalse());
    }

    @Test
    void digits_of_other_scripts_are_no_digits() {
        assertThat(new NikHasSixteenDigits().check(claim.withNik("٣٥٧٧٠١٥٢٠٣٨٥٠٠٠١"))).isNotEmpty();
    }
}
