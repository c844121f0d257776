package id.pamong.authority.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Words that passphrases of many people are made of, from {@code custody/bad-words.txt}: one a
 * line, lower case, {@code #} begins a comment. Works on character arrays, so that no passphrase
 * becomes a String.
 */
final class BadWords {
    private static final String RESOURCE = "/custody/bad-words.txt";
    private static final int MOST_TOGETHER = 3;

    private final List<String> words;

    private BadWords(List<String> words) {
        this.words = words;
    }

    static BadWords load() {
        try (InputStream in = BadWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new BadWords(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .distinct()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether these letters are one to three of the words, one after the other. */
    boolean make(char[] letters, int length) {
        if (length == 0) {
            return false;
        }
        int[] fewest = new int[length + 1];
        Arrays.fill(fewest, MOST_TOGETHER + 1);
        fewest[0] = 0;
        for (int start = 0; start < length; start++) {
            if (fewest[start] > MOST_TOGETHER) {
                continue;
            }
            for (String word : words) {
                int end = start + word.length();
                if (end <= length && isAt(word, letters, start)) {
                    fewest[end] = Math.min(fewest[end], fewest[start] + 1);
                }
            }
        }
        boolean made = fewest[length] <= MOST_TOGETHER;
        Arrays.fill(fewest, 0);
        return made;
    }

    private static boolean isAt(String word, char[] letters, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (letters[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
