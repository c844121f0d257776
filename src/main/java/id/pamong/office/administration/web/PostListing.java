package id.pamong.office.administration.web;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.OrganizationLists;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.page.Dates;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The posts with their holders today. */
@Component
class PostListing implements Listing<OrganizationLists.PostEntry> {
    private final OrganizationLists lists;
    private final People people;
    private final Dates dates;
    private final MessageSource messages;

    PostListing(OrganizationLists lists, People people, Dates dates, MessageSource messages) {
        this.lists = lists;
        this.people = people;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "jabatan";
    }

    @Override
    public String path() {
        return "/pengelola/jabatan";
    }

    @Override
    public String command() {
        return "organization.look-up";
    }

    @Override
    public String titleKey() {
        return "administration.posts.title";
    }

    @Override
    public String emptyKey() {
        return "administration.posts.empty";
    }

    @Override
    public String searchKey() {
        return "administration.posts.search";
    }

    @Override
    public String order() {
        return "jabatan";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "pd",
                        "administration.people.agency",
                        people.agencies(reader.government().id()).stream()
                                .map(one ->
                                        new ListFilter.Choice(
                                                one.id().toString(), one.name(), false))),
                ListFilter.of(
                        "keadaan",
                        "administration.posts.today",
                        Stream.of(
                                new ListFilter.Choice("ada", "administration.posts.held", true),
                                new ListFilter.Choice(
                                        "tiada", "administration.posts.vacant", true))));
    }

    @Override
    public List<ListColumn<OrganizationLists.PostEntry>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.posts.post",
                        "jabatan",
                        one ->
                                ListCell.link(
                                        one.post().title(),
                                        "/pengelola/jabatan/" + one.post().id())),
                ListColumn.of(
                        "administration.people.agency",
                        one ->
                                ListCell.text(
                                        one.agency().isEmpty()
                                                ? reader.government().name()
                                                : one.agency())),
                ListColumn.of("administration.posts.today", PostListing::holders),
                ListColumn.of("administration.post.days", one -> ListCell.text(days(one))));
    }

    private static ListCell holders(OrganizationLists.PostEntry one) {
        return one.holders().isEmpty()
                ? ListCell.badge("wait", "administration.posts.vacant")
                : ListCell.text(
                        one.holders().stream()
                                .map(OrganizationLists.Holder::name)
                                .collect(Collectors.joining("; ")));
    }

    private String days(OrganizationLists.PostEntry one) {
        return one.holders().stream()
                .map(OrganizationLists.Holder::holding)
                .map(held -> kind(held.kind()) + ", " + dates.on(held.from()) + " – " + until(held))
                .collect(Collectors.joining("; "));
    }

    private String kind(HeadshipKind kind) {
        return messages.getMessage(
                "organization.headship." + kind, null, LocaleContextHolder.getLocale());
    }

    private String until(PostHolding held) {
        return held.until() == null ? "" : dates.on(held.until());
    }

    @Override
    public List<OrganizationLists.PostEntry> rows(ListReader reader, ListQuery query) {
        return lists.posts(
                reader.government(),
                new OrganizationLists.Wanted(
                        query.text(),
                        query.filterId("pd").map(AgencyId::new).orElse(null),
                        query.filter("keadaan").isEmpty()
                                ? null
                                : query.filter("keadaan").equals("ada"),
                        query.descending(),
                        query.after(),
                        query.limit()));
    }

    @Override
    public UUID id(OrganizationLists.PostEntry row) {
        return row.post().id().value();
    }
}
