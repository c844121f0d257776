package id.pamong.office.administration.web;

import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.OrganizationLists;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The register of electronic systems, as far as the reader sees it. */
@Component
class SystemListing implements Listing<ElectronicSystem> {
    private final OrganizationLists lists;
    private final Dates dates;

    SystemListing(OrganizationLists lists, Dates dates) {
        this.lists = lists;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "sistem";
    }

    @Override
    public String path() {
        return "/pengelola/sistem";
    }

    @Override
    public String command() {
        return "organization.systems";
    }

    @Override
    public String titleKey() {
        return "administration.systems.title";
    }

    @Override
    public String emptyKey() {
        return "administration.systems.empty";
    }

    @Override
    public String searchKey() {
        return "administration.systems.search";
    }

    @Override
    public String order() {
        return "nama";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "kategori",
                        "administration.system.category",
                        "administration.system.category",
                        SystemCategory.values()),
                ListFilter.of(
                        "keadaan",
                        "administration.system.responsible",
                        Stream.of(
                                new ListFilter.Choice(
                                        "ada", "administration.system.named-someone", true),
                                new ListFilter.Choice(
                                        "tiada", "administration.system.nobody", true))),
                ListFilter.of(
                        "layanan",
                        "administration.system.service",
                        Stream.of(
                                new ListFilter.Choice(
                                        "ya", "administration.system.in-service", true),
                                new ListFilter.Choice(
                                        "tidak", "administration.system.retired", true))));
    }

    @Override
    public List<ListColumn<ElectronicSystem>> columns(ListReader reader) {
        LocalDate today = dates.today(reader.government());
        return List.of(
                ListColumn.sorted(
                        "administration.system.name",
                        "nama",
                        one -> ListCell.link(one.name(), "/pengelola/sistem/" + one.id())),
                ListColumn.of(
                        "administration.system.category",
                        one -> ListCell.word("administration.system.category." + one.category())),
                ListColumn.of(
                        "administration.system.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.of(
                        "administration.system.hosts",
                        one -> ListCell.text(String.join(", ", one.hosts()))),
                ListColumn.of("administration.system.responsible", SystemListing::responsible),
                ListColumn.of(
                        "administration.system.service",
                        one ->
                                one.isInServiceOn(today)
                                        ? ListCell.badge("ok", "administration.system.in-service")
                                        : ListCell.badge("off", "administration.system.retired")));
    }

    private static ListCell responsible(ElectronicSystem system) {
        ElectronicSystem.Responsible responsible = system.responsible();
        return responsible == null
                ? ListCell.badge("wait", "administration.system.nobody")
                : ListCell.text(responsible.name());
    }

    @Override
    public List<ElectronicSystem> rows(ListReader reader, ListQuery query) {
        String service = query.filter("layanan");
        return lists.systems(
                reader.government(),
                new OrganizationLists.Wanted(
                        query.text(),
                        null,
                        query.filter("keadaan").isEmpty()
                                ? null
                                : query.filter("keadaan").equals("ada"),
                        query.descending(),
                        query.after(),
                        query.limit()),
                query.filter("kategori", SystemCategory.class),
                service.isEmpty() ? null : service.equals("ya"),
                reader.mayOnOthers("organization.systems") ? null : reader.person());
    }

    @Override
    public UUID id(ElectronicSystem row) {
        return row.id().value();
    }
}
