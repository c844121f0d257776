package id.pamong.bench;

import id.pamong.Pamong;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernments;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long lists and searches take on a large installation, over HTTP with a real session, beside a
 * fixed page of the same server; and how long the import of a file takes, beside a bare COPY of the
 * same lines.
 */
public final class ListTimes {
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 60;
    private static final int GOAL_MILLIS = 200;
    private static final int GOAL_IMPORT_SECONDS = 30;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*(?:sesudah|setelah)=[^\"]*)\"");

    private ListTimes() {}

    /** Arguments: folder for the data, people, applications. */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        int people = Integer.parseInt(args[1]);
        int applications = Integer.parseInt(args[2]);
        SpringApplication application = new SpringApplication(Pamong.class);
        application.setDefaultProperties(
                Map.of(
                        "pamong.mode", "demo",
                        "pamong.demo", "true",
                        "pamong.data", home.resolve("data").toString(),
                        "pamong.keys", home.resolve("keys").toString(),
                        "server.address", "127.0.0.1",
                        "server.port", "0"));
        try (ConfigurableApplicationContext context = application.run()) {
            Load load = new Load(context);
            LocalGovernmentId first = fill(context, load, home, people, applications);
            try (Connection owner = owner(home)) {
                measureImport(load, first, people, owner);
                LoadLists.office(owner, first);
            }
            measurePages(context, load, home, first);
        }
        System.exit(0);
    }

    /** The first of five local governments has four fifths of everything. */
    private static LocalGovernmentId fill(
            ConfigurableApplicationContext context, Load load, Path home, int people, int applications)
            throws Exception {
        LocalGovernmentId first = load.government(1);
        List<LocalGovernmentId> all = new ArrayList<>(List.of(first));
        for (int i = 2; i <= 5; i++) {
            all.add(load.government(i));
        }
        long start = System.nanoTime();
        for (LocalGovernmentId one : all) {
            int share = one.equals(first) ? people * 4 / 5 : people / 20;
            for (int from = 0; from < share; from += Load.LARGEST_FILE) {
                load.importPeople(one, from, Math.min(Load.LARGEST_FILE, share - from));
            }
            load.applications(one, one.equals(first) ? applications * 4 / 5 : applications / 20);
        }
        try (Connection owner = owner(home)) {
            Load.certificates(owner, first, applications);
        }
        System.out.printf(
                Locale.ROOT, "loaded %,d people, %,d applications in 5 local governments in %d s%n", people, applications,
                (System.nanoTime() - start) / 1_000_000_000);
        return first;
    }

    private static Connection owner(Path home) throws Exception {
        Path postgres = home.resolve("data/postgres");
        String port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        String password = Files.readString(postgres.resolve("owner.password")).strip();
        String database = System.getProperty("bench.database", "pamong");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "pamong_owner", password);
    }

    private static void measureImport(Load load, LocalGovernmentId government, int people, Connection owner)
            throws Exception {
        int lines = Math.min(10_000, people);
        Load.Imported fresh = load.importPeople(government, 200_000, lines);
        Load.Imported again = load.importPeople(government, 200_000, lines);
        long start = System.nanoTime();
        try (var statement = owner.createStatement()) {
            statement.execute("create temporary table bare (line text)");
        }
        owner.unwrap(org.postgresql.PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bare from stdin", new java.io.ByteArrayInputStream(Load.file(200_000, lines)));
        double copy = (System.nanoTime() - start) / 1e9;
        double whole = (fresh.checkMillis() + fresh.importMillis()) / 1e3;
        System.out.printf(
                Locale.ROOT,
                "import of %,d lines: check %.1f s, import %.1f s, together %.1f s (goal %d s: %s); again, unchanged:"
                        + " %.1f s; ceiling, bare COPY of the lines: %.2f s, %.0f times quicker%n",
                lines, fresh.checkMillis() / 1e3, fresh.importMillis() / 1e3, whole, GOAL_IMPORT_SECONDS,
                whole <= GOAL_IMPORT_SECONDS ? "met" : "MISSED",
                (again.checkMillis() + again.importMillis()) / 1e3, copy, whole / copy);
        if (fresh.people() != lines) {
            System.out.printf(Locale.ROOT, "  only %,d of them were good%n", fresh.people());
        }
    }

    private static void measurePages(
            ConfigurableApplicationContext context, Load load, Path home, LocalGovernmentId government)
            throws Exception {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        String slug = context.getBean(LocalGovernments.class).get(government).slug();
        String base = "http://127.0.0.1:" + port + "/" + slug;
        HttpClient client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        Load.Reader reader = load.account(government, 3);
        try (Connection owner = owner(home)) {
            LoadLists.own(context, owner, government, reader.person());
        }
        signIn(client, base, reader.nip());
        double fixed = times(client, "http://127.0.0.1:" + port + "/css/pamong.css")[0];
        System.out.printf(
                Locale.ROOT, "%-52s %8s %8s   %s%n", "page", "p50 ms", "p95 ms", "p50 as multiple of a fixed file");
        System.out.printf(Locale.ROOT, "%-52s %8.1f%n", "ceiling: fixed file of the same server", fixed);
        String[] paths = {
            "/beranda",
            "/pengelola/pegawai",
            "/pengelola/pegawai?urut=-nama",
            "/pengelola/pegawai?cari=santoso",
            "/pengelola/pegawai?cari=bud+ku",
            "/pengelola/pegawai?cari=s",
            "/pengelola/pegawai?cari=tidakada",
            "/pengelola/pegawai?cari=3577010101670001",
            "/pengelola/pegawai?status=PPPK",
            "/pengelola/perangkat-daerah",
            "/pengelola/pasangan",
            "/pengelola/kotak-keluar",
            "/pengelola/kotak-keluar?keadaan=FAILED",
            "/pengelola/jejak",
            "/pengelola/jejak?perintah=signing.sign",
            "/petugas/antrean",
            "/petugas/perkara",
            "/petugas/perkara?cari=santoso",
            "/petugas/antrean?cari=santoso",
            "/petugas/sertifikat",
            "/petugas/sertifikat?keadaan=REVOKED",
            "/petugas/sertifikat?cari=santoso",
            "/petugas/sertifikat?urut=sampai",
            "/petugas/perkara?jenis=SYSTEM",
            "/petugas/perkara?dari=2026-01-01&sampai=2026-01-31",
            "/pengelola/jejak?dari=2026-11-01&sampai=2026-11-02",
            "/petugas/loket",
            "/petugas/loket?cari=santoso",
            "/petugas/loket?keadaan=KEYED",
            "/petugas/aktivasi",
            "/petugas/kolektif",
            "/petugas/masa-berlaku",
            "/petugas/masa-berlaku?jangka=D90",
            "/pengelola/admin-pd",
            "/pengelola/admin-pd?cari=santoso",
            "/cuti",
            "/cuti?keadaan=NOW",
            "/cuti?cari=santoso",
            "/petugas/kebijakan",
            "/petugas/kebijakan?keadaan=IN_FORCE",
            "/petugas/kebijakan?cari=mitra+77",
            "/pengelola/alamat-email",
            "/pengelola/alamat-email?bagian=diusulkan",
            "/pengelola/alamat-email?cari=santoso",
            "/pengelola/jabatan",
            "/pengelola/jabatan?cari=santoso",
            "/pengelola/jabatan?keadaan=tiada",
            "/pengelola/sistem",
            "/pengelola/sistem?cari=s77",
            "/pengelola/perangkat-daerah?keadaan=tiada",
            "/pengelola/akun",
            "/pengelola/akun?cari=bud+ku",
            "/pengelola/akun?faktor=ada",
            "/pengelola/peran",
            "/pengelola/peran?cari=santoso",
            "/permohonan",
            "/permohonan?keadaan=RECEIVED",
            "/sertifikat",
            "/sertifikat?keadaan=REVOKED",
            "/kotak-masuk",
            "/kotak-masuk?keadaan=baru",
            "/tandatangan",
            "/tandatangan?cari=2999"
        };
        int missed = 0;
        for (String path : paths) {
            missed += say(client, base, path, path, fixed) ? 0 : 1;
        }
        for (String list : List.of("/pengelola/pegawai", "/pengelola/jejak", "/petugas/sertifikat", "/petugas/antrean",
                "/petugas/loket", "/pengelola/akun")) {
            String deep = walk(client, base, list, 40);
            missed += say(client, base, deep, list + ", forty pages on", fixed) ? 0 : 1;
        }
        System.out.printf(Locale.ROOT, "goal p95 <= %d ms: %s%n", GOAL_MILLIS, missed == 0 ? "met" : missed + " MISSED");
    }

    private static String walk(HttpClient client, String base, String list, int pages) throws Exception {
        String path = list;
        for (int i = 0; i < pages; i++) {
            Matcher next = NEXT.matcher(get(client, base + path).body());
            if (!next.find()) {
                return path;
            }
            String found = next.group(1).replace("&amp;", "&");
            path = found.substring(found.indexOf('/', 1));
        }
        return path;
    }

    private static boolean say(HttpClient client, String base, String path, String name, double fixed)
            throws Exception {
        double[] times = times(client, base + path);
        boolean good = times[1] <= GOAL_MILLIS;
        System.out.printf(
                Locale.ROOT, "%-52s %8.1f %8.1f   %6.1f%s%n", name, times[0], times[1], times[0] / fixed,
                good ? "" : "   MISSED");
        return good;
    }

    /** p50 and p95 in milliseconds. */
    private static double[] times(HttpClient client, String address) throws Exception {
        double[] times = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = System.nanoTime();
            HttpResponse<String> response = get(client, address);
            if (response.statusCode() != 200 || response.uri().getPath().endsWith("/masuk")) {
                throw new IllegalStateException(address + " answered " + response.statusCode() + " " + response.uri());
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return new double[] {times[ROUNDS / 2], times[(int) Math.ceil(ROUNDS * 0.95) - 1]};
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void signIn(HttpClient client, String base, String nip) throws Exception {
        Matcher token = CSRF.matcher(get(client, base + "/masuk").body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        String body =
                "_csrf=" + encoded(token.group(1)) + "&lanjut=&who=" + encoded(nip) + "&password=" + encoded(Load.PASSWORD);
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(base + "/masuk"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.uri().getPath().endsWith("/masuk")) {
            throw new IllegalStateException("nobody was signed in: " + answer.statusCode());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
