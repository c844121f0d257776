package id.pamong.office.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A choice by which a list is narrowed.
 *
 * @param name of the field
 * @param key message key of its label
 */
public record ListFilter(String name, String key, List<Choice> choices) {
    public ListFilter {
        choices = List.copyOf(choices);
    }

    /**
     * One of the choices.
     *
     * @param text what stands there, or its message key
     */
    public record Choice(String value, String text, boolean isKey) {}

    /** The constants of an enum, whose message keys are {@code prefix.CONSTANT}. */
    public static ListFilter of(String name, String key, String prefix, Enum<?>[] values) {
        return new ListFilter(
                name,
                key,
                Arrays.stream(values)
                        .map(one -> new Choice(one.name(), prefix + "." + one.name(), true))
                        .toList());
    }

    /** Words without a translation, such as names. */
    public static ListFilter of(String name, String key, Stream<Choice> choices) {
        return new ListFilter(name, key, choices.toList());
    }

    boolean offers(String value) {
        return choices.stream().anyMatch(one -> one.value().equals(value));
    }
}
