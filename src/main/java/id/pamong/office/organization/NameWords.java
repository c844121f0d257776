package id.pamong.office.organization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /** Of the person {@code p}; empty without a word. */
    static String condition(List<String> words) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            sql.append(
                    " and exists (select from person_word w where w.tenant = p.tenant"
                            + " and w.person = p.id and w.word >= :word"
                            + i
                            + " and w.word < :beyond"
                            + i
                            + ")");
        }
        return sql.toString();
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
