package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.enrollment.ApplicationSearch;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.People;
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

/** Whose presence is awaited, the oldest approval first. */
@Component
class PresenceListing implements Listing<ApplicationSummary> {
    private final Enrollment enrollment;
    private final People people;
    private final Dates dates;

    PresenceListing(Enrollment enrollment, People people, Dates dates) {
        this.enrollment = enrollment;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "aktivasi";
    }

    @Override
    public String path() {
        return "/petugas/aktivasi";
    }

    @Override
    public String command() {
        return "issuance.queue";
    }

    @Override
    public String titleKey() {
        return "issuance.waiting.title";
    }

    @Override
    public String emptyKey() {
        return "issuance.waiting.empty";
    }

    @Override
    public String searchKey() {
        return "issuance.waiting.search";
    }

    @Override
    public String order() {
        return "sejak";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "issuance.waiting.state",
                        "issuance.waiting",
                        new ApplicationState[] {
                            ApplicationState.APPROVED, ApplicationState.ACTIVATION
                        }),
                ListFilter.of(
                        "pd",
                        "issuance.waiting.agency",
                        people.agencies(reader.government().id()).stream()
                                .map(one ->
                                        new ListFilter.Choice(
                                                one.id().toString(), one.name(), false))));
    }

    @Override
    public List<ListColumn<ApplicationSummary>> columns(ListReader reader) {
        return List.of(
                ListColumn.of("issuance.waiting.number", one -> number(reader, one)),
                ListColumn.of("issuance.waiting.name", one -> ListCell.text(one.applicantName())),
                ListColumn.of("issuance.waiting.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.sorted(
                        "issuance.waiting.since",
                        "sejak",
                        one -> ListCell.text(dates.on(one.changedAt(), reader.government()))),
                ListColumn.of(
                        "issuance.waiting.state",
                        one -> ListCell.word("issuance.waiting." + one.state())));
    }

    /** Nobody identifies themselves. */
    private static ListCell number(ListReader reader, ApplicationSummary one) {
        if (one.applicant().equals(reader.person())) {
            return ListCell.text(one.number());
        }
        return reader.may("issuance.identify")
                ? ListCell.link(one.number(), "/petugas/aktivasi/" + one.id())
                : reader.linkFor(
                        "registration.view", one.number(), "/petugas/permohonan/" + one.id());
    }

    @Override
    public List<ApplicationSummary> rows(ListReader reader, ListQuery query) {
        ApplicationState state = query.filter("keadaan", ApplicationState.class);
        return enrollment.list(
                reader.government().id(),
                new ApplicationSearch(
                        state == null
                                ? EnumSet.of(ApplicationState.APPROVED, ApplicationState.ACTIVATION)
                                : EnumSet.of(state),
                        query.text(),
                        null,
                        null,
                        query.filterId("pd").map(AgencyId::new).orElse(null),
                        null,
                        null,
                        ApplicationSearch.Order.CHANGED,
                        query.descending()),
                query.after(),
                query.limit());
    }

    @Override
    public UUID id(ApplicationSummary row) {
        return row.id().value();
    }
}
