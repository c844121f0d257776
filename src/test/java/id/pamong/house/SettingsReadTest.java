package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.TestRegulations;
import id.pamong.office.regulation.UnreadSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A value of a regulation's file that nothing in the program reads is a promise without effect: the
 * profile page says so of exactly those, and their number may only shrink.
 */
class SettingsReadTest {
    /** When the list was begun there were this many; lower it with each key that is read. */
    private static final int MOST = 48;

    private static final Path CODE = Path.of("src", "main", "java");
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** What the regulation says of itself: the page that shows it is its use. */
    private static final String FOR_READING = "reg.";

    /** A key that is put together: {@code "<prefix>.giver." + row}. */
    private static final Set<String> PUT_TOGETHER = Set.of("coverLetter", "recommendation");

    @Test
    void every_setting_is_read_by_the_program_or_the_page_says_that_it_is_not() {
        Set<String> read = read();
        Set<String> unread = new TreeSet<>(keys());
        unread.removeAll(read);

        assertThat(UnreadSettings.KEYS)
                .as("the page tells of these that the program does not use them yet")
                .containsExactlyInAnyOrderElementsOf(unread);
    }

    @Test
    void the_list_of_unread_settings_only_shrinks() {
        assertThat(UnreadSettings.KEYS).hasSizeLessThanOrEqualTo(MOST);
    }

    private static Set<String> keys() {
        return TestRegulations.all().stream()
                .flatMap(profile -> profile.settings().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read() {
        String sources =
                texts(CODE).stream().collect(Collectors.joining("\n"))
                        + texts(TEMPLATES).stream().collect(Collectors.joining("\n"));
        Set<String> read = new TreeSet<>();
        Matcher quoted = Pattern.compile("[\"']([a-zA-Z]+(?:[.][a-zA-Z]+)+)[\"']").matcher(sources);
        while (quoted.find()) {
            read.add(quoted.group(1));
        }
        keys().stream().filter(key -> key.startsWith(FOR_READING)).forEach(read::add);
        assertThat(sources).contains("\".giver.\"");
        keys().stream()
                .filter(key -> PUT_TOGETHER.stream().anyMatch(it -> key.startsWith(it + ".giver.")))
                .forEach(read::add);
        return read;
    }

    /** Without the catalogue and the list themselves. */
    private static List<String> texts(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("office/regulation/"))
                    .map(SettingsReadTest::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
