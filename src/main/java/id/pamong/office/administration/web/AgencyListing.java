package id.pamong.office.administration.web;

import id.pamong.office.organization.Headship;
import id.pamong.office.organization.OrganizationLists;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The agencies with their heads today. */
@Component
class AgencyListing implements Listing<OrganizationLists.AgencyEntry> {
    private final OrganizationLists lists;
    private final Dates dates;

    AgencyListing(OrganizationLists lists, Dates dates) {
        this.lists = lists;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "perangkat-daerah";
    }

    @Override
    public String path() {
        return "/pengelola/perangkat-daerah";
    }

    @Override
    public String command() {
        return "organization.look-up";
    }

    @Override
    public String titleKey() {
        return "administration.agencies.title";
    }

    @Override
    public String emptyKey() {
        return "administration.agencies.empty";
    }

    @Override
    public String searchKey() {
        return "administration.agencies.search";
    }

    @Override
    public String order() {
        return "nama";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.agencies.head",
                        Stream.of(
                                new ListFilter.Choice(
                                        "ada", "administration.agencies.headed", true),
                                new ListFilter.Choice(
                                        "tiada", "administration.agencies.no-head", true))));
    }

    @Override
    public List<ListColumn<OrganizationLists.AgencyEntry>> columns(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "administration.agencies.code", one -> ListCell.text(one.agency().code())),
                ListColumn.sorted(
                        "administration.agencies.name",
                        "nama",
                        one ->
                                ListCell.link(
                                        one.agency().name(),
                                        "/pengelola/pegawai?pd=" + one.agency().id())),
                ListColumn.of(
                        "administration.agencies.head",
                        one ->
                                one.headship() == null
                                        ? ListCell.badge("wait", "administration.agencies.no-head")
                                        : ListCell.text(one.head())),
                ListColumn.of("administration.agencies.since", this::since),
                ListColumn.of(
                        "administration.agencies.posts",
                        one ->
                                ListCell.link(
                                        one.agency().headPost(),
                                        "/pengelola/jabatan?pd=" + one.agency().id())));
    }

    private ListCell since(OrganizationLists.AgencyEntry one) {
        Headship headship = one.headship();
        return ListCell.text(
                headship == null
                        ? ""
                        : headship.signatureTitle() + ", " + dates.on(headship.from()));
    }

    @Override
    public List<OrganizationLists.AgencyEntry> rows(ListReader reader, ListQuery query) {
        return lists.agencies(
                reader.government(),
                new OrganizationLists.Wanted(
                        query.text(),
                        null,
                        query.filter("keadaan").isEmpty()
                                ? null
                                : query.filter("keadaan").equals("ada"),
                        query.descending(),
                        query.after(),
                        query.limit()));
    }

    @Override
    public UUID id(OrganizationLists.AgencyEntry row) {
        return row.agency().id().value();
    }
}
