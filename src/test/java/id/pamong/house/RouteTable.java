package id.pamong.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code routes.table}: every route and what its path names. */
final class RouteTable {
    private static final String NOBODYS = "00000000-0000-4000-8000-00000000dead";

    private static final Map<String, List<String>> LINES = read();

    private RouteTable() {}

    /** RouteKind of the object by method and pattern. */
    static Map<String, RouteKind> kinds() {
        Map<String, RouteKind> kinds = new TreeMap<>();
        LINES.forEach((route, line) -> kinds.put(route, kind(line.get(0))));
        return kinds;
    }

    /** Why a route is asked for less than the table of permissions says. */
    static Map<String, String> eased() {
        Map<String, String> reasons = new TreeMap<>();
        LINES.forEach((route, line) -> {
            if (line.size() > 1) {
                reasons.put(route, line.get(1));
            }
        });
        return reasons;
    }

    static boolean isEased(String route) {
        List<String> line = LINES.get(route);
        return line != null && line.size() > 1;
    }

    /** What a form must say so that its object is looked at. */
    static Map<String, String> needed(String route) {
        return route.endsWith("/pencabutan/{id}/putuskan")
                ? Map.of("step", "HOLD", "version", "0")
                : route.endsWith("/pengelola/peran/{person}")
                        ? Map.of("role", "MAIL_ADMINISTRATOR")
                        : Map.of();
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = RouteTable.class.getResourceAsStream("/routes.table")) {
            Map<String, List<String>> lines = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        // A bar with spaces divides; a bar of a pattern has none.
                        List<String> parts =
                                Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toList();
                        String route = parts.getFirst().replaceAll("\\s+", " ");
                        if (lines.put(route, parts.subList(1, parts.size())) != null) {
                            throw new AssertionError("two lines for " + route);
                        }
                    });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteKind kind(String written) {
        String name = written.strip();
        return name.equals("-")
                ? RouteKind.NONE
                : RouteKind.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The path of a route with this object; what else it names is nobody's. */
    static String path(String pattern, String slug, String id) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("government", slug);
        values.put("item", "IDENTITY_CARD");
        values.put("kind", pattern.contains("/bukti/") ? "ocsp" : "rekomendasi");
        values.put("number", "1");
        values.put("page", "1");
        values.put("shard", "0");
        values.put("ca", "tidak-ada");
        values.put("paper", pattern.contains("/laporan-kunci/") ? "pernyataan" : "perjanjian");
        values.put("format", "csv");
        values.put("key", "users.asnScope");
        values.put("list", "sertifikat-saya");
        values.put("token", "tidak-ada");
        values.put("decision", NOBODYS);
        String filled =
                pattern.replaceAll("\\{([a-z]+):[^/]*\\}", "{$1}")
                        .replace("{shard:[0-9]{1,4}}", "{shard}")
                        .replace("/pasal/{id}", "/pasal/MDN-1.1")
                        .replace("/berita-acara/{letter}", "/berita-acara/rekomendasi");
        if (!filled.contains("{id}")) {
            filled = filled.replace("{file}", id.isEmpty() ? NOBODYS : id);
        }
        filled = filled.replace("{file}", NOBODYS);
        for (String main :
                List.of(
                        "id", "person", "letter", "message", "request", "system", "policy", "pair",
                        "choice", "answer")) {
            filled = filled.replace("{" + main + "}", id.isEmpty() ? NOBODYS : id);
        }
        filled = filled.replace("/**", "/x");
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        assertThat(filled)
                .as("a path variable that the test of routes does not know")
                .doesNotContain("{");
        return filled;
    }
}
