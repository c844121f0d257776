package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Dr. Ir. H. Budi Santoso, S.T., M.T.;Dr. Ir. H.;Budi Santoso;S.T., M.T.",
                "Hj. Siti Aminah S.Pd.;Hj.;Siti Aminah;S.Pd.",
                "dr. Ratna Dewi, Sp.A;dr.;Ratna Dewi;Sp.A",
                "Drs.H.Muh. Yusuf;'';Drs.H.Muh. Yusuf;''",
                "BUDI SANTOSO;'';BUDI SANTOSO;''",
                "H. M. Ali;H.;M. Ali;''",
                "St. Maryam;'';St. Maryam;''",
            })
    void titles_are_split_off_a_name(String written, String before, String name, String after) {
        assertThat(WrittenName.split(written)).isEqualTo(new PersonName(before, name, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Muh. Yusuf;Mohammad Yusuf",
                "H. Moch. Ali, S.Pd.;MUHAMMAD ALI",
                "M. Ridwan;Muhammad Ridwan",
                "St. Aminah;Siti Aminah",
                "Abd. Rahman;Abdul Rahman",
                "Ach. Fauzi;Akhmad Fauzi",
                "Soekarno;Sukarno",
                "Djoko Susilo;Joko Susilo",
                "Nur'aini;Nuraini",
            })
    void spellings_of_one_name_have_one_key(String one, String other) {
        assertThat(WrittenName.key(one)).isEqualTo(WrittenName.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Budi Santoso;Budi Santosa",
                "Budi Santoso;Bdui Santoso",
                "Budi S.;Budi Santoso",
                "Siti Aminah Rahayu;Siti Aminah",
            })
    void names_that_differ_by_a_slip_or_a_shortening_are_alike(String one, String other) {
        assertThat(WrittenName.isAlike(WrittenName.key(one), WrittenName.key(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Budi Santoso;Agus Santoso",
                "Siti Aminah;Siti Maryam",
                "Muhammad;Muhammad Ali Akbar",
                "Budi;''",
            })
    void other_names_are_not(String one, String other) {
        assertThat(WrittenName.isAlike(WrittenName.key(one), WrittenName.key(other))).isFalse();
    }

    @Test
    void one_wrong_digit_and_two_exchanged_ones_are_slips_of_the_finger() {
        assertThat(Typing.isOneDigitOff("3577010101900001", "3577010101900002")).isTrue();
        assertThat(Typing.isOneDigitOff("3577010101900012", "3577010101900021")).isTrue();
        assertThat(Typing.isOneDigitOff("3577010101900001", "3577010101900001")).isFalse();
        assertThat(Typing.isOneDigitOff("3577010101900011", "3577010101900022")).isFalse();
        assertThat(Typing.isOneDigitOff("357701010190001", "3577010101900001")).isFalse();
    }

    @Test
    void a_long_name_is_shortened_by_rule_until_a_certificate_can_hold_it() {
        PersonName fits = new PersonName("", "A".repeat(64), "S.Pd.");
        PersonName words =
                new PersonName(
                        "",
                        "Raden Mas Bagus Kusumodiningrat Prabu Mangkunegoro Sosrodiningrat Hadi",
                        "");
        PersonName one = new PersonName("", "B".repeat(70), "");

        assertThat(fits.commonName()).isEqualTo("A".repeat(64));
        assertThat(fits.isShortenedInCertificate()).isFalse();
        assertThat(words.commonName())
                .isEqualTo("Raden Mas Bagus Kusumodiningrat Prabu Mangkunegoro S. Hadi");
        assertThat(words.isShortenedInCertificate()).isTrue();
        assertThat(one.commonName()).isEqualTo("B".repeat(64));
        assertThat(
                        new PersonName("", "\uD83D\uDE00".repeat(70), "")
                                .commonName()
                                .codePointCount(0, 128))
                .isEqualTo(64);
    }

    @Test
    void day_of_birth_is_told_by_nip_and_nik() {
        assertThat(Identity.bornByNik("3577014310700001")).hasToString("Optional[1970-10-03]");
        assertThat(Identity.bornByNip("197010031995032001")).hasToString("Optional[1970-10-03]");
        assertThat(Identity.bornByNik("3577019910700001")).isEmpty();
    }
}
