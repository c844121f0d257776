package id.pamong.lifecycle.subscriber;

import id.pamong.office.organization.PersonName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares names without their titles: a scan says "Dra. SITI AMINAH, M.Pd", the register less. */
public final class PersonNames {
    private PersonNames() {}

    /** Whether a name as written somewhere is this person's, whatever titles stand around it. */
    public static boolean isNameOf(String written, PersonName person) {
        String name = plain(person.name());
        String bare = plain(written.split(",", -1)[0]);
        return !name.isEmpty() && (bare.equals(name) || withoutTitles(written).equals(name));
    }

    private static String withoutTitles(String written) {
        return Arrays.stream(written.split(",", -1)[0].strip().split("\\s+", -1))
                .dropWhile(PersonNames::isTitle)
                .map(PersonNames::plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Titles before a name end in a full stop and hold more than an initial: Dr., Drs., H., Ir. */
    private static boolean isTitle(String word) {
        return word.endsWith(".") && (word.length() > 2 || word.equalsIgnoreCase("H."));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N} ]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
