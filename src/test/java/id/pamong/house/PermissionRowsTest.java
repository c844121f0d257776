package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of permissions says each thing once. */
class PermissionRowsTest {
    @Test
    void each_command_stands_once_for_each_role_and_scope_and_once_as_without_page()
            throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        TreeSet<String> pages = new TreeSet<>();
        TreeSet<String> withoutPage = new TreeSet<>();
        for (String line : rows()) {
            if (line.startsWith("no-page ")) {
                seen.merge(line, 1, Integer::sum);
                withoutPage.add(line.substring("no-page ".length()).strip());
                continue;
            }
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            seen.merge(
                    cells.get(0) + " for " + cells.get(1) + " at " + cells.get(3), 1, Integer::sum);
            pages.add(cells.get(0));
        }

        assertThat(seen).isNotEmpty();
        assertThat(seen.entrySet())
                .filteredOn(one -> one.getValue() > 1)
                .as("a second row would give what the first refuses")
                .isEmpty();
        assertThat(pages).doesNotContainAnyElementsOf(withoutPage);
    }

    /** Where a role may act on anything, a narrower row with the same demands says nothing. */
    @Test
    void no_row_stands_in_the_shadow_of_another() throws IOException {
        List<List<String>> rows =
                rows().stream()
                        .filter(line -> !line.startsWith("no-page "))
                        .map(line ->
                                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                        .toList();

        assertThat(rows)
                .noneSatisfy(row ->
                        assertThat(rows)
                                .anySatisfy(other -> {
                                    assertThat(other.get(0)).isEqualTo(row.get(0));
                                    assertThat(other.get(1)).isIn(row.get(1), "VISITOR");
                                    assertThat(other.get(3)).isEqualTo("ANY");
                                    assertThat(other.get(2)).isIn(row.get(2), "*");
                                    assertThat(other.get(4)).isIn(row.get(4), "-");
                                    assertThat(other).isNotEqualTo(row);
                                }));
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = PermissionRowsTest.class.getResourceAsStream("/permissions.table")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
