package id.pamong.lifecycle.registration.web;

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
import id.pamong.office.regulation.CertificateType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every case that was ever submitted, also the done ones. */
@Component
class CaseListing implements Listing<ApplicationSummary> {
    private static final Set<ApplicationState> SEEN =
            EnumSet.complementOf(EnumSet.of(ApplicationState.DRAFT, ApplicationState.ENDORSEMENT));

    private final Enrollment enrollment;
    private final People people;
    private final Dates dates;

    CaseListing(Enrollment enrollment, People people, Dates dates) {
        this.people = people;
        this.enrollment = enrollment;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "perkara";
    }

    @Override
    public String path() {
        return "/petugas/perkara";
    }

    @Override
    public String command() {
        return "registration.cases";
    }

    @Override
    public String titleKey() {
        return "registration.cases.title";
    }

    @Override
    public String emptyKey() {
        return "registration.cases.empty";
    }

    @Override
    public String searchKey() {
        return "registration.cases.search";
    }

    @Override
    public String order() {
        return "-diubah";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "registration.cases.state",
                        "enrollment.state",
                        SEEN.toArray(ApplicationState[]::new)),
                ListFilter.of(
                        "jenis",
                        "registration.cases.type",
                        "enrollment.type",
                        CertificateType.values()),
                CaseFilters.agency(people, reader),
                ListFilter.day("dari", "page.list.from"),
                ListFilter.day("sampai", "page.list.until"));
    }

    @Override
    public List<ListColumn<ApplicationSummary>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "registration.cases.number",
                        one ->
                                one.applicant().equals(reader.person())
                                        ? ListCell.text(one.number())
                                        : ListCell.link(
                                                one.number().isEmpty() ? "–" : one.number(),
                                                "/petugas/permohonan/" + one.id())),
                ListColumn.of(
                        "registration.cases.applicant", one -> ListCell.text(one.applicantName())),
                ListColumn.of(
                        "registration.cases.type",
                        one -> ListCell.word("enrollment.type." + one.type())),
                ListColumn.of("registration.cases.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.of(
                        "registration.cases.state",
                        one -> ListCell.word("enrollment.state." + one.state())),
                ListColumn.sorted(
                        "registration.cases.changed",
                        "diubah",
                        one -> ListCell.text(dates.at(one.changedAt(), reader.government()))));
    }

    @Override
    public List<ApplicationSummary> rows(ListReader reader, ListQuery query) {
        Set<ApplicationState> states =
                SEEN.stream()
                        .filter(one ->
                                query.filter("keadaan").isEmpty()
                                        || one.name().equals(query.filter("keadaan")))
                        .collect(Collectors.toSet());
        return enrollment.list(
                reader.government().id(),
                new ApplicationSearch(
                        states,
                        query.text(),
                        null,
                        query.filter("jenis", CertificateType.class),
                        query.filterId("pd").map(AgencyId::new).orElse(null),
                        dates.begin(query.filterDay("dari"), reader.government()),
                        dates.end(query.filterDay("sampai"), reader.government()),
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
