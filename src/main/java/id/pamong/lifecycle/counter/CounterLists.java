package id.pamong.lifecycle.counter;

import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.archive.Shelves;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of the counter, page by page; whoever is asked for the right asks first. */
@Component
public class CounterLists {
    private final CounterRows rows;
    private final People people;
    private final Shelves shelves;
    private final CounterDesk desk;
    private final TenantTransactions transactions;

    CounterLists(
            CounterRows rows,
            People people,
            Shelves shelves,
            CounterDesk desk,
            TenantTransactions transactions) {
        this.desk = desk;
        this.rows = rows;
        this.people = people;
        this.shelves = shelves;
        this.transactions = transactions;
    }

    /** A file with whose it is and where its paper lies. */
    public record Row(CounterFile file, String name, String agency, ShelfPlace place) {
        /** No name reaches a log by way of this. */
        @Override
        public String toString() {
            return "Row[" + file.id() + "]";
        }
    }

    /**
     * What is wanted.
     *
     * @param text part of a receipt's number, the beginnings of words of a name, a NIP or NIK, or a
     *     rack, box or folder
     * @param from first day of receipt, or null
     * @param until last day of receipt, or null
     */
    public record Wanted(
            String text,
            @Nullable CounterState state,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean descending) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** By the time of receipt, behind the row {@code after}. */
    public List<Row> list(
            LocalGovernment government, Wanted wanted, @Nullable UUID after, int limit) {
        return transactions.inTenant(
                government.id(),
                () -> {
                    String text = wanted.text().strip();
                    List<CounterFile> files =
                            rows.list(
                                    new CounterRows.Wanted(
                                            text,
                                            byNumber(government, text).orElse(null),
                                            text.isEmpty()
                                                    ? List.of()
                                                    : desk.shelved(government, text),
                                            wanted.state(),
                                            begin(government, wanted.from()),
                                            begin(
                                                    government,
                                                    wanted.until() == null
                                                            ? null
                                                            : wanted.until().plusDays(1)),
                                            wanted.descending()),
                                    after,
                                    limit);
                    Map<PersonId, Person> named =
                            people.byIds(
                                    government.id(),
                                    files.stream().map(CounterFile::person).toList());
                    return files.stream().map(file -> row(government, file, named)).toList();
                });
    }

    private Row row(LocalGovernment government, CounterFile file, Map<PersonId, Person> named) {
        Optional<Person> person = Optional.ofNullable(named.get(file.person()));
        return new Row(
                file,
                person.map(Person::displayName).orElse("–"),
                person.map(Person::agencyName).orElse(""),
                shelves.of(government.id(), file.id().value()).orElse(ShelfPlace.NONE));
    }

    private Optional<PersonId> byNumber(LocalGovernment government, String text) {
        String number = text.replaceAll("[ .]", "");
        return switch (number.matches("[0-9]+") ? number.length() : 0) {
            case 16 -> people.byNik(government.id(), number).map(Person::id);
            case 18 -> people.byNip(government.id(), number).map(Person::id);
            default -> Optional.empty();
        };
    }

    private static @Nullable Instant begin(LocalGovernment government, @Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(government.zone().id()).toInstant();
    }
}
