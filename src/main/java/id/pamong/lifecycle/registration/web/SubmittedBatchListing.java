package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.CollectiveBatch;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.People;
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

/** The batches of which something came to the registration authority. */
@Component
class SubmittedBatchListing implements Listing<CollectiveBatch> {
    private final Collectives collectives;
    private final People people;
    private final Dates dates;

    SubmittedBatchListing(Collectives collectives, People people, Dates dates) {
        this.collectives = collectives;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "kolektif";
    }

    @Override
    public String path() {
        return "/petugas/kolektif";
    }

    @Override
    public String command() {
        return "registration.grid";
    }

    @Override
    public String titleKey() {
        return "registration.batches.title";
    }

    @Override
    public String emptyKey() {
        return "registration.batches.empty";
    }

    @Override
    public String searchKey() {
        return "registration.batches.search";
    }

    @Override
    public String order() {
        return "-disiapkan";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(CaseFilters.agency(people, reader));
    }

    @Override
    public List<ListColumn<CollectiveBatch>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "collective.list.name",
                        one -> ListCell.link(one.title(), "/petugas/kolektif/" + one.id())),
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
        return collectives.submitted(
                reader.government().id(),
                query.text(),
                query.filterId("pd").map(AgencyId::new).orElse(null),
                query.descending(),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(CollectiveBatch row) {
        return row.id().value();
    }
}
