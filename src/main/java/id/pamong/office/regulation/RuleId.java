package id.pamong.office.regulation;

import java.util.regex.Pattern;

/**
 * The stable name of a rule, {@code room.what-it-asks}, such as {@code
 * enrollment.recommendation-by-superior}. A regulation's file binds it to clauses.
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM =
            Pattern.compile("[a-z]+(?:-[a-z]+)*\\.[a-z0-9]+(?:-[a-z0-9]+)*");

    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a rule id is room.what-it-asks: " + value);
        }
    }

    public static RuleId of(String value) {
        return new RuleId(value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
