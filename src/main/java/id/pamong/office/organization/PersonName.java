package id.pamong.office.organization;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as the office writes it: title, name, title.
 *
 * @param before titles before the name, such as {@code Dr. Ir.}; may be empty
 * @param name the name itself, as on the identity card
 * @param after titles after it, such as {@code S.Kom., M.T.}; may be empty
 */
public record PersonName(String before, String name, String after) {
    /** Characters that a common name may have (RFC 5280, appendix A.1). */
    public static final int LONGEST_COMMON_NAME = 64;

    public PersonName {
        before = before.strip();
        name = name.strip();
        after = after.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a person has a name");
        }
    }

    /** As written in letters: {@code Dr. Siti Aminah, S.Kom.}. */
    public String display() {
        String start = before.isEmpty() ? name : before + " " + name;
        return after.isEmpty() ? start : start + ", " + after;
    }

    /**
     * The name as it stands in a certificate: the name of the identity card, in at most 64
     * characters (RFC 5280, ub-common-name). A longer one is shortened from its end: the words
     * between the first and the last become initials, the last of them first, until it fits; then
     * the last word does; what is still too long is cut.
     */
    public String commonName() {
        List<String> words = new ArrayList<>(List.of(name.split("\\s+", -1)));
        for (int at = words.size() - 2; at > 0 && isTooLong(words); at--) {
            words.set(at, initial(words.get(at)));
        }
        if (words.size() > 1 && isTooLong(words)) {
            words.set(words.size() - 1, initial(words.getLast()));
        }
        String fitting = String.join(" ", words);
        return length(fitting) <= LONGEST_COMMON_NAME
                ? fitting
                : fitting.substring(0, fitting.offsetByCodePoints(0, LONGEST_COMMON_NAME)).strip();
    }

    /** Whether the certificate shows the name shortened. */
    public boolean isShortenedInCertificate() {
        return length(String.join(" ", name.split("\\s+", -1))) > LONGEST_COMMON_NAME;
    }

    private static boolean isTooLong(List<String> words) {
        return length(String.join(" ", words)) > LONGEST_COMMON_NAME;
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)) + ".";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "PersonName[…]";
    }
}
