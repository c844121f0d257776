package id.pamong.office.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, ready to be drawn by the fragment {@code page/list :: list}.
 *
 * @param next path of the next page, or null
 * @param first path of the first page when this is a later one, or null
 * @param exportsUnmasked whether the reader may have what is masked, for a reason
 * @param showsSearch whether there is enough to search in
 */
public record ListView(
        String name,
        String path,
        String titleKey,
        String emptyKey,
        String searchKey,
        String text,
        String sort,
        List<Choosing> filters,
        List<Heading> headings,
        List<List<ListCell>> rows,
        @Nullable String next,
        @Nullable String first,
        boolean exportsUnmasked,
        boolean showsSearch) {

    /** Whether something typed or chosen narrows it. */
    public boolean isNarrowed() {
        return !text.isEmpty()
                || filters.stream()
                        .filter(one -> !one.filter().isTab())
                        .anyMatch(one -> !one.chosen().isEmpty());
    }

    /** A filter with what is chosen. */
    public record Choosing(ListFilter filter, String chosen) {}

    /**
     * A heading.
     *
     * @param sorted {@code ascending}, {@code descending}, or null
     * @param path that sorts by it, or turns the order; null when it cannot be sorted by
     */
    public record Heading(String key, @Nullable String sorted, @Nullable String path) {}
}
