package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.AgencyBatches;
import id.pamong.lifecycle.enrollment.CollectiveBatch;
import id.pamong.lifecycle.enrollment.CollectiveMember;
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

/** The batches of the agency that the reader prepares for. */
@Component
class BatchListing implements Listing<CollectiveBatch> {
    private final AgencyBatches batches;
    private final Dates dates;

    BatchListing(AgencyBatches batches, Dates dates) {
        this.batches = batches;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "usulan";
    }

    @Override
    public String path() {
        return "/usulan";
    }

    @Override
    public String command() {
        return "enrollment.view-batch";
    }

    @Override
    public String titleKey() {
        return "collective.list.title";
    }

    @Override
    public String emptyKey() {
        return "collective.list.empty";
    }

    @Override
    public String searchKey() {
        return "collective.list.search";
    }

    @Override
    public String order() {
        return "-disiapkan";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of();
    }

    @Override
    public List<ListColumn<CollectiveBatch>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "collective.list.name",
                        one -> ListCell.link(one.title(), "/usulan/" + one.id())),
                ListColumn.of("collective.list.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.of("collective.list.people", one -> number(one.size())),
                ListColumn.of(
                        "collective.standing.TO_CONFIRM",
                        one -> number(one.count(CollectiveMember.Standing.TO_CONFIRM))),
                ListColumn.of(
                        "collective.standing.SUBMITTED",
                        one -> number(one.count(CollectiveMember.Standing.SUBMITTED))),
                ListColumn.of(
                        "collective.standing.APPROVED",
                        one -> number(one.count(CollectiveMember.Standing.APPROVED))),
                ListColumn.sorted(
                        "collective.list.at",
                        "disiapkan",
                        one -> ListCell.text(dates.on(one.createdAt(), reader.government()))));
    }

    private static ListCell number(int count) {
        return ListCell.text(Integer.toString(count));
    }

    @Override
    public List<CollectiveBatch> rows(ListReader reader, ListQuery query) {
        return batches.list(
                reader.government().id(),
                reader.person(),
                query.text(),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(CollectiveBatch row) {
        return row.id().value();
    }
}
