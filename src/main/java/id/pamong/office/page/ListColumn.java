package id.pamong.office.page;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param key message key of its heading
 * @param sort name by which the list can be sorted by it, or null
 */
public record ListColumn<T>(String key, @Nullable String sort, Function<T, ListCell> cell) {
    public static <T> ListColumn<T> of(String key, Function<T, ListCell> cell) {
        return new ListColumn<>(key, null, cell);
    }

    public static <T> ListColumn<T> sorted(String key, String sort, Function<T, ListCell> cell) {
        return new ListColumn<>(key, sort, cell);
    }
}
