package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationSearch;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The reader's own applications. */
@Component
class OwnApplicationListing implements Listing<ApplicationSummary> {
    private final Enrollment enrollment;
    private final Dates dates;

    OwnApplicationListing(Enrollment enrollment, Dates dates) {
        this.enrollment = enrollment;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "permohonan";
    }

    @Override
    public String path() {
        return "/permohonan";
    }

    @Override
    public String command() {
        return "enrollment.list";
    }

    @Override
    public String titleKey() {
        return "enrollment.list.title";
    }

    @Override
    public String emptyKey() {
        return "enrollment.list.empty";
    }

    @Override
    public String searchKey() {
        return "";
    }

    @Override
    public String order() {
        return "-dimulai";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "enrollment.list.state",
                        "enrollment.state",
                        ApplicationState.values()));
    }

    @Override
    public List<ListColumn<ApplicationSummary>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "enrollment.list.number",
                        one -> ListCell.link(one.number(), "/permohonan/" + one.id())),
                ListColumn.of(
                        "enrollment.list.type",
                        one -> ListCell.word("enrollment.type." + one.type())),
                ListColumn.of(
                        "enrollment.list.state",
                        one -> ListCell.word("enrollment.state." + one.state())),
                ListColumn.sorted(
                        "enrollment.list.begun",
                        "dimulai",
                        one -> ListCell.text(dates.at(one.createdAt(), reader.government()))),
                ListColumn.of(
                        "enrollment.list.changed",
                        one -> ListCell.text(dates.at(one.changedAt(), reader.government()))));
    }

    @Override
    public List<ApplicationSummary> rows(ListReader reader, ListQuery query) {
        ApplicationState state = query.filter("keadaan", ApplicationState.class);
        return enrollment.list(
                reader.government().id(),
                new ApplicationSearch(
                        state == null ? EnumSet.allOf(ApplicationState.class) : EnumSet.of(state),
                        "",
                        reader.person(),
                        null,
                        null,
                        null,
                        null,
                        ApplicationSearch.Order.BEGUN,
                        query.descending()),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(ApplicationSummary row) {
        return row.id().value();
    }
}
