package id.pamong.office.administration.web;

import id.pamong.office.organization.MoveDecree;
import id.pamong.office.organization.MoveDecreeList;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every transfer decree that was entered, and where it stands. */
@Component
class MoveDecreeListing implements Listing<MoveDecree> {
    private final MoveDecreeList decrees;
    private final Dates dates;

    MoveDecreeListing(MoveDecreeList decrees, Dates dates) {
        this.decrees = decrees;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "sk-mutasi";
    }

    @Override
    public String path() {
        return "/pengelola/sk-mutasi";
    }

    @Override
    public String command() {
        return "organization.enter-moves";
    }

    @Override
    public String titleKey() {
        return "administration.moves.list";
    }

    @Override
    public String emptyKey() {
        return "administration.moves.empty";
    }

    @Override
    public String searchKey() {
        return "administration.moves.search";
    }

    @Override
    public String order() {
        return "-masuk";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.moves.state",
                        "administration.moves.state",
                        MoveDecree.State.values()));
    }

    @Override
    public List<ListColumn<MoveDecree>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "administration.moves.decree",
                        one -> ListCell.link(one.decree(), "/pengelola/sk-mutasi/" + one.id())),
                ListColumn.sorted(
                        "administration.moves.from",
                        "tmt",
                        one -> ListCell.unbroken(dates.on(one.from()))),
                ListColumn.of(
                        "administration.moves.people",
                        one -> ListCell.text(Integer.toString(one.moves()))),
                ListColumn.of(
                        "administration.moves.problems",
                        one -> ListCell.text(Integer.toString(one.problems()))),
                ListColumn.of(
                        "administration.moves.state",
                        one ->
                                ListCell.badge(
                                        badge(one.state()),
                                        "administration.moves.state." + one.state())),
                ListColumn.sorted(
                        "administration.moves.entered",
                        "masuk",
                        one -> ListCell.unbroken(dates.at(one.enteredAt(), reader.government()))));
    }

    private static String badge(MoveDecree.State state) {
        return switch (state) {
            case DONE -> "ok";
            case UNDONE -> "off";
            case AWAITING, APPROVED -> "wait";
        };
    }

    @Override
    public List<MoveDecree> rows(ListReader reader, ListQuery query) {
        return decrees.page(
                reader.government().id(),
                new MoveDecreeList.Wanted(
                        query.text(),
                        query.filter("keadaan", MoveDecree.State.class),
                        query.sort().equals("tmt"),
                        query.descending(),
                        query.after(),
                        query.limit()));
    }

    @Override
    public UUID id(MoveDecree row) {
        return row.id().value();
    }
}
