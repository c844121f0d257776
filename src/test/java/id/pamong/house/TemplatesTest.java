package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What holds for every page and every sentence, read from the files. */
class TemplatesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][A-Za-z0-9_.-]*)[({}]");
    private static final String TYPED =
            "textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])";

    @Test
    void no_page_knows_an_article() throws IOException {
        assertThat(
                        pages().filter(page ->
                                text(page).matches("(?s).*(MDN-\\d|CJR-\\d|Pasal \\d).*")))
                .isEmpty();
    }

    /** Thymeleaf replaces first: a condition on the same element is never asked. */
    @Test
    void no_condition_stands_on_an_element_that_is_replaced() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path page : pages().toList()) {
            Matcher tag = TAG.matcher(text(page));
            while (tag.find()) {
                String words = tag.group();
                if (words.contains("th:replace=")
                        && words.matches("(?s).*\\sth:(if|unless|each)=.*")) {
                    lost.add(page + ": " + words);
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** Regulations differ in the word: a text says {@code [ra.label]}. */
    @Test
    void no_text_calls_the_registration_authority_but_by_the_word_of_the_regulation()
            throws IOException {
        Pattern named =
                Pattern.compile("(?i)(?<!\\$\\{registrationAuthority}\">)otoritas pendaftaran");
        List<String> lost = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().matches(".*\\.(properties|html|xml)"))
                            .toList()) {
                text(file)
                        .replaceAll("(?s)<!--.*?-->", "")
                        .lines()
                        .filter(line -> named.matcher(line).find())
                        .forEach(line -> lost.add(file + ": " + line));
            }
        }
        assertThat(lost).isEmpty();
        assertThat(text(RESOURCES.resolve("messages/issuance_id.properties")))
                .contains("Datanglah ke [ra.label]");
    }

    /** What a form of the method GET holds stands in the address afterwards. */
    @Test
    void nothing_that_is_typed_is_sent_in_an_address() throws IOException {
        List<String> leaks = new ArrayList<>();
        int forms = 0;
        for (Path page : pages().toList()) {
            for (Element form : Jsoup.parse(text(page)).select("form")) {
                forms++;
                boolean inAddress =
                        !form.attr("method").equalsIgnoreCase("post")
                                || !form.select("[formmethod=get]").isEmpty();
                if (inAddress
                        && form.select(TYPED).stream()
                                .anyMatch(one -> one.hasAttr("name") || one.hasAttr("th:name"))) {
                    leaks.add(page + ": " + form.attr("th:action"));
                }
            }
        }
        assertThat(forms).isGreaterThan(100);
        assertThat(leaks).isEmpty();
    }

    @Test
    void nothing_is_inline_on_a_page() throws IOException {
        assertThat(
                        pages().filter(page ->
                                text(page)
                                        .matches(
                                                "(?s).*(\\sstyle=|th:style=|\\son[a-z]+=\""
                                                        + "|<script(?![^>]*src)).*")))
                .isEmpty();
    }

    @Test
    void every_sentence_stands_in_both_languages() throws IOException {
        for (Path indonesian : messages("_id").toList()) {
            Path english =
                    indonesian.resolveSibling(
                            indonesian.getFileName().toString().replace("_id.", "_en."));
            assertThat(keys(english)).as(english.toString()).isEqualTo(keys(indonesian));
        }
    }

    /** Which of two would win depends on the order of the files. */
    @Test
    void no_sentence_stands_in_two_files() throws IOException {
        for (String language : List.of("_id", "_en")) {
            Set<String> seen = new TreeSet<>();
            Set<String> twice = new TreeSet<>();
            for (Path file : messages(language).toList()) {
                keys(file).stream().filter(key -> !seen.add(key)).forEach(twice::add);
            }
            assertThat(twice).isEmpty();
        }
    }

    @Test
    void every_sentence_that_a_page_names_exists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : messages("_id").toList()) {
            known.addAll(keys(file));
        }
        Set<String> missing = new TreeSet<>();
        for (Path page : pages().toList()) {
            Matcher key = KEY.matcher(text(page));
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(page.getFileName() + ": " + key.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve("templates"))) {
            return all.filter(path -> path.toString().endsWith(".html")).toList().stream();
        }
    }

    private static Stream<Path> messages(String language) throws IOException {
        try (Stream<Path> all = Files.list(RESOURCES.resolve("messages"))) {
            return all
                    .filter(path -> path.toString().endsWith(language + ".properties"))
                    .toList()
                    .stream();
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
