package id.pamong.office.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a message: texts of the message files with {@code {name}} replaced. */
@Component
class MessageTexts {
    static final Locale INDONESIAN = Locale.of("id");
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final MessageSource messages;

    MessageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A message in one language. */
    record Worded(String subject, List<String> paragraphs) {}

    /** A missing text or argument is a programming error. */
    Worded word(String key, Map<String, String> arguments, Locale locale) {
        String text = raw(key + ".text", locale);
        return new Worded(
                fill(raw(key + ".subject", locale), arguments),
                Arrays.stream(text.strip().split("\\n\\s*\\n"))
                        .map(paragraph -> fill(paragraph.strip(), arguments))
                        .toList());
    }

    private String raw(String key, Locale locale) {
        return messages.getMessage("notification." + key, null, locale);
    }

    private static String fill(String text, Map<String, String> arguments) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> {
            String value = arguments.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no argument {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
