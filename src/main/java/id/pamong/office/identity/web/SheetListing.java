package id.pamong.office.identity.web;

import id.pamong.office.identity.Accounts;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People to print claim sheets for. */
@Component
class SheetListing implements Listing<Person> {
    private final People people;
    private final Accounts accounts;

    SheetListing(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "lembar-klaim";
    }

    @Override
    public String path() {
        return "/pengelola/lembar-klaim";
    }

    @Override
    public String command() {
        return "identity.claim-sheet";
    }

    @Override
    public String titleKey() {
        return "identity.sheets.title";
    }

    @Override
    public String emptyKey() {
        return "identity.sheets.none";
    }

    @Override
    public String searchKey() {
        return "identity.search";
    }

    @Override
    public String order() {
        return "nama";
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "pd",
                        "identity.agency",
                        people.agencies(reader.government().id()).stream()
                                .map(one ->
                                        new ListFilter.Choice(
                                                one.id().toString(), one.name(), false))));
    }

    @Override
    public List<ListColumn<Person>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "identity.accounts.person",
                        "nama",
                        one -> ListCell.text(one.displayName())),
                ListColumn.of("identity.sheets.nip", one -> ListCell.text(one.groupedNip())),
                ListColumn.of("identity.agency", one -> ListCell.text(one.agencyName())),
                ListColumn.of("identity.sheets.claimed", one -> claimed(reader, one)));
    }

    private ListCell claimed(ListReader reader, Person person) {
        return accounts.accountOf(reader.government().id(), person.id()).isPresent()
                ? ListCell.word("identity.sheets.claimed.yes")
                : ListCell.word("identity.sheets.claimed.no");
    }

    @Override
    public List<Person> rows(ListReader reader, ListQuery query) {
        return people.list(
                reader.government().id(),
                query.text(),
                query.filterId("pd").map(AgencyId::new).orElse(null),
                null,
                query.after() == null ? null : new PersonId(query.after()),
                query.descending(),
                query.limit());
    }

    @Override
    public UUID id(Person row) {
        return row.id().value();
    }
}
