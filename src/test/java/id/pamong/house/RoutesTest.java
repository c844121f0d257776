package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.identity.Performs;
import id.pamong.office.identity.PermissionRow;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.testkit.Forms;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    private static final String NOBODYS = "00000000-0000-4000-8000-00000000dead";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired Permissions permissions;
    @Autowired MockMvcTester http;
    @Autowired Towns towns;

    private final List<String> wrong = new ArrayList<>();
    private Town town;
    private Town elsewhere;
    private Map<Role, Citizen> people;
    private Map<String, Objects> objects;

    /** Ids of one kind: of another person here, and of another local government. */
    private record Objects(Map<Role, String> own, String foreign, String elsewhere) {}

    /** A route by its table line. */
    private record Route(String method, String pattern, String kind, HandlerMethod handler) {
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
        town = towns.found();
        elsewhere = towns.found();
        people = new TreeMap<>();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.VISITOR))) {
            people.put(
                    role,
                    role == Role.PERSON
                            ? town.withAccount("Pegawai")
                            : town.withAccount("Orang " + role, role));
        }
        Citizen other = town.withAccount("Orang Lain");
        Citizen stranger = elsewhere.withAccount("Orang Jauh");
        objects =
                Map.of(
                        "application",
                        new Objects(
                                people.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        one -> application(town, one.getValue()))),
                                application(town, other),
                                application(elsewhere, stranger)),
                        "person",
                        new Objects(
                                people.entrySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey,
                                                        one -> one.getValue().id().toString())),
                                other.id().toString(),
                                stranger.id().toString()),
                        "unknown",
                        new Objects(Map.of(), NOBODYS, NOBODYS),
                        "-",
                        new Objects(Map.of(), "", ""));
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() throws IOException {
        Set<String> known = new TreeSet<>(lines().keySet());
        Set<String> found = new TreeSet<>();
        handlers.getHandlerMethods().forEach((info, method) -> found.addAll(names(info, method)));

        assertThat(known).isEqualTo(found);
    }

    @Test
    void every_role_gets_what_the_table_gives_and_nothing_answers_500() throws IOException {
        for (Route route : routes()) {
            tryAs(route, Role.VISITOR, objects.get(route.kind()).foreign(), "foreign");
            for (Role role : people.keySet()) {
                Objects ids = objects.get(route.kind());
                if (ids.own().containsKey(role)) {
                    tryAs(route, role, ids.own().get(role), "own");
                }
                tryAs(route, role, ids.foreign(), "foreign");
                if (!ids.elsewhere().equals(ids.foreign())) {
                    tryAs(route, role, ids.elsewhere(), "elsewhere");
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_session_of_another_local_government_is_that_of_a_visitor() throws IOException {
        Cookie session = elsewhere.withAccount("Tamu", Role.RA_HEAD, Role.ADMINISTRATOR).session();
        for (Route route : routes()) {
            if (route.pattern().startsWith("/{government")
                    && !permissions.isOpenTo(Set.of(Role.VISITOR), route.command())) {
                MvcTestResult result =
                        send(route, objects.get(route.kind()).foreign(), session, Map.of());
                int expected = route.method().equals("GET") ? 302 : 401;
                note(
                        result.getResponse().getStatus() == expected,
                        route
                                + " opened to a session from elsewhere: "
                                + result.getResponse().getStatus());
            }
        }

        assertThat(wrong).isEmpty();
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
                Objects ids = objects.get(route.kind());
                MvcTestResult result =
                        send(
                                route,
                                ids.own().getOrDefault(role, ids.foreign()),
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

        assertThat(wrong).isEmpty();
    }

    private void tryAs(Route route, Role role, String id, String whose) {
        Cookie session = role == Role.VISITOR ? null : people.get(role).session();
        MvcTestResult result = send(route, id, session, Map.of());
        int status = statusOf(result);
        String what = route + " as " + role + ", " + whose + " object: " + status + problem(result);
        note(status < 500, what);
        Set<Role> roles =
                role == Role.VISITOR ? Set.of(Role.VISITOR) : EnumSet.of(Role.PERSON, role);
        if (!permissions.isOpenTo(roles, route.command())) {
            int refusal = role == Role.VISITOR ? (route.method().equals("GET") ? 302 : 401) : 403;
            note(status == refusal, what + ", expected " + refusal);
            return;
        }
        boolean refused = status == 403 || status == 404;
        if (whose.equals("elsewhere") || route.kind().equals("unknown")) {
            note(status >= 400 || isFormAgain(route, status), what + ", expected a refusal");
        } else if (whose.equals("foreign")
                && route.kind().equals("application")
                && !reachesOthers(roles, route.command())) {
            note(refused, what + ", expected 403 or 404");
        } else if (whose.equals("own")
                && route.kind().equals("application")
                && only(roles, route.command(), Scope.OTHERS)) {
            note(refused || status == 409, what + ", expected a refusal of the own case");
        }
    }

    /** A form that was empty is shown again before its object is looked at. */
    private static boolean isFormAgain(Route route, int status) {
        return route.method().equals("POST") && status == 200;
    }

    private boolean reachesOthers(Set<Role> roles, String command) {
        return rows(roles, command).stream().anyMatch(row -> row.scope() != Scope.OWN);
    }

    private boolean only(Set<Role> roles, String command, Scope scope) {
        return rows(roles, command).stream().allMatch(row -> row.scope() == scope);
    }

    private List<PermissionRow> rows(Set<Role> roles, String command) {
        return permissions.rows().stream()
                .filter(row -> row.command().equals(command))
                .filter(row -> row.role() == Role.VISITOR || roles.contains(row.role()))
                .toList();
    }

    private MvcTestResult send(Route route, String id, Cookie session, Map<String, String> fields) {
        String path = path(route.pattern(), id);
        var request = route.method().equals("GET") ? http.get().uri(path) : http.post().uri(path);
        if (session != null) {
            request.cookie(session);
        }
        if (!route.method().equals("GET")) {
            fields.forEach(request::param);
            return request.with(Forms.body()).exchange();
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    private String path(String pattern, String id) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("government", town.government().slug());
        values.put("key", "users.asnScope");
        values.put("item", "IDENTITY_CARD");
        values.put("kind", "rekomendasi");
        values.put("number", "1");
        values.put("page", "1");
        values.put("shard", "0");
        values.put("ca", "tidak-ada");
        values.put("paper", "perjanjian");
        values.put("format", "csv");
        values.put("key", "tiada");
        values.put("list", "tiada");
        values.put("pair", NOBODYS);
        values.put("token", "tidak-ada");
        values.put("decision", NOBODYS);
        String filled = pattern.replaceAll("\\{([a-z]+):[^/]*\\}", "{$1}");
        filled =
                filled.replace("{shard:[0-9]{1,4}}", "{shard}")
                        .replace("/pasal/{id}", "/pasal/MDN-1.1");
        for (String main :
                List.of("id", "person", "letter", "message", "request", "system", "policy")) {
            filled = filled.replace("{" + main + "}", id.isEmpty() ? NOBODYS : id);
        }
        filled = filled.replace("{file}", NOBODYS).replace("/**", "/x");
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        assertThat(filled)
                .as("a path variable that the test of routes does not know")
                .doesNotContain("{");
        return filled;
    }

    private String application(Town where, Citizen who) {
        MvcTestResult begun =
                http.post()
                        .uri(where.at("/permohonan"))
                        .cookie(who.session())
                        .with(Forms.body())
                        .exchange();
        String location = begun.getResponse().getHeader("Location");
        assertThat(location).as("an application was begun").contains("/permohonan/");
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(UUID.fromString(id)).isNotNull();
        return id;
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
        Map<String, String> kinds = lines();
        List<Route> routes = new ArrayList<>();
        handlers.getHandlerMethods()
                .forEach((info, method) ->
                        names(info, method)
                                .forEach(name ->
                                        routes.add(
                                                new Route(
                                                        name.substring(0, name.indexOf(' ')),
                                                        name.substring(name.indexOf(' ') + 1),
                                                        kinds.getOrDefault(name, "-"),
                                                        method))));
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

    private static Map<String, String> lines() throws IOException {
        try (InputStream in = RoutesTest.class.getResourceAsStream("/routes.table")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(
                            Collectors.toMap(
                                    line ->
                                            line.substring(0, line.lastIndexOf('|'))
                                                    .strip()
                                                    .replaceAll("\\s+", " "),
                                    line -> line.substring(line.lastIndexOf('|') + 1).strip(),
                                    (one, _) -> one,
                                    TreeMap::new));
        }
    }
}
