package id.pamong.office.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A choice by which a list is narrowed, or a day.
 *
 * @param name of the field
 * @param key message key of its label
 * @param choices empty for a day
 * @param isDay whether any day may be chosen
 * @param isTab whether the page offers it by other means and the form only carries it along
 */
public record ListFilter(
        String name, String key, List<Choice> choices, boolean isDay, boolean isTab) {
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
                        .toList(),
                false,
                false);
    }

    /** A day of the calendar. */
    public static ListFilter day(String name, String key) {
        return new ListFilter(name, key, List.of(), true, false);
    }

    /** Words without a translation, such as names. */
    public static ListFilter of(String name, String key, Stream<Choice> choices) {
        return new ListFilter(name, key, choices.toList(), false, false);
    }

    /** The id of what the list belongs to; the list itself judges whether the reader may see it. */
    public static ListFilter id(String name, String key) {
        return new ListFilter(name, key, List.of(), false, true);
    }

    /** Which part of the list the page shows; offered by the page itself, such as by tabs. */
    public static ListFilter tab(String name, String key, Stream<String> values) {
        return new ListFilter(
                name, key, values.map(one -> new Choice(one, one, false)).toList(), false, true);
    }

    boolean offers(String value) {
        if (isTab && choices.isEmpty()) {
            return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
        return isDay
                ? dayOf(value).isPresent()
                : choices.stream().anyMatch(one -> one.value().equals(value));
    }

    static Optional<LocalDate> dayOf(String value) {
        if (!value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
