package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.office.database.TestServer;
import id.pamong.testkit.PamongProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The packaged program on one data folder, through what a small office may do to it. In order: each
 * test leaves the folder as a good Pamong would.
 */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTest {
    private final Path home =
            Path.of("target", "testkit", "start-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final Path data = home.resolve("data");
    private final Path keys = home.resolve("keys");
    private int port;
    private int pkiPort;
    private PamongProcess running;

    @BeforeAll
    void start() throws Exception {
        Files.createDirectories(home);
        port = freePort();
        pkiPort = freePort();
        running = run().awaitReady();
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void the_console_names_the_address_the_fingerprint_and_the_one_time_link() {
        running.awaitSaid(Pattern.compile("https://localhost:" + port + "/perdana/\\S{20,}"));
        assertThat(running.said())
                .contains("Pamong siap di https://localhost:" + port)
                .containsPattern("SHA-256 sertifikat HTTPS: ([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(running.said())
                .contains(SelfMadeCertificate.fingerprint(keys.resolve("tls.crt")));
    }

    @Test
    @Order(2)
    void pages_come_over_https_and_in_clear_there_is_only_the_way_to_it() throws Exception {
        try (HttpClient client = trusting(keys.resolve("tls.crt"))) {
            assertThat(status(client, "https://localhost:" + port + "/")).isLessThan(500);
            HttpResponse<Void> clear = get(client, "http://localhost:" + pkiPort + "/madiun/masuk");
            assertThat(clear.statusCode()).isEqualTo(301);
            assertThat(clear.headers().firstValue("Location"))
                    .contains("https://localhost:" + port + "/madiun/masuk");
            HttpRequest post =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + pkiPort + "/madiun/masuk"))
                            .POST(HttpRequest.BodyPublishers.ofString("password=x"))
                            .build();
            assertThat(client.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Order(3)
    void a_second_start_on_the_same_data_is_refused_in_one_sentence() {
        refused(
                run(),
                "Pamong sudah berjalan dengan folder data " + data,
                "A Pamong already runs on the data folder");
    }

    @Test
    @Order(4)
    void a_taken_port_is_refused_in_one_sentence() {
        refused(
                PamongProcess.start(
                        "run", "--data", home.resolve("other").toString(), "--port", "" + port),
                "Porta " + port + " sudah dipakai",
                "Port " + port + " is taken");
    }

    @Test
    @Order(5)
    void an_unknown_word_is_refused_in_one_sentence() {
        refused(PamongProcess.start("run", "--prot", "1"), "Pilihan --prot", "option --prot");
        refused(PamongProcess.start("jalan"), "Perintah jalan", "command jalan");
        refused(PamongProcess.start("run", "--port", "99999"), "Nilai 99999", "value 99999");
    }

    @Test
    @Order(6)
    void data_of_real_use_are_refused_by_the_demo() {
        running.close();
        refused(
                PamongProcess.start("demo", "--exit", "--data", data.toString()),
                "milik ./pamong run",
                "belongs to ./pamong run");
    }

    @Test
    @Order(7)
    void a_stopped_pamong_leaves_no_database_process() throws Exception {
        running.close();
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(8)
    void a_missing_service_key_is_refused_and_nothing_is_made_in_its_place() throws Exception {
        running.close();
        Path key = keys.resolve("service.key");
        Path away = home.resolve("service.key");
        Files.move(key, away);
        refused(run(), "Kunci layanan", "The service key");
        assertThat(key).doesNotExist();
        Files.move(away, key);
    }

    @Test
    @Order(9)
    void data_of_another_postgresql_are_refused_untouched() throws Exception {
        running.close();
        Path version = data.resolve("postgres/cluster/PG_VERSION");
        Files.writeString(version, "17\n");
        refused(run(), "milik PostgreSQL 17", "belong to PostgreSQL 17");
        Files.writeString(version, "18\n");
    }

    @Test
    @Order(10)
    void data_of_a_newer_pamong_are_refused_untouched() {
        running.close();
        TestServer.onStoppedData(
                data,
                connection ->
                        connection
                                .createStatement()
                                .execute(
                                        """
                                        insert into flyway_schema_history
                                        select 9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql',
                                               1, installed_by, installed_on, 1, true
                                        from flyway_schema_history order by installed_rank limit 1
                                        """));
        refused(run(), "Pamong yang lebih baru (skema 9999)", "a newer Pamong (schema 9999)");
        TestServer.onStoppedData(
                data,
                connection ->
                        connection
                                .createStatement()
                                .execute(
                                        "delete from flyway_schema_history where version ="
                                                + " '9999'"));
    }

    @Test
    @Order(11)
    void the_service_key_can_be_replaced() throws Exception {
        running.close();
        byte[] before = Files.readAllBytes(keys.resolve("service.key"));
        PamongProcess rotation =
                PamongProcess.start(
                        "rotate-service-key", "--data", data.toString(), "--keys", keys.toString());
        assertThat(rotation.awaitEnd()).as(rotation.said()).isZero();
        assertThat(rotation.said()).contains("Kunci layanan diganti");
        assertThat(Files.readAllBytes(keys.resolve("service.key"))).isNotEqualTo(before);
    }

    @Test
    @Order(12)
    void a_killed_pamong_starts_again_and_stops_the_database_it_had_left() throws Exception {
        running.close();
        running = run().awaitReady();
        long orphan = PamongProcess.postgres(data);
        running.kill();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        running = run().awaitReady();

        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @Order(13)
    void a_database_that_dies_comes_back_by_itself() throws Exception {
        long server = PamongProcess.postgres(data);
        assertThat(ProcessHandle.of(server).orElseThrow().destroyForcibly()).isTrue();

        try (HttpClient client = trusting(keys.resolve("tls.crt"))) {
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (status(client, "https://localhost:" + port + "/") >= 500
                    || PamongProcess.postgres(data) == server) {
                assertThat(System.nanoTime()).isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        assertThat(running.isAlive()).isTrue();
    }

    @Test
    @Order(14)
    void a_full_disk_is_refused_in_one_sentence() throws Exception {
        Path small = Files.createDirectories(home.resolve("small"));
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> lentDisk =
                List.of(
                        "unshare",
                        root ? "-m" : "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=40m none \"$0\" && exec \"$@\"",
                        small.toString());
        refused(
                PamongProcess.startUnder(
                        lentDisk,
                        "run",
                        "--data",
                        small.resolve("data").toString(),
                        "--port",
                        "" + freePort()),
                "hampir penuh",
                "almost full");
    }

    @Test
    @Order(15)
    void nothing_but_the_owner_reads_keys_and_database() throws Exception {
        for (Path secret :
                List.of(
                        keys.resolve("service.key"),
                        keys.resolve("tls.key"),
                        data.resolve("postgres/owner.password"))) {
            assertThat(Files.getPosixFilePermissions(secret)).hasSize(2);
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("postgres/cluster"))).hasSize(3);
        try (Stream<Path> left = Files.list(data.resolve("postgres"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".unfinished") || name.startsWith("initdb"));
        }
    }

    private PamongProcess run() {
        return PamongProcess.start(
                "run",
                "--port",
                "" + port,
                "--pki-port",
                "" + pkiPort,
                "--data",
                data.toString(),
                "--keys",
                keys.toString());
    }

    private static void refused(PamongProcess process, String indonesian, String english) {
        assertThat(process.awaitEnd()).as(process.said()).isEqualTo(2);
        assertThat(process.said()).contains(indonesian).contains(english);
        assertThat(process.said().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(process.said()).doesNotContain("\tat ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<Void> get(HttpClient client, String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    }

    private static int status(HttpClient client, String url) throws Exception {
        return get(client, url).statusCode();
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            Certificate pinned = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry("pamong", pinned);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
