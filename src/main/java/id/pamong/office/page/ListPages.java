package id.pamong.office.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Turns a {@link Listing} and what a reader sent into a page, or into rows for an export. */
@Component
public class ListPages {
    /** Rows of a page. */
    public static final int PAGE = 25;

    /** Rows of an export at most. */
    public static final int MOST_EXPORTED = 50_000;

    private static final int LONGEST_TEXT = 100;
    private static final int EXPORTED_AT_ONCE = 1000;

    private final SearchSeals searches;

    ListPages(SearchSeals searches) {
        this.searches = searches;
    }

    /** Takes the rows of an export as they come. */
    @FunctionalInterface
    public interface RowTaker<T> {
        void take(T row) throws IOException;
    }

    /** A page, and its rows for a template that draws them itself. */
    public record Page<T>(ListView view, List<T> rows) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The page that the reader asked for. */
    public <T> ListView page(Listing<T> listing, ListReader reader, SubmittedForm form) {
        return rows(listing, reader, form).view();
    }

    /** The page that the reader asked for, with its rows. */
    public <T> Page<T> rows(Listing<T> listing, ListReader reader, SubmittedForm form) {
        return rows(listing, reader, form, Map.of());
    }

    /**
     * As {@link #rows(Listing, ListReader, SubmittedForm)} on the page of one thing.
     *
     * @param fixed filters that this page sets, whatever was sent
     */
    public <T> Page<T> rows(
            Listing<T> listing, ListReader reader, SubmittedForm form, Map<String, String> fixed) {
        List<ListFilter> filters = listing.filters(reader);
        List<ListColumn<T>> columns = listing.columns(reader);
        ListQuery query = query(listing, reader, filters, columns, form, fixed);
        String carried = carried(reader, form, query);
        List<T> found = listing.rows(reader, query.page(query.after(), PAGE + 1));
        List<T> shown = found.subList(0, Math.min(PAGE, found.size()));
        String base = base(listing, reader, query);
        boolean narrowed =
                !query.text().isEmpty()
                        || filters.stream()
                                .anyMatch(
                                        one -> !one.isTab() && !query.filter(one.name()).isEmpty());
        boolean several = query.after() != null || found.size() > PAGE;
        ListView view =
                new ListView(
                        listing.name(),
                        base,
                        listing.titleKey(),
                        listing.emptyKey(),
                        listing.searchKey(),
                        query.text(),
                        written(query),
                        filters.stream()
                                .map(one -> new ListView.Choosing(one, query.filter(one.name())))
                                .toList(),
                        columns.stream().map(one -> heading(base, query, carried, one)).toList(),
                        shown.stream()
                                .map(row ->
                                        columns.stream().map(one -> one.cell().apply(row)).toList())
                                .toList(),
                        found.size() > PAGE
                                ? address(
                                        base,
                                        query,
                                        carried,
                                        written(query),
                                        listing.id(shown.getLast()))
                                : null,
                        query.after() == null
                                ? null
                                : address(base, query, carried, written(query), null),
                        reader.may("page.export-clear") && !listing.unmasked(reader).isEmpty(),
                        !listing.isPersonal() || narrowed || several);
        return new Page<>(view, shown);
    }

    /** Gives all rows that the reader's search finds, up to {@link #MOST_EXPORTED}. */
    public <T> void export(
            Listing<T> listing, ListReader reader, SubmittedForm form, RowTaker<T> taker)
            throws IOException {
        ListQuery query =
                query(
                        listing,
                        reader,
                        listing.filters(reader),
                        listing.columns(reader),
                        form,
                        Map.of());
        @Nullable UUID after = null;
        int given = 0;
        boolean more = true;
        while (more && given < MOST_EXPORTED) {
            List<T> rows =
                    listing.rows(
                            reader,
                            query.page(after, Math.min(EXPORTED_AT_ONCE, MOST_EXPORTED - given)));
            for (T row : rows) {
                taker.take(row);
            }
            given += rows.size();
            more = rows.size() == EXPORTED_AT_ONCE;
            after = more ? listing.id(rows.getLast()) : after;
        }
    }

    /** The filters in use, for the record of an export; never what was typed. */
    public <T> Map<String, String> chosen(
            Listing<T> listing, ListReader reader, SubmittedForm form) {
        return query(
                        listing,
                        reader,
                        listing.filters(reader),
                        listing.columns(reader),
                        form,
                        Map.of())
                .filters();
    }

    /** Where a search that was sent as a form is shown: what was typed stands there sealed. */
    public <T> String address(Listing<T> listing, ListReader reader, SubmittedForm form) {
        ListQuery query =
                query(
                        listing,
                        reader,
                        listing.filters(reader),
                        listing.columns(reader),
                        form,
                        Map.of());
        return address(
                base(listing, reader, query),
                query,
                searches.seal(reader.government().id(), query.text()),
                written(query),
                null);
    }

    private static String base(Listing<?> listing, ListReader reader, ListQuery query) {
        return "/" + reader.government().slug() + listing.path(query);
    }

    /** What was typed as it may stand in an address: as it came, or sealed. */
    private String carried(ListReader reader, SubmittedForm form, ListQuery query) {
        String came = form.text("cari");
        return came.equals(query.text())
                ? searches.seal(reader.government().id(), query.text())
                : query.text().isEmpty() ? "" : came;
    }

    private <T> ListQuery query(
            Listing<T> listing,
            ListReader reader,
            List<ListFilter> filters,
            List<ListColumn<T>> columns,
            SubmittedForm form,
            Map<String, String> fixed) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (ListFilter filter : filters) {
            String value = fixed.getOrDefault(filter.name(), form.text(filter.name()));
            if (filter.offers(value)) {
                chosen.put(filter.name(), value);
            }
        }
        String wanted = form.text("urut");
        boolean known =
                columns.stream()
                        .map(ListColumn::sort)
                        .filter(Objects::nonNull)
                        .anyMatch(sort -> wanted.equals(sort) || wanted.equals("-" + sort));
        String order = known ? wanted : listing.order();
        String text = searches.open(reader.government().id(), form.text("cari")).replace("\0", "");
        return new ListQuery(
                text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                chosen,
                order.replaceFirst("^-", ""),
                order.startsWith("-"),
                id(form.text("sesudah")).orElse(null),
                PAGE);
    }

    private static Optional<UUID> id(String written) {
        return written.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(written))
                : Optional.empty();
    }

    private static String written(ListQuery query) {
        return (query.descending() ? "-" : "") + query.sort();
    }

    private static <T> ListView.Heading heading(
            String base, ListQuery query, String carried, ListColumn<T> column) {
        String sort = column.sort();
        if (sort == null) {
            return new ListView.Heading(column.key(), null, null);
        }
        boolean now = sort.equals(query.sort());
        String sorted = query.descending() ? "descending" : "ascending";
        return new ListView.Heading(
                column.key(),
                now ? sorted : null,
                address(
                        base,
                        query,
                        carried,
                        now && !query.descending() ? "-" + sort : sort,
                        null));
    }

    private static String address(
            String base, ListQuery query, String text, String order, @Nullable UUID after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(base);
        List<Object> values = new ArrayList<>();
        if (!text.isEmpty()) {
            address.queryParam("cari", "{v}");
            values.add(text);
        }
        query.filters()
                .forEach((name, value) -> {
                    address.queryParam(name, "{v}");
                    values.add(value);
                });
        address.queryParam("urut", "{v}");
        values.add(order);
        if (after != null) {
            address.queryParam("sesudah", "{v}");
            values.add(after);
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
