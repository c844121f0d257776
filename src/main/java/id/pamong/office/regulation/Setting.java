package id.pamong.office.regulation;

import java.util.List;

/**
 * A value of the regulation's profile with where it comes from.
 *
 * @param key such as {@code users.asnScope}
 * @param values one value, or the members of a list; numbers and flags in their plain writing
 * @param citations clauses it rests on; empty where the law is silent
 * @param source where the value comes from
 * @param reason why this value, in our own words
 */
public record Setting(
        String key,
        List<String> values,
        List<Citation> citations,
        SettingSource source,
        Words reason) {
    public Setting {
        values = List.copyOf(values);
        citations = List.copyOf(citations);
    }

    /** The single value. */
    public String text() {
        if (values.size() != 1) {
            throw new IllegalStateException(key + " is a list");
        }
        return values.getFirst();
    }

    public boolean flag() {
        return Boolean.parseBoolean(text());
    }

    public int number() {
        return Integer.parseInt(text());
    }
}
