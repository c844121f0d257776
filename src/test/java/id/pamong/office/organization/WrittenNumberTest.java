package id.pamong.office.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.table.TableCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource({
        "TEXT, 19671213 199503 1 003, 196712131995031003, ''",
        "TEXT, 1967.1213.1995.03.1.003, 196712131995031003, ''",
        "TEXT, 19671213-199503-1-003, 196712131995031003, ''",
        "TEXT, 3577010101900001.0, 3577010101900001, ''",
        "NUMBER, 3577010101900001, 3577010101900001, ''",
        "NUMBER, 3577010101900000, '', import.number-lost-digits",
        "NUMBER, 196712131995031000, '', import.number-lost-digits",
        "TEXT, 196712131995031040.0, '', import.number-lost-digits",
        "TEXT, 1.96E+17, '', import.scientific-number",
        "TEXT, '1,96712E+17', '', import.scientific-number",
        "TEXT, 1e17, '', import.scientific-number",
        "TEXT, #REF!, '', import.cell-error",
        "ERROR, #N/A, '', import.cell-error",
        "TEXT, ##########, '', import.cell-error",
        "DATE, 2026-01-02, '', import.number-became-date",
        "TEXT, 357701O101900001, 357701O101900001, import.letters-in-number",
        "TEXT, '', '', ''",
    })
    void a_number_is_read_or_its_damage_is_named(
            TableCell.Kind kind, String written, String digits, String damage) {
        WrittenNumber number = WrittenNumber.read(new TableCell(written, kind));

        assertThat(number.digits()).isEqualTo(digits);
        assertThat(number.damage().orElse("")).isEqualTo(damage);
    }
}
