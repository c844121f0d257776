package id.pamong.office.organization;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Search by name for the lists of other rooms whose rows refer to a person: every word typed begins
 * some word of the person's name. Gives a condition to be joined to the room's own query.
 */
public final class PersonSearch {
    private final List<String> words;

    private PersonSearch(List<String> words) {
        this.words = words;
    }

    /** What was typed; without a letter or digit it finds everyone. */
    public static PersonSearch of(String text) {
        return new PersonSearch(NameWords.typed(text));
    }

    /**
     * Begins with {@code and}, or is empty.
     *
     * @param person a column of the query that refers to a person, such as {@code g.person}
     */
    public String condition(String person) {
        return IntStream.range(0, words.size())
                .mapToObj(i ->
                        "select w.person from person_word w where w.word >= :word"
                                + i
                                + " and w.word < :beyond"
                                + i)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(" intersect "),
                                all ->
                                        all.isEmpty()
                                                ? ""
                                                : " and %s in (%s)".formatted(person, all)));
    }

    /** Binds the parameters of {@link #condition}. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return NameWords.bind(statement, words);
    }

    @Override
    public String toString() {
        return "PersonSearch[…]";
    }
}
