package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.revocation.CaseLine;
import id.pamong.lifecycle.revocation.CaseState;
import id.pamong.lifecycle.revocation.RevocationDesk;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The cases as the registration authority reads them. */
@Component
class CaseListing implements Listing<CaseLine> {
    private final RevocationDesk desk;
    private final Dates dates;

    CaseListing(RevocationDesk desk, Dates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "daftar-pencabutan";
    }

    @Override
    public String path() {
        return "/petugas/pencabutan";
    }

    @Override
    public String command() {
        return "revocation.list";
    }

    @Override
    public String titleKey() {
        return "revocation.list.title";
    }

    @Override
    public String emptyKey() {
        return "revocation.list.empty";
    }

    @Override
    public String searchKey() {
        return "revocation.list.search";
    }

    @Override
    public String order() {
        return "-dibuka";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "revocation.list.state",
                        "revocation.state",
                        CaseState.values()));
    }

    @Override
    public List<ListColumn<CaseLine>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "revocation.list.number",
                        one -> ListCell.link(one.number(), "/pencabutan/" + one.id())),
                ListColumn.of("revocation.list.subject", one -> ListCell.text(one.subject())),
                ListColumn.of("revocation.list.serial", one -> ListCell.text(one.serial())),
                ListColumn.of(
                        "revocation.list.origin",
                        one -> ListCell.word("revocation.origin." + one.origin())),
                ListColumn.of(
                        "revocation.list.ground",
                        one -> ListCell.word("revocation.ground." + one.ground())),
                ListColumn.sorted(
                        "revocation.list.opened",
                        "dibuka",
                        one -> ListCell.text(dates.at(one.openedAt(), reader.government()))),
                ListColumn.of(
                        "revocation.list.state",
                        one ->
                                ListCell.badge(
                                        kind(one.state()), "revocation.state." + one.state())));
    }

    static String kind(CaseState state) {
        return switch (state) {
            case REQUESTED, NOTICED, OBJECTED, HELD, ORDERED, BY_HAND -> "wait";
            case REVOKED, CONFIRMED -> "bad";
            case RELEASED, DISMISSED, LAPSED -> "off";
        };
    }

    @Override
    public List<CaseLine> rows(ListReader reader, ListQuery query) {
        return desk.list(
                reader.government().id(),
                query.text(),
                Arrays.stream(CaseState.values())
                        .filter(one -> one.name().equals(query.filter("keadaan")))
                        .findFirst()
                        .orElse(null),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(CaseLine row) {
        return row.id().value();
    }
}
