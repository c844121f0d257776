package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.demo.DemoWalk;
import id.pamong.demo.FurtherRoad;
import id.pamong.testkit.Needles;
import id.pamong.testkit.PamongProcess;
import id.pamong.testkit.RunningDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roads of two offices are walked from outside against the packaged program; then everything
 * the program has left is searched for what was typed and what was handed out once: database, logs,
 * archive, temporary files, the console, and the live heap.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretTest {
    private static final Pattern FIRST_RUN = Pattern.compile("/perdana/\\S+");

    private final Path home =
            Path.of("target", "testkit", "secret-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
    private final Path data = home.resolve("data");
    private final Path walked = home.resolve("walked");
    private final Map<String, String> passphrases = new LinkedHashMap<>();
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, String> identities = new LinkedHashMap<>();
    private final Map<String, String> seeds = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private Set<String> firstHeap = Set.of("never searched");
    private PamongProcess program;
    private JsonNode summary;

    @BeforeAll
    void walk() throws Exception {
        Files.createDirectories(home);
        Files.createDirectories(walked.resolve("data"));
        int port = freePort();
        URI base = URI.create("http://localhost:" + port);

        program = start(port).awaitReady();
        Files.createDirectories(data.resolve("mail"));
        Files.createSymbolicLink(walked.resolve("data/mail"), data.resolve("mail"));
        String path = program.awaitSaid(FIRST_RUN);
        assertThat(
                        new DemoWalk(
                                        base,
                                        walked.resolve("out"),
                                        walked.resolve("data"),
                                        () -> Optional.of(path))
                                .walk())
                .isTrue();
        learn();
        neutral(base);
        firstHeap = heap().in(liveHeap());
        said.append(program.said());
        program.close();

        program = start(port, "--new-government").awaitReady();
        String further = program.awaitSaid(FIRST_RUN);
        assertThat(
                        new DemoWalk(
                                        base,
                                        walked.resolve("out"),
                                        walked.resolve("data"),
                                        Optional::empty,
                                        () -> further)
                                .walk())
                .isTrue();
        new FurtherRoad(base, walked.resolve("data"))
                .walk()
                .forEach((what, secret) -> {
                    switch (what.substring(0, what.indexOf(' '))) {
                        case "NIK" -> identities.put(what, secret);
                        case "password" -> passwords.put(what, secret);
                        case "seed" -> seeds.put(what, secret);
                        case "code" -> codes.put(what, secret);
                        default -> passphrases.put(what, secret);
                    }
                });
        learn();
        neutral(base);
    }

    private PamongProcess start(int port, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "demo",
                                "--no-walk",
                                "--port",
                                "" + port,
                                "--data",
                                data.toString(),
                                "--keys",
                                home.resolve("keys").toString()));
        words.addAll(List.of(more));
        return PamongProcess.start(words.toArray(String[]::new));
    }

    private static void neutral(URI base) throws IOException, InterruptedException {
        try (HttpClient neutral = HttpClient.newHttpClient()) {
            neutral.send(HttpRequest.newBuilder(base).build(), BodyHandlers.discarding());
        }
    }

    /** What the people of both local governments typed, and what they were given once. */
    private void learn() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        summary = json.readTree(Files.readString(walked.resolve("out/demo.json")));
        learn(summary);
        summary.get("furtherGovernments").forEach(this::learn);
        json.readTree(Files.readString(walked.resolve("data/demo-walk/journal.json")))
                .properties()
                .forEach(entry -> {
                    if (entry.getKey().startsWith("code.")) {
                        codes.put(entry.getKey(), entry.getValue().asString());
                    }
                    if (entry.getKey().startsWith("backup.")) {
                        List<String> printed = entry.getValue().asString().lines().toList();
                        for (int i = 0; i < printed.size(); i++) {
                            codes.put(entry.getKey() + " " + (i + 1), printed.get(i));
                        }
                    }
                });
    }

    private void learn(JsonNode government) {
        for (JsonNode owner : government.get("owners")) {
            String key = owner.get("key").asString();
            passphrases.put("passphrase of " + key, owner.get("passphrase").asString());
            identities.put("NIK of " + key, owner.get("nik").asString());
        }
        for (JsonNode person : government.get("people")) {
            String key = person.get("key").asString();
            passwords.put("password of " + key, person.get("password").asString());
            seeds.put("seed of " + key, person.get("totpSecret").asString());
        }
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void each_kind_of_secret_was_typed_or_handed_out_on_the_road() {
        assertThat(passphrases.keySet())
                .contains(
                        "passphrase of applicant",
                        "passphrase of cianjur.agencyHead",
                        "passphrase of paper",
                        "passphrase changed by applicant",
                        "passphrase of officers");
        assertThat(identities).hasSizeGreaterThan(5);
        assertThat(passwords.keySet()).isNotEmpty().hasSameSizeAs(seeds.keySet());
        assertThat(codes.keySet())
                .contains(
                        "code.head",
                        "code.applicant",
                        "code.activation",
                        "code.activation.cianjur.post",
                        "code of emergency",
                        "backup.applicant 1",
                        "backup.cianjur.head 1");
    }

    @Test
    void other_programs_check_the_owners_certificate_with_what_the_walk_left() throws Exception {
        LeftPki left = new LeftPki(summary.get("pki"), walked.resolve("out"));
        left.isAcceptedByOpenSsl();
        left.isAcceptedByCerttool();
        left.isAcceptedByJava();
    }

    @Test
    void no_secret_and_no_nik_lies_in_clear_in_the_files_of_the_program() throws Exception {
        List<Path> files = new ArrayList<>();
        for (Path folder :
                List.of(
                        data.resolve("postgres/cluster"),
                        data.resolve("logs"),
                        data.resolve("archive"),
                        PamongProcess.TEMPORARY)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    files.addAll(found.filter(Files::isRegularFile).toList());
                }
            }
        }
        assertThat(files).isNotEmpty();
        Needles needles = everything();
        List<String> hits = new ArrayList<>();
        for (Path file : files) {
            for (String name : needles.in(Files.readAllBytes(file))) {
                hits.add(name + " in " + home.relativize(file));
            }
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void no_secret_and_no_nik_lies_in_clear_in_any_row() {
        Needles needles = everything();
        Set<String> hits = new TreeSet<>();
        try (RunningDatabase database = RunningDatabase.of(data)) {
            for (String table :
                    database.strings(
                            "select oid::regclass::text from pg_class where relkind in ('r', 'p')"
                                    + " and relnamespace = 'public'::regnamespace")) {
                for (String row : database.strings("select t::text from " + table + " t")) {
                    for (String name : needles.in(row.getBytes(StandardCharsets.UTF_8))) {
                        hits.add(name + " in " + table);
                    }
                }
            }
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void no_passphrase_password_or_seed_stays_in_the_live_heap() throws Exception {
        assertThat(firstHeap).isEmpty();
        byte[] live = liveHeap();
        Needles there = new Needles();
        there.add("what the program does hold", "pamong_app");
        assertThat(there.in(live)).isNotEmpty();
        assertThat(heap().in(live)).isEmpty();
    }

    @Test
    void no_secret_and_no_nik_is_said_on_the_console() {
        String all = said + program.said();
        assertThat(FIRST_RUN.matcher(all).results()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(everything().in(all.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** What lives after a full collection. */
    private byte[] liveHeap() throws IOException, InterruptedException {
        Path heap = home.resolve("live.hprof");
        Process dump =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(program.pid()),
                                "GC.heap_dump",
                                heap.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("jcmd.txt").toFile())
                        .start();
        assertThat(dump.waitFor()).isZero();
        byte[] content = Files.readAllBytes(heap);
        Files.delete(heap);
        return content;
    }

    /**
     * A NIK may be in the memory of whoever works with it, and a code that was shown once in the
     * buffer of the page that showed it; nowhere else.
     */
    private Needles heap() {
        Needles needles = new Needles();
        passphrases.forEach(needles::add);
        passwords.forEach(needles::add);
        seeds.forEach(needles::addSeed);
        return needles;
    }

    private Needles everything() {
        Needles needles = heap();
        identities.forEach(needles::add);
        codes.forEach(needles::addCode);
        return needles;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
