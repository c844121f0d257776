package id.pamong.lifecycle.enrollment.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of numbers as people paste or upload it: one line each, from a text or CSV file, with or
 * without other columns. A heading without digits is skipped.
 */
final class NumberList {
    /** Lines that are read. */
    static final int MOST = 1000;

    /** Eighteen digits, be they grouped by spaces. */
    private static final Pattern NIP =
            Pattern.compile("(?<![0-9])[0-9](?:[ .]?[0-9]){17}(?![0-9])");

    private NumberList() {}

    static List<String> of(String pasted) {
        return pasted.replace("\uFEFF", "")
                .lines()
                .map(String::strip)
                .filter(line -> line.chars().anyMatch(Character::isDigit))
                .limit(MOST)
                .map(NumberList::number)
                .toList();
    }

    static List<String> of(byte[] file) {
        return of(new String(file, StandardCharsets.UTF_8));
    }

    private static String number(String line) {
        Matcher found = NIP.matcher(line);
        return found.find() ? found.group() : line.substring(0, Math.min(60, line.length()));
    }
}
