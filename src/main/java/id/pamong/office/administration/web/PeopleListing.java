package id.pamong.office.administration.web;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.ListCell;
import id.pamong.office.page.ListColumn;
import id.pamong.office.page.ListFilter;
import id.pamong.office.page.ListQuery;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of the local government. */
@Component
class PeopleListing implements Listing<Person> {
    private final People people;

    PeopleListing(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "pegawai";
    }

    @Override
    public String path() {
        return "/pengelola/pegawai";
    }

    @Override
    public String command() {
        return "organization.look-up";
    }

    @Override
    public String titleKey() {
        return "administration.people.title";
    }

    @Override
    public String emptyKey() {
        return "administration.people.empty";
    }

    @Override
    public String searchKey() {
        return "administration.people.search";
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
                        "administration.people.agency",
                        people.agencies(reader.government().id()).stream()
                                .map(one ->
                                        new ListFilter.Choice(
                                                one.id().toString(), one.name(), false))),
                ListFilter.of(
                        "status",
                        "administration.person.class",
                        "organization.class",
                        EmploymentClass.values()));
    }

    @Override
    public List<ListColumn<Person>> columns(ListReader reader) {
        return List.of(
                ListColumn.sorted(
                        "administration.person.name",
                        "nama",
                        one -> ListCell.link(one.displayName(), "/pengelola/pegawai/" + one.id())),
                ListColumn.of("administration.person.nip", one -> ListCell.text(one.groupedNip())),
                ListColumn.of("administration.person.nik", one -> ListCell.text(one.maskedNik())),
                ListColumn.of(
                        "administration.person.class",
                        one -> ListCell.word("organization.class." + one.employmentClass())),
                ListColumn.of("administration.person.post", one -> ListCell.text(one.post())),
                ListColumn.of(
                        "administration.people.agency", one -> ListCell.text(one.agencyName())));
    }

    @Override
    public List<ListColumn<Person>> unmasked(ListReader reader) {
        return List.of(
                ListColumn.of(
                        "administration.person.nik-clear",
                        one -> ListCell.text(people.revealNik(reader.government().id(), one.id()))),
                ListColumn.of(
                        "administration.person.email", one -> ListCell.text(one.officialEmail())),
                ListColumn.of("administration.person.rank", one -> ListCell.text(one.rank())));
    }

    @Override
    public List<Person> rows(ListReader reader, ListQuery query) {
        @Nullable UUID after = query.after();
        return people.list(
                reader.government().id(),
                query.text(),
                query.filterId("pd").map(AgencyId::new).orElse(null),
                Arrays.stream(EmploymentClass.values())
                        .filter(one -> one.name().equals(query.filter("status")))
                        .findFirst()
                        .orElse(null),
                after == null ? null : new PersonId(after),
                query.descending(),
                query.limit());
    }

    @Override
    public UUID id(Person row) {
        return row.id().value();
    }
}
