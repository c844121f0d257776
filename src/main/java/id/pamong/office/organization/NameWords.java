package id.pamong.office.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Search by the beginnings of words of a name. Ranges of plain text are compared, since below
 * row-level security no index serves a pattern.
 */
final class NameWords {
    private static final int MOST = 5;
    private static final int LONGEST = 40;
    private static final String AFTER_ALL = "\uFFFF";

    private NameWords() {}

    static List<String> typed(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /**
     * Of the person {@code p}; empty without a word. One word is looked up as the list goes,
     * several are brought together first: each may be common while few people have all of them.
     */
    static String condition(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        if (words.size() == 1) {
            return " and exists (select from person_word w where w.tenant = p.tenant"
                    + " and w.person = p.id and w.word >= :word0 and w.word < :beyond0)";
        }
        return IntStream.range(0, words.size())
                .mapToObj(i ->
                        "select w.person from person_word w where w.word >= :word"
                                + i
                                + " and w.word < :beyond"
                                + i)
                .collect(Collectors.joining(" intersect ", " and p.id in (", ")"));
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<String> words) {
        List<String> all = new ArrayList<>(words);
        JdbcClient.StatementSpec bound = statement;
        for (int i = 0; i < all.size(); i++) {
            bound = bound.param("word" + i, all.get(i)).param("beyond" + i, all.get(i) + AFTER_ALL);
        }
        return bound;
    }
}
