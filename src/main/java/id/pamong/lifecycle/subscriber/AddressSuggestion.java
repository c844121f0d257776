package id.pamong.lifecycle.subscriber;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An address made from a name: {@code siti.aminah@…}, with a number when that is taken. */
final class AddressSuggestion {
    private static final int LONGEST = 40;
    private static final int TRIES = 99;

    private AddressSuggestion() {}

    /** Empty when the name holds no Latin letter or every variant is taken. */
    static String of(String name, String domain, Predicate<String> isFree) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        String local =
                Arrays.stream(plain.split("[^a-z]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("."));
        if (local.length() > LONGEST) {
            local = local.substring(0, LONGEST).replaceAll("\\.$", "");
        }
        if (local.isEmpty()) {
            return "";
        }
        for (int number = 1; number <= TRIES; number++) {
            String address = local + (number == 1 ? "" : String.valueOf(number)) + "@" + domain;
            if (isFree.test(address)) {
                return address;
            }
        }
        return "";
    }
}
