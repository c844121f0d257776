package id.pamong.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Which tests there are for which clause, as their {@link Article}s say. */
public final class ArticledTests {
    private ArticledTests() {}

    /** Clause to its tests, written {@code Class.method}. */
    public static Map<String, Set<String>> byClause() {
        return byClause(false);
    }

    /** Without the long ones, which not every run holds. */
    static Map<String, Set<String>> ofEveryRun() {
        return byClause(true);
    }

    private static Map<String, Set<String>> byClause(boolean withoutLong) {
        Map<String, Set<String>> clauses = new TreeMap<>();
        for (Class<?> type : testClasses()) {
            if (withoutLong && isLong(type.getAnnotationsByType(Tag.class))) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                Article article = method.getAnnotation(Article.class);
                if (article != null
                        && !(withoutLong && isLong(method.getAnnotationsByType(Tag.class)))) {
                    for (String clause : article.value()) {
                        clauses.computeIfAbsent(clause, key -> new TreeSet<>())
                                .add(type.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        return clauses;
    }

    private static boolean isLong(Tag... tags) {
        return Arrays.stream(tags).anyMatch(tag -> tag.value().equals("long"));
    }

    private static List<Class<?>> testClasses() {
        try {
            Path root =
                    Path.of(
                            ArticledTests.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(file ->
                                file.getFileName().toString().matches(".*Test([$].*)?[.]class"))
                        .map(file -> root.relativize(file).toString())
                        .<Class<?>>map(ArticledTests::named)
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException nowhere) {
            throw new IllegalStateException(nowhere);
        }
    }

    private static Class<?> named(String file) {
        String name = file.replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, ArticledTests.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
