package id.pamong.house;

import id.pamong.office.identity.Role;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Who tries the routes, and what they name: one person of each role, and somebody else's objects.
 */
final class RouteCast {
    /** Whose object a path names. */
    enum Whose {
        OWN,
        FOREIGN,
        ELSEWHERE
    }

    final Town town;
    final Town elsewhere;
    final Map<Role, Citizen> people = new TreeMap<>();
    private final Citizen other;
    private final Citizen stranger;
    private final RouteObjects objects;
    private final Map<List<Object>, String> made = new HashMap<>();

    RouteCast(Towns towns, BeanFactory beans, MockMvcTester http) {
        town = towns.found();
        elsewhere = towns.found();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.VISITOR))) {
            people.put(
                    role,
                    role == Role.PERSON
                            ? town.withAccount("Pegawai")
                            : town.withAccount("Orang " + role, role));
        }
        other = town.withAccount("Orang Lain");
        stranger = elsewhere.withAccount("Orang Jauh");
        objects = new RouteObjects(beans, http);
        objects.moveElsewhere(town, other);
        objects.open(town, List.of(people.get(Role.RA_OFFICER)));
    }

    /** An object is made when it is first named, and lasts while nobody removes it. */
    String id(RouteKind kind, Role role, Whose whose) {
        List<Object> key =
                whose == Whose.OWN && kind.isSomeones()
                        ? List.of(kind, role)
                        : List.of(kind, whose == Whose.OWN ? Whose.FOREIGN : whose);
        return made.computeIfAbsent(key, _ -> fresh(kind, role, whose));
    }

    /** As {@link #id}, of an object that nobody has touched. */
    String fresh(RouteKind kind, Role role, Whose whose) {
        if (whose == Whose.ELSEWHERE) {
            return objects.make(kind, elsewhere, stranger);
        }
        return objects.make(
                kind, town, whose == Whose.OWN && kind.isSomeones() ? people.get(role) : other);
    }
}
