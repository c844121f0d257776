package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that has grown long asks to be split along its meaning. */
class SizeTest {
    private static final int LONGEST = 400;

    /** Lower it with every file that is split; never raise it. */
    private static final int MOST = 26;

    private static final Path LIST = Path.of("src", "test", "resources", "long-files.txt");

    @Test
    void no_further_file_of_the_program_or_its_tests_is_long_and_the_long_ones_become_fewer()
            throws IOException {
        Set<String> known =
                Files.readAllLines(LIST).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> grown = new TreeSet<>();
        for (Path root : Set.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> lines(file) > LONGEST)
                        .forEach(file -> grown.add(root.relativize(file).toString()));
            }
        }

        assertThat(grown).as("split it along its meaning").isSubsetOf(known);
        assertThat(known)
                .as("is short now: take it off the list and lower the number")
                .isSubsetOf(grown)
                .hasSizeLessThanOrEqualTo(MOST);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
