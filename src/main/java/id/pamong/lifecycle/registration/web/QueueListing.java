package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationSearch;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.VerificationDesk;
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
import id.pamong.office.regulation.Regulations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue: what waits longest stands first. */
@Component
class QueueListing implements Listing<QueueRow> {
    private final Enrollment enrollment;
    private final VerificationDesk desk;
    private final Regulations regulations;
    private final People people;
    private final Dates dates;
    private final Clock clock;

    QueueListing(
            Enrollment enrollment,
            VerificationDesk desk,
            Regulations regulations,
            People people,
            Dates dates,
            Clock clock) {
        this.enrollment = enrollment;
        this.desk = desk;
        this.regulations = regulations;
        this.people = people;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "antrean";
    }

    @Override
    public String path() {
        return "/petugas/antrean";
    }

    @Override
    public String command() {
        return "registration.queue";
    }

    @Override
    public String titleKey() {
        return "registration.queue.title";
    }

    @Override
    public String emptyKey() {
        return "registration.queue.empty.TODO";
    }

    @Override
    public String searchKey() {
        return "registration.queue.search";
    }

    @Override
    public String order() {
        return "sejak";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.tab(
                        "bagian",
                        "registration.queue.parts",
                        Arrays.stream(QueuePart.values()).map(QueuePart::word)),
                ListFilter.of(
                        "jenis",
                        "registration.cases.type",
                        "enrollment.type",
                        CertificateType.values()),
                CaseFilters.agency(people, reader));
    }

    @Override
    public List<ListColumn<QueueRow>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "registration.queue.number",
                        one -> ListCell.text(one.application().number())),
                ListColumn.of(
                        "registration.queue.applicant",
                        one -> ListCell.text(one.application().applicantName())),
                ListColumn.of(
                        "registration.cases.agency",
                        one -> ListCell.text(one.application().agencyName())),
                ListColumn.of(
                        "registration.cases.type",
                        one -> ListCell.word("enrollment.type." + one.application().type())),
                ListColumn.of(
                        "registration.queue.state",
                        one -> ListCell.word("registration.state." + one.application().state())),
                ListColumn.sorted(
                        "registration.queue.since",
                        "sejak",
                        one ->
                                ListCell.text(
                                        dates.on(
                                                one.application().queuedAt(),
                                                reader.government()))),
                ListColumn.of(
                        "registration.queue.working-days",
                        one -> ListCell.text(Integer.toString(one.workingDays()))),
                ListColumn.of("registration.queue.holder", one -> ListCell.text(one.holder())));
    }

    @Override
    public List<QueueRow> rows(ListReader reader, ListQuery query) {
        List<ApplicationSummary> page =
                enrollment.list(
                        reader.government().id(),
                        new ApplicationSearch(
                                QueuePart.of(query.filter("bagian")).states(),
                                query.text(),
                                null,
                                query.filter("jenis", CertificateType.class),
                                query.filterId("pd").map(AgencyId::new).orElse(null),
                                null,
                                null,
                                ApplicationSearch.Order.QUEUED,
                                query.descending()),
                        query.after(),
                        query.limit());
        int allowed =
                regulations
                        .profile(reader.government().regulationId())
                        .setting("verification.workingDays")
                        .number();
        LocalDate today = reader.government().dateAt(clock.instant());
        Map<ApplicationId, VerificationDesk.Holder> holders =
                desk.holders(
                        reader.government().id(),
                        page.stream().map(ApplicationSummary::id).toList());
        return page.stream()
                .map(one -> row(reader, one, holders.get(one.id()), allowed, today))
                .toList();
    }

    private static QueueRow row(
            ListReader reader,
            ApplicationSummary one,
            VerificationDesk.@Nullable Holder holder,
            int allowed,
            LocalDate today) {
        int days = WorkingDays.between(reader.government().dateAt(one.queuedAt()), today);
        return new QueueRow(
                one,
                days,
                QueuePart.TODO.states().contains(one.state()) && days > allowed,
                holder == null ? "" : holder.name(),
                holder != null && holder.officer().equals(reader.person()),
                one.applicant().equals(reader.person()));
    }

    @Override
    public UUID id(QueueRow row) {
        return row.application().id().value();
    }
}
