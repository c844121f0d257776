package id.pamong.office.administration.web;

import id.pamong.office.page.Dates;
import id.pamong.office.regulation.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Settings said in sentences, as a legal officer reads them. The words are messages: {@code
 * regulation.say.<key>.<value>} where a value has a sentence of its own, else {@code
 * regulation.say.<key>} around the words of the values.
 */
@Component
class SettingSentences {
    private final MessageSource messages;
    private final Dates dates;

    SettingSentences(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** The setting as one sentence. */
    String of(Setting setting, Locale locale) {
        String key = "regulation.say." + setting.key();
        if (setting.values().size() == 1) {
            Optional<String> own = find(key + "." + setting.values().getFirst(), locale);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return messages.getMessage(key, new Object[] {words(setting, locale)}, locale);
    }

    /** The sentence with another value in place of the setting's own. */
    String of(Setting setting, String value, Locale locale) {
        return of(
                new Setting(
                        setting.key(),
                        List.of(value),
                        setting.citations(),
                        setting.source(),
                        setting.reason()),
                locale);
    }

    private String words(Setting setting, Locale locale) {
        List<String> words =
                setting.values().stream().map(value -> word(setting.key(), value, locale)).toList();
        return switch (words.size()) {
            case 0 -> say("regulation.none", locale);
            case 1 -> words.getFirst();
            case 2 -> String.join(say("regulation.and", locale), words);
            default ->
                    String.join(", ", words.subList(0, words.size() - 1))
                            + say("regulation.comma-and", locale)
                            + words.getLast();
        };
    }

    private String word(String key, String value, Locale locale) {
        if (key.equals("reg.inForce")) {
            return dates.on(LocalDate.parse(value));
        }
        return find("regulation.value." + key + "." + value, locale)
                .or(() -> find("regulation.value." + value, locale))
                .orElse(value);
    }

    private Optional<String> find(String key, Locale locale) {
        String found = messages.getMessage(key, null, "", locale);
        return Optional.ofNullable(found).filter(text -> !text.isEmpty());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
