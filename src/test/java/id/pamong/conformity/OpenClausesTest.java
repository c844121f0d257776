package id.pamong.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.regulation.TestRegulations;
import id.pamong.testkit.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of clauses without a test is the truth, so that it can only shrink. */
class OpenClausesTest {
    private static final Path LIST = Path.of("docs", "reference", "open-clauses.txt");

    @Test
    void the_list_of_open_clauses_names_exactly_those_without_a_test() throws Exception {
        Set<String> open = new TreeSet<>();
        TestRegulations.all().forEach(profile -> open.addAll(profile.clauses().keySet()));
        open.removeAll(tested());

        Set<String> listed = new TreeSet<>(listed());

        assertThat(listed)
                .as("a clause with a test leaves %s; one whose test is gone is a step back", LIST)
                .isEqualTo(open);
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    private static Set<String> tested() throws URISyntaxException, IOException {
        Path root =
                Path.of(
                        OpenClausesTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Set<String> clauses = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.getFileName().toString().matches(".*Test([$].*)?[.]class"))
                    .map(file -> root.relativize(file).toString())
                    .forEach(name -> clauses.addAll(clausesOf(name)));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return clauses;
    }

    private static Set<String> clausesOf(String file) {
        String name = file.replace('/', '.').replaceAll("\\.class$", "");
        try {
            Set<String> clauses = new TreeSet<>();
            Class<?> type = Class.forName(name, false, OpenClausesTest.class.getClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                Article article = method.getAnnotation(Article.class);
                if (article != null) {
                    clauses.addAll(Arrays.asList(article.value()));
                }
            }
            return clauses;
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
