package id.pamong.office.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The texts under {@code texts/}, with the places of names filled and the paragraphs chosen that
 * fit the standing of the certification authority.
 */
@Component
public class StandardTexts {
    /** Standings a paragraph may be written for. */
    private static final Set<String> STANDINGS = Set.of("RECOGNISED", "INTERNAL", "TRIAL");

    /**
     * The current version of a text.
     *
     * @param standing {@code RECOGNISED}, {@code INTERNAL} or {@code TRIAL}
     * @param values {@code authority} (name of the certification authority), {@code office} (name
     *     of the registration authority), {@code government}
     * @throws IllegalArgumentException if a place stays unfilled
     */
    public StandardText text(TextKind kind, String standing, Map<String, String> values) {
        if (!STANDINGS.contains(standing)) {
            throw new IllegalArgumentException("unknown standing " + standing);
        }
        Map<?, ?> file = read(kind);
        List<StandardText.Section> sections = new ArrayList<>();
        for (Object section : list(file.get("sections"))) {
            Map<?, ?> parts = (Map<?, ?>) section;
            List<StandardText.Words> paragraphs = new ArrayList<>();
            for (Object paragraph : list(parts.get("paragraphs"))) {
                Map<?, ?> words = (Map<?, ?>) paragraph;
                Object only = words.get("standing");
                if (only == null || list(only).contains(standing)) {
                    paragraphs.add(words(words, values));
                }
            }
            if (!paragraphs.isEmpty()) {
                sections.add(
                        new StandardText.Section(
                                words((Map<?, ?>) parts.get("heading"), values), paragraphs));
            }
        }
        return new StandardText(
                kind,
                String.valueOf(file.get("version")),
                words((Map<?, ?>) file.get("title"), values),
                sections);
    }

    private static StandardText.Words words(@Nullable Map<?, ?> words, Map<String, String> values) {
        if (words == null) {
            throw new IllegalStateException("a text is missing");
        }
        return new StandardText.Words(
                filled(String.valueOf(words.get("id")), values),
                filled(String.valueOf(words.get("en")), values));
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (filled.matches("(?s).*\\{[a-z]+}.*")) {
            throw new IllegalArgumentException("a place stays unfilled: " + filled);
        }
        return filled;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> read(TextKind kind) {
        String path = "/texts/" + kind.file() + ".yaml";
        try (InputStream in = StandardTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
