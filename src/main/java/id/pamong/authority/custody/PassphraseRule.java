package id.pamong.authority.custody;

import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a passphrase must be (MDN-1.14, 16(1), 17d): at least ten characters, none of the known bad
 * ones (an offline list of words and the ways people decorate them), no plain row or repetition,
 * not made of what others know of its owner. Length counts, composition does not (NIST SP 800-63B
 * section 5.1.1.2). All findings at once.
 */
@Component
public class PassphraseRule {
    static final int SHORTEST = 10;
    static final int LONGEST_BYTES = 128;
    private static final int FEWEST_DIFFERENT = 5;

    /** Characters that must be left when rows or the owner's own data are taken away. */
    private static final int LEAST_OWN = 8;

    private static final String FIELD = "passphrase";
    private static final List<String> ROWS =
            List.of(
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "1234567890",
                    "qazwsxedcrfvtgbyhnujmikolp");
    private static final int SHORTEST_ROW = 4;
    private static final int SHORTEST_NAME = 4;
    private static final int SHORTEST_NUMBER = 6;
    private static final List<DateTimeFormatter> DATES =
            Stream.of("ddMMuuuu", "uuuuMMdd", "ddMMuu", "uuMMdd", "dMuuuu")
                    .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                    .toList();

    private final BadWords badWords = BadWords.load();

    /** Findings on the fields {@code passphrase} and {@code passphraseRepeat}; empty if good. */
    public List<Finding> check(
            SecretBytes passphrase, SecretBytes repeated, PassphraseOwner owner) {
        List<Finding> findings = new ArrayList<>();
        if (passphrase.length() == 0) {
            findings.add(Finding.blocking("passphrase.missing", FIELD));
        } else if (passphrase.length() > LONGEST_BYTES) {
            findings.add(Finding.blocking("passphrase.too-long", FIELD, LONGEST_BYTES));
        } else {
            findings.addAll(passphrase.reveal(bytes -> checkText(bytes, owner)));
        }
        if (!passphrase.sameAs(repeated)) {
            findings.add(Finding.blocking("passphrase.repeat-differs", "passphraseRepeat"));
        }
        return List.copyOf(findings);
    }

    private List<Finding> checkText(byte[] bytes, PassphraseOwner owner) {
        char[] text = new char[bytes.length];
        char[] plain = new char[bytes.length];
        try {
            CharsetDecoder decoder =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT);
            CharBuffer out = CharBuffer.wrap(text);
            if (decoder.decode(ByteBuffer.wrap(bytes), out, true).isError()) {
                return List.of(Finding.blocking("passphrase.unreadable", FIELD));
            }
            int length = out.position();
            for (int i = 0; i < length; i++) {
                text[i] = Character.toLowerCase(text[i]);
            }
            return checkCharacters(text, length, plain, owner);
        } finally {
            Arrays.fill(text, '\0');
            Arrays.fill(plain, '\0');
        }
    }

    private List<Finding> checkCharacters(
            char[] text, int length, char[] plain, PassphraseOwner owner) {
        List<Finding> findings = new ArrayList<>();
        if (Character.codePointCount(text, 0, length) < SHORTEST) {
            findings.add(Finding.blocking("passphrase.too-short", FIELD, SHORTEST));
        }
        if (hasControls(text, length)) {
            findings.add(Finding.blocking("passphrase.control-characters", FIELD));
        }
        if (different(text, length) < FEWEST_DIFFERENT) {
            findings.add(Finding.blocking("passphrase.repetition", FIELD));
        }
        if (isRow(text, length)) {
            findings.add(Finding.blocking("passphrase.row", FIELD));
        }
        int letters = undecorate(text, length, plain);
        if (badWords.make(plain, letters)) {
            findings.add(Finding.blocking("passphrase.known", FIELD));
        }
        if (isMadeOf(text, length, known(owner))) {
            findings.add(Finding.blocking("passphrase.of-owner", FIELD));
        }
        return findings;
    }

    private static boolean hasControls(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (Character.isISOControl(text[i])) {
                return true;
            }
        }
        return false;
    }

    private static int different(char[] text, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            boolean first = true;
            for (int j = 0; j < i && first; j++) {
                first = text[j] != text[i];
            }
            count += first ? 1 : 0;
        }
        return count;
    }

    /** Rows of the alphabet, of digits or of the keyboard, in either direction, and little else. */
    private static boolean isRow(char[] text, int length) {
        int inRows = 0;
        int start = 0;
        while (start < length) {
            int end = start + 1;
            while (end < length && follows(text[end - 1], text[end])) {
                end++;
            }
            if (end - start >= SHORTEST_ROW) {
                inRows += end - start;
            }
            start = end;
        }
        return inRows > 0 && length - inRows < LEAST_OWN;
    }

    private static boolean follows(char before, char after) {
        if (before == after || Math.abs(before - after) == 1) {
            return true;
        }
        return ROWS.stream()
                .anyMatch(row -> {
                    int at = row.indexOf(before);
                    return at >= 0
                            && ((at + 1 < row.length() && row.charAt(at + 1) == after)
                                    || (at > 0 && row.charAt(at - 1) == after));
                });
    }

    /** Letters only, with the usual disguises taken off: p4ssw0rd! is password. */
    private static int undecorate(char[] text, int length, char[] plain) {
        int last = length;
        while (last > 0 && !Character.isLetter(text[last - 1])) {
            last--;
        }
        int first = 0;
        while (first < last && !Character.isLetter(text[first])) {
            first++;
        }
        int letters = 0;
        for (int i = first; i < last; i++) {
            char letter = undisguise(text[i]);
            if (Character.isLetter(letter)) {
                plain[letters++] = letter;
            }
        }
        return letters;
    }

    private static char undisguise(char character) {
        return switch (character) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '6', '9' -> 'g';
            case '7' -> 't';
            case '8' -> 'b';
            default -> character;
        };
    }

    private static List<String> known(PassphraseOwner owner) {
        Stream<String> names =
                owner.names().stream()
                        .flatMap(name ->
                                Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)))
                        .filter(part -> part.length() >= SHORTEST_NAME);
        Stream<String> numbers =
                owner.numbers().stream()
                        .flatMap(number ->
                                Stream.iterate(
                                                0,
                                                at -> at + SHORTEST_NUMBER <= number.length(),
                                                at -> at + 1)
                                        .map(at -> number.substring(at, at + SHORTEST_NUMBER)));
        LocalDate born = owner.bornOn();
        Stream<String> dates =
                born == null ? Stream.empty() : DATES.stream().map(format -> format.format(born));
        return Stream.of(names, numbers, dates).flatMap(parts -> parts).distinct().toList();
    }

    private static boolean isMadeOf(char[] text, int length, List<String> known) {
        boolean[] covered = new boolean[length];
        for (String part : known) {
            for (int at = 0; at + part.length() <= length; at++) {
                if (startsWith(text, at, part)) {
                    Arrays.fill(covered, at, at + part.length(), true);
                }
            }
        }
        int own = 0;
        for (boolean taken : covered) {
            own += taken ? 0 : 1;
        }
        return own < length && own < LEAST_OWN;
    }

    private static boolean startsWith(char[] text, int at, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (text[at + i] != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
