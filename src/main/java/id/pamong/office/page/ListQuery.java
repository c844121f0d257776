package id.pamong.office.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see of a list.
 *
 * @param text typed into the search field, at most 100 characters
 * @param filters chosen values by name of the filter; only choices that the filter offers
 * @param sort one of the sortable columns
 * @param after id of the last row of the page before, or null for the first
 * @param limit how many rows at most
 */
public record ListQuery(
        String text,
        Map<String, String> filters,
        String sort,
        boolean descending,
        @Nullable UUID after,
        int limit) {
    public ListQuery {
        filters = Map.copyOf(filters);
    }

    /** The chosen value, empty for all. */
    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    /** The chosen value where the choices are ids. */
    public Optional<UUID> filterId(String name) {
        String value = filter(name);
        return value.matches("[0-9a-f-]{36}")
                ? Optional.of(UUID.fromString(value))
                : Optional.empty();
    }

    /** The chosen day, or null. */
    public @Nullable LocalDate filterDay(String name) {
        return ListFilter.dayOf(filter(name)).orElse(null);
    }

    /** The chosen constant of an enum, or null. */
    public <E extends Enum<E>> @Nullable E filter(String name, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(filter(name)))
                .findFirst()
                .orElse(null);
    }

    ListQuery page(@Nullable UUID behind, int rows) {
        return new ListQuery(text, filters, sort, descending, behind, rows);
    }

    /** What was typed may be a name or a number. */
    @Override
    public String toString() {
        return "ListQuery[" + filters + ", " + sort + "]";
    }
}
