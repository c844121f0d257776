package id.pamong.office.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3577010101900001",
                "NIK 3577010101900001.",
                "199001012015011001",
                "19900101 201501 1 001",
                "budi@madiunkota.go.id"
            })
    void what_looks_like_personal_data_is_refused_without_repeating_it(String planted) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalDataGuard.check("facts", Map.of("a", List.of(planted))))
                .withMessageContaining("facts.a")
                .withMessageNotContaining(planted);
    }

    @Test
    void a_number_of_sixteen_digits_is_refused_as_well() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalDataGuard.check("facts", Map.of("a", 3577010101900001L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "APPROVED",
                "7d793037a0760186574b0282f2f435e7a1b2c3d4e5f60718293a4b5c6d7e8f90",
                "0f8fad5b-d9cb-469f-a165-708677289501",
                "00000000-0000-0000-0000-000000000001",
                "2026-11-21T03:42:00Z",
                "800/123/401.105/2026"
            })
    void codes_hashes_ids_and_numbers_of_letters_pass(String fact) {
        assertThatCode(() -> PersonalDataGuard.check("facts", Map.of("a", fact, "n", 20971520L)))
                .doesNotThrowAnyException();
    }
}
