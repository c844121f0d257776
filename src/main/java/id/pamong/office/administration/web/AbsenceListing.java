package id.pamong.office.administration.web;

import id.pamong.office.organization.Absence;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves: everyone's for who may enter them for others, one's own for the rest. */
@Component
class AbsenceListing implements Listing<AbsenceListing.Line> {
    private final Absences absences;
    private final People people;
    private final Dates dates;

    AbsenceListing(Absences absences, People people, Dates dates) {
        this.absences = absences;
        this.people = people;
        this.dates = dates;
    }

    /**
     * A line of the list.
     *
     * @param deputy empty without one
     * @param when where it stands to today
     */
    public record Line(Absence absence, String person, String deputy, Absences.When when) {
        @Override
        public String toString() {
            return "Line[" + absence.id() + "]";
        }
    }

    static boolean seesOthers(ListReader reader) {
        return reader.mayOnOthers("organization.enter-absence");
    }

    @Override
    public String name() {
        return "cuti";
    }

    @Override
    public String path() {
        return "/cuti";
    }

    @Override
    public String command() {
        return "organization.see-absence";
    }

    @Override
    public String titleKey() {
        return "administration.absence";
    }

    @Override
    public String emptyKey() {
        return "administration.absence.empty";
    }

    @Override
    public String searchKey() {
        return "administration.absence.search";
    }

    @Override
    public String order() {
        return "-mulai";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ListFilter> filters(ListReader reader) {
        return List.of(
                ListFilter.of(
                        "keadaan",
                        "administration.absence.when",
                        "administration.absence.when",
                        Absences.When.values()));
    }

    @Override
    public List<ListColumn<Line>> columns(ListReader reader) {
        return List.of(
                ListColumn.of("administration.absence.who", one -> ListCell.text(one.person())),
                ListColumn.sorted(
                        "administration.absence.from",
                        "mulai",
                        one -> ListCell.text(dates.on(one.absence().from()))),
                ListColumn.of(
                        "administration.absence.until",
                        one -> ListCell.text(dates.on(one.absence().until()))),
                ListColumn.of(
                        "administration.absence.stands-in", one -> ListCell.text(one.deputy())),
                ListColumn.of(
                        "administration.absence.letter",
                        one -> ListCell.text(one.absence().letter())),
                ListColumn.of(
                        "administration.absence.when",
                        one -> ListCell.word("administration.absence.when." + one.when())));
    }

    @Override
    public List<Line> rows(ListReader reader, ListQuery query) {
        LocalGovernment government = reader.government();
        LocalDate today = dates.today(government);
        return absences
                .list(
                        government.id(),
                        new Absences.Wanted(
                                seesOthers(reader) ? null : reader.person(),
                                query.text(),
                                query.filter("keadaan", Absences.When.class),
                                query.descending(),
                                query.after(),
                                query.limit()))
                .stream()
                .map(one ->
                        new Line(
                                one,
                                name(government, one.person()),
                                name(government, one.deputy()),
                                when(one, today)))
                .toList();
    }

    private static Absences.When when(Absence absence, LocalDate today) {
        return absence.isOn(today)
                ? Absences.When.NOW
                : absence.from().isAfter(today) ? Absences.When.COMING : Absences.When.OVER;
    }

    private String name(LocalGovernment government, @Nullable PersonId person) {
        return person == null
                ? ""
                : people.byId(government.id(), person).map(Person::displayName).orElse("");
    }

    @Override
    public UUID id(Line row) {
        return row.absence().id();
    }
}
