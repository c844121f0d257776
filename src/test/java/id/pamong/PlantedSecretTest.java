package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.demo.DemoWalk;
import id.pamong.testkit.PamongProcess;
import id.pamong.testkit.RunningDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The main job is walked from outside against the packaged program; then everything the program has
 * left is searched for what was typed: database, logs, archive, temporary files, and the live heap.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretTest {
    private final Path home =
            Path.of("target", "testkit", "secret-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
    private final Path data = home.resolve("data");
    private final Path walked = home.resolve("walked");
    private final Map<String, String> passphrases = new LinkedHashMap<>();
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, String> identities = new LinkedHashMap<>();
    private final Map<String, String> seeds = new LinkedHashMap<>();
    private PamongProcess program;

    @BeforeAll
    void walk() throws Exception {
        Files.createDirectories(home);
        int port = freePort();
        program =
                PamongProcess.start(
                                "demo",
                                "--no-walk",
                                "--port",
                                "" + port,
                                "--data",
                                data.toString(),
                                "--keys",
                                home.resolve("keys").toString())
                        .awaitReady();
        URI base = URI.create("http://localhost:" + port);
        String path = program.awaitSaid(Pattern.compile("/perdana/\\S+"));
        Files.createDirectories(walked.resolve("data"));
        Files.createDirectories(data.resolve("mail"));
        Files.createSymbolicLink(walked.resolve("data/mail"), data.resolve("mail"));
        assertThat(
                        new DemoWalk(
                                        base,
                                        walked.resolve("out"),
                                        walked.resolve("data"),
                                        () -> Optional.of(path))
                                .walk())
                .isTrue();
        JsonNode summary =
                JsonMapper.builder()
                        .build()
                        .readTree(Files.readString(walked.resolve("out/demo.json")));
        learn(summary);
        summary.get("furtherGovernments").forEach(this::learn);
        try (HttpClient neutral = HttpClient.newHttpClient()) {
            neutral.send(HttpRequest.newBuilder(base).build(), BodyHandlers.discarding());
        }
    }

    /** What the people of one local government typed. */
    private void learn(JsonNode government) {
        for (JsonNode owner : government.get("owners")) {
            String key = owner.get("key").asString();
            passphrases.put("passphrase of " + key, owner.get("passphrase").asString());
            identities.put("NIK of " + key, owner.get("nik").asString());
        }
        for (JsonNode person : government.get("people")) {
            passwords.put(person.get("key").asString(), person.get("password").asString());
            seeds.put(person.get("key").asString(), person.get("totpSecret").asString());
        }
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void no_secret_and_no_nik_lies_in_clear_in_the_files_of_the_program() throws Exception {
        assertThat(passphrases).isNotEmpty();
        assertThat(identities).isNotEmpty();
        assertThat(seeds).hasSizeGreaterThan(3);
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
        List<String> hits = new ArrayList<>();
        for (Path file : files) {
            byte[] content = content(file);
            everything()
                    .forEach((name, needles) ->
                            needles.forEach(needle -> {
                                if (indexOf(content, needle) >= 0) {
                                    hits.add(name + " in " + data.relativize(file));
                                }
                            }));
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void no_secret_and_no_nik_lies_in_clear_in_any_row() {
        List<String> hits = new ArrayList<>();
        try (RunningDatabase database = RunningDatabase.of(data)) {
            for (String table :
                    database.strings(
                            "select oid::regclass::text from pg_class where relkind in ('r', 'p')"
                                    + " and relnamespace = 'public'::regnamespace")) {
                for (String row : database.strings("select t::text from " + table + " t")) {
                    byte[] text = row.getBytes(StandardCharsets.UTF_8);
                    everything()
                            .forEach((name, needles) ->
                                    needles.forEach(needle -> {
                                        if (indexOf(text, needle) >= 0) {
                                            hits.add(name + " in " + table);
                                        }
                                    }));
                }
            }
        }
        assertThat(hits).isEmpty();
    }

    @Test
    void no_passphrase_password_or_seed_stays_in_the_live_heap() throws Exception {
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

        byte[] content = content(heap);
        Files.delete(heap);
        // What the program does hold: the search finds what is there.
        assertThat(indexOf(content, "pamong_app".getBytes(StandardCharsets.UTF_8))).isNotNegative();
        List<String> hits = new ArrayList<>();
        everything()
                .forEach((name, needles) -> {
                    for (int form = 0; form < needles.size(); form++) {
                        if (!isIdentity(name) && indexOf(content, needles.get(form)) >= 0) {
                            hits.add(name + " in form " + form);
                        }
                    }
                });
        assertThat(hits).isEmpty();
    }

    /** A NIK may be in the memory of whoever works with it, and nowhere else. */
    private boolean isIdentity(String name) {
        return identities.containsKey(name);
    }

    @Test
    void no_secret_and_no_nik_is_said_on_the_console() {
        byte[] said = program.said().getBytes(StandardCharsets.UTF_8);
        List<String> hits = new ArrayList<>();
        everything()
                .forEach((name, needles) ->
                        needles.forEach(needle -> {
                            if (indexOf(said, needle) >= 0) {
                                hits.add(name);
                            }
                        }));
        assertThat(said).isNotEmpty();
        assertThat(hits).isEmpty();
    }

    private Map<String, List<byte[]>> everything() {
        Map<String, List<byte[]>> all = new LinkedHashMap<>();
        passphrases.forEach((name, value) -> all.put(name, forms(value)));
        passwords.forEach((name, value) -> all.put("password of " + name, forms(value)));
        identities.forEach((name, value) -> all.put(name, forms(value)));
        seeds.forEach((name, value) -> all.put("TOTP secret of " + name, seedForms(value)));
        return all;
    }

    /** As an application takes it, and the bytes that codes are made from. */
    private static List<byte[]> seedForms(String base32) {
        List<byte[]> all = new ArrayList<>(forms(base32));
        byte[] raw = rawSeed(base32);
        all.add(raw);
        all.add(HexFormat.of().formatHex(raw).getBytes(StandardCharsets.US_ASCII));
        all.add(Base64.getEncoder().withoutPadding().encode(raw));
        return all;
    }

    private static byte[] rawSeed(String base32) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < base32.length(); i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        int spare = base32.length() * 5 % 8;
        byte[] whole = bits.shiftRight(spare).toByteArray();
        byte[] raw = new byte[base32.length() * 5 / 8];
        int taken = Math.min(raw.length, whole.length);
        System.arraycopy(whole, whole.length - taken, raw, raw.length - taken, taken);
        return raw;
    }

    /** As typed, in UTF-16 both ways round, in hex and in base64. */
    private static List<byte[]> forms(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return List.of(
                utf8,
                value.getBytes(StandardCharsets.UTF_16LE),
                value.getBytes(StandardCharsets.UTF_16BE),
                HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encode(utf8));
    }

    private static byte[] content(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            byte[] bytes = new byte[map.remaining()];
            map.get(bytes);
            return bytes;
        }
    }

    private static int indexOf(byte[] content, byte[] needle) {
        byte first = needle[0];
        for (int i = 0; i <= content.length - needle.length; i++) {
            if (content[i] == first && matches(content, i, needle)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] content, int at, byte[] needle) {
        for (int j = 1; j < needle.length; j++) {
            if (content[at + j] != needle[j]) {
                return false;
            }
        }
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
