package id.pamong.office.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every key of the catalogue can be said in a sentence, whatever its value, in both languages. */
class RegulationWordsTest {

    @TestFactory
    Stream<DynamicTest> every_setting_has_its_sentence_and_every_choice_its_words() {
        return Stream.of("id", "en")
                .flatMap(language -> {
                    Properties messages = messages(language);
                    return SettingKey.CATALOGUE.values().stream()
                            .map(key ->
                                    dynamicTest(
                                            language + " " + key.key(), () -> said(messages, key)));
                });
    }

    private static void said(Properties messages, SettingKey key) {
        String sentence = "regulation.say." + key.key();
        boolean general = messages.containsKey(sentence);
        for (String choice : choices(key)) {
            boolean own = messages.containsKey(sentence + "." + choice);
            boolean worded =
                    messages.containsKey("regulation.value." + key.key() + "." + choice)
                            || messages.containsKey("regulation.value." + choice);
            assertThat(own || (general && worded)).as(choice).isTrue();
        }
        if (choices(key).isEmpty()) {
            assertThat(messages.getProperty(sentence)).as(sentence).contains("{0}");
        }
        assertThat(messages.getProperty("regulation.theme." + key.theme())).isNotBlank();
    }

    private static List<String> choices(SettingKey key) {
        return key.form() == SettingKey.Form.FLAG ? List.of("true", "false") : key.choices();
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        try (Reader file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                RegulationWordsTest.class.getResourceAsStream(
                                        "/messages/regulation_" + language + ".properties")),
                        StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
