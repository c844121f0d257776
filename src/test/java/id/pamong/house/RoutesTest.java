package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.house.RouteCast.Whose;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route × every role × the own, a foreign and another local government's object. What must
 * come is computed from the table of permissions; nothing may ever answer 500.
 */
@RoomTest
class RoutesTest {
    /** Lower it with every line that goes; never raise it. */
    private static final int MOST_EASED = 14;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired BeanFactory beans;
    @Autowired Permissions permissions;
    @Autowired MockMvcTester http;
    @Autowired Towns towns;

    private final List<String> wrong = new ArrayList<>();
    private RouteCast cast;
    private Map<Role, Citizen> people;

    /** A route by its table line. */
    private record Route(String method, String pattern, RouteKind kind, HandlerMethod handler) {
        String command() {
            Performs performs = handler.getMethodAnnotation(Performs.class);
            return performs == null ? "" : performs.value();
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void fill() {
        cast = new RouteCast(towns, beans, http);
        people = cast.people;
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() throws IOException {
        Set<String> known = new TreeSet<>(RouteTable.kinds().keySet());
        Set<String> found = new TreeSet<>();
        handlers.getHandlerMethods().forEach((info, method) -> found.addAll(names(info, method)));

        assertThat(known).isEqualTo(found);
    }

    @Test
    void the_lines_that_ask_less_have_reasons_and_only_become_fewer() throws IOException {
        assertThat(RouteTable.eased().values()).allSatisfy(why -> assertThat(why).isNotBlank());
        assertThat(RouteTable.eased()).hasSizeLessThanOrEqualTo(MOST_EASED);
        assertThat(RouteTable.kinds().keySet()).containsAll(RouteTable.eased().keySet());
    }

    @Test
    void every_role_gets_what_the_table_gives_and_nothing_answers_500() throws IOException {
        for (Route route : routes()) {
            tryAs(route, Role.VISITOR, Whose.FOREIGN);
            for (Role role : people.keySet()) {
                for (Whose whose : Whose.values()) {
                    if (whose == Whose.FOREIGN || route.kind() != RouteKind.NONE) {
                        tryAs(route, role, whose);
                    }
                }
            }
        }

        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void a_session_of_another_local_government_is_that_of_a_visitor() throws IOException {
        Cookie session =
                cast.elsewhere.withAccount("Tamu", Role.RA_HEAD, Role.ADMINISTRATOR).session();
        for (Route route : routes()) {
            if (route.pattern().startsWith("/{government")
                    && !permissions.isOpenTo(Set.of(Role.VISITOR), route.command())) {
                MvcTestResult result =
                        send(
                                route,
                                cast.id(route.kind(), Role.PERSON, Whose.FOREIGN),
                                session,
                                Map.of());
                int expected = route.method().equals("GET") ? 302 : 401;
                note(
                        result.getResponse().getStatus() == expected,
                        route
                                + " opened to a session from elsewhere: "
                                + result.getResponse().getStatus());
            }
        }

        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void hostile_fields_never_end_in_500() throws IOException {
        Map<String, String> hostile = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "version",
                        "who",
                        "nip",
                        "nik",
                        "code",
                        "cari",
                        "agency",
                        "role",
                        "do",
                        "lanjut",
                        "page",
                        "left",
                        "top",
                        "width",
                        "height",
                        "officialEmail",
                        "purpose",
                        "claim",
                        "dossier",
                        "after",
                        "halaman",
                        "status",
                        "number",
                        "subject",
                        "duty",
                        "person",
                        "host",
                        "port",
                        "security",
                        "sender",
                        "result.IDENTITY",
                        "note.IDENTITY",
                        "pasal",
                        "reason",
                        "file",
                        "token",
                        "q",
                        "on",
                        "giver",
                        "label",
                        "passkey",
                        "state")) {
            hostile.put(
                    name,
                    "\u0000'\"<script>\uD83D\uDE00 -1 99999999999999999999 ../../etc "
                            + "x".repeat(3000));
        }
        for (Route route : routes()) {
            for (Role role : people.keySet()) {
                MvcTestResult result =
                        send(
                                route,
                                cast.id(route.kind(), role, Whose.OWN),
                                people.get(role).session(),
                                hostile);
                note(
                        statusOf(result) < 500,
                        route
                                + " as "
                                + role
                                + " with hostile fields: "
                                + statusOf(result)
                                + problem(result));
            }
        }

        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private void tryAs(Route route, Role role, Whose whose) {
        if (whose == Whose.OWN && !route.kind().isSomeones()) {
            return;
        }
        Cookie session = role == Role.VISITOR ? null : people.get(role).session();
        MvcTestResult result = send(route, cast.id(route.kind(), role, whose), session, Map.of());
        int status = statusOf(result);
        String what = route + " as " + role + ", " + whose + ": " + status + problem(result);
        note(status < 500, what);
        Set<Role> roles =
                role == Role.VISITOR ? Set.of(Role.VISITOR) : EnumSet.of(Role.PERSON, role);
        if (!permissions.isOpenTo(roles, route.command())) {
            int refusal = role == Role.VISITOR ? (route.method().equals("GET") ? 302 : 401) : 403;
            note(status == refusal, what + ", expected " + refusal);
            return;
        }
        boolean refused = status == 403 || status == 404;
        boolean inside = status >= 200 && status < 400;
        if (route.kind() == RouteKind.NONE) {
            return;
        }
        if (whose == Whose.ELSEWHERE) {
            note(refused, what + ", expected 403 or 404");
        } else if (RouteTable.isEased(route.toString())) {
            return;
        } else if (!gives(roles, route, scopes(route.kind(), whose))) {
            note(refused || status == 409, what + ", expected a refusal");
        } else if (route.method().equals("GET")) {
            note(inside, what + ", expected the page");
        } else {
            note(!refused, what + ", expected no refusal");
        }
    }

    private static Set<Scope> scopes(RouteKind kind, Whose whose) {
        Set<Scope> scopes = EnumSet.of(Scope.ANY);
        scopes.addAll(whose == Whose.OWN ? kind.own() : kind.foreign());
        return scopes;
    }

    /** Whether a row gives the command on an object that stands so. */
    private boolean gives(Set<Role> roles, Route route, Set<Scope> scopes) {
        return permissions.rows().stream()
                .filter(row -> row.command().equals(route.command()))
                .filter(row -> row.role() == Role.VISITOR || roles.contains(row.role()))
                .filter(row -> row.states().isEmpty() || row.states().contains(route.kind().state))
                .anyMatch(row -> scopes.contains(row.scope()));
    }

    private MvcTestResult send(Route route, String id, Cookie session, Map<String, String> fields) {
        String path = RouteTable.path(route.pattern(), cast.town.government().slug(), id);
        var request = route.method().equals("GET") ? http.get().uri(path) : http.post().uri(path);
        if (session != null) {
            request.cookie(session);
        }
        if (!route.method().equals("GET")) {
            fields.forEach(request::param);
            RouteTable.needed(route.toString())
                    .forEach((name, value) -> {
                        if (!fields.containsKey(name)) {
                            request.param(name, value);
                        }
                    });
            return request.with(Forms.body()).exchange();
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    private static int statusOf(MvcTestResult result) {
        return result.getUnresolvedException() == null ? result.getResponse().getStatus() : 500;
    }

    private static String problem(MvcTestResult result) {
        return result.getUnresolvedException() == null
                ? ""
                : " " + result.getUnresolvedException().getMessage();
    }

    private void note(boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private List<Route> routes() throws IOException {
        Map<String, RouteKind> kinds = RouteTable.kinds();
        List<Route> routes = new ArrayList<>();
        handlers.getHandlerMethods()
                .forEach((info, method) ->
                        names(info, method)
                                .forEach(name ->
                                        routes.add(
                                                new Route(
                                                        name.substring(0, name.indexOf(' ')),
                                                        name.substring(name.indexOf(' ') + 1),
                                                        kinds.getOrDefault(name, RouteKind.NONE),
                                                        method))));
        // What takes an object away comes last.
        routes.sort(
                Comparator.comparing((Route route) -> route.pattern().endsWith("/buang"))
                        .thenComparing(Route::toString));
        return routes;
    }

    private static List<String> names(RequestMappingInfo info, HandlerMethod method) {
        if (ErrorController.class.isAssignableFrom(method.getBeanType())) {
            return List.of();
        }
        return info.getPatternValues().stream()
                .flatMap(pattern ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(verb -> verb + " " + pattern))
                .toList();
    }
}
