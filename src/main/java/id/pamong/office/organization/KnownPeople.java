package id.pamong.office.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those whom the lines of a file may mean, read at once; kept in memory while it is planned. */
final class KnownPeople {
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<String, PersonId> byNik = new HashMap<>();
    private final Map<String, PersonId> byNip = new HashMap<>();
    private final Map<String, PersonId> byEmail = new HashMap<>();

    void add(Person person, String nik) {
        people.put(person.id(), person);
        byNik.put(nik, person.id());
        String nip = person.nip();
        if (nip != null) {
            byNip.put(nip, person.id());
        }
        String email = person.officialEmail();
        if (email != null) {
            byEmail.put(email, person.id());
        }
    }

    /** A number that led to the person before: of a merged entry, or a former NIP. */
    void addAlias(String number, PersonId person) {
        (number.length() == 16 ? byNik : byNip).putIfAbsent(number, person);
    }

    Optional<PersonId> byNik(String nik) {
        return Optional.ofNullable(byNik.get(nik));
    }

    Optional<PersonId> byNip(String nip) {
        return Optional.ofNullable(byNip.get(nip));
    }

    Optional<PersonId> byNumber(String number) {
        return number.length() == 16 ? byNik(number) : byNip(number);
    }

    Optional<PersonId> byEmail(String email) {
        return Optional.ofNullable(byEmail.get(email));
    }

    Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    List<Person> all() {
        return List.copyOf(people.values());
    }
}
