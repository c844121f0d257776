package id.pamong.lifecycle.counter.web;

import id.pamong.lifecycle.counter.CounterLists;
import id.pamong.lifecycle.counter.CounterState;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What came to the counter on paper: whose, in which state, and where it lies. */
@Component
class CounterListing implements Listing<CounterLists.Row> {
    private final CounterLists lists;
    private final Dates dates;

    CounterListing(CounterLists lists, Dates dates) {
        this.lists = lists;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "loket";
    }

    @Override
    public String path() {
        return "/petugas/loket";
    }

    @Override
    public String command() {
        return "counter.list";
    }

    @Override
    public String titleKey() {
        return "counter.list.title";
    }

    @Override
    public String emptyKey() {
        return "counter.list.none";
    }

    @Override
    public String searchKey() {
        return "counter.list.search";
    }

    @Override
    public String order() {
        return "-diterima";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan", "counter.list.state", "counter.state", CounterState.values()),
                ListFilter.day("dari", "page.list.from"),
                ListFilter.day("sampai", "page.list.until"));
    }

    @Override
    public List<ListColumn<CounterLists.Row>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "counter.list.number",
                        one ->
                                one.file().person().equals(reader.person())
                                        ? ListCell.text(one.file().number())
                                        : reader.linkFor(
                                                "counter.view",
                                                one.file().number(),
                                                "/petugas/loket/" + one.file().id())),
                ListColumn.of("counter.list.applicant", one -> ListCell.text(one.name())),
                ListColumn.of("counter.list.agency", one -> ListCell.text(one.agency())),
                ListColumn.sorted(
                        "counter.list.at",
                        "diterima",
                        one ->
                                ListCell.text(
                                        dates.at(one.file().receivedAt(), reader.government()))),
                ListColumn.of("counter.list.place", one -> ListCell.text(place(one.place()))),
                ListColumn.of("counter.list.state", one -> state(one.file().state())));
    }

    private static String place(ShelfPlace place) {
        return Stream.of(place.rack(), place.box(), place.folder())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    private static ListCell state(CounterState state) {
        String kind =
                switch (state) {
                    case SUBMITTED -> "ok";
                    case CORRECTION -> "bad";
                    case RECEIVED, SCANNED, DIVIDED, KEYED, CERTIFIED -> "wait";
                };
        return ListCell.badge(kind, "counter.state." + state);
    }

    @Override
    public List<CounterLists.Row> rows(ListReader reader, ListQuery query) {
        return lists.list(
                reader.government(),
                new CounterLists.Wanted(
                        query.text(),
                        query.filter("keadaan", CounterState.class),
                        query.filterDay("dari"),
                        query.filterDay("sampai"),
                        query.descending()),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(CounterLists.Row row) {
        return row.file().id().value();
    }
}
