package id.pamong.office.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void the_strings_and_literals_of_the_example_in_rfc_8785_section_3_2_2_are_written_as_there() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("string", "\u20ac$\u000F\nA'B\"\\\\\"/");
        example.put("literals", Arrays.asList(null, true, false));

        assertThat(CanonicalJson.write(example))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void members_stand_in_the_order_of_rfc_8785_section_3_2_3() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("\u20ac", "Euro Sign");
        example.put("\r", "Carriage Return");
        example.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        example.put("1", "One");
        example.put("\ud83d\ude00", "Emoji: Grinning Face");
        example.put("\u0080", "Control");
        example.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(example))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin"
                                + " Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji:"
                                + " Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void whole_numbers_are_written_plainly_up_to_two_to_the_53rd_less_one() {
        assertThat(CanonicalJson.write(List.of(0, -1, 9007199254740991L, (short) 7)))
                .isEqualTo("[0,-1,9007199254740991,7]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.write(9007199254740992L));
    }

    @Test
    void nested_values_keep_the_order_of_lists_and_sort_the_members_of_maps() {
        assertThat(CanonicalJson.write(Map.of("b", List.of("z", "a"), "a", Map.of("d", 1, "c", 2))))
                .isEqualTo("{\"a\":{\"c\":2,\"d\":1},\"b\":[\"z\",\"a\"]}");
    }

    @Test
    void what_has_no_canonical_form_here_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write("\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of(1, "a")));
    }
}
