package id.pamong;

import static org.assertj.core.api.Assertions.assertThat;

import id.pamong.testkit.PamongProcess;
import id.pamong.testkit.RunningDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL at random points of the road. What was accepted is there after the next start, the walk
 * goes on to its end, and no certificate or key is there twice or without its owner.
 */
@Tag("process")
class KillTest {
    /** What grows while the road is walked, and may never shrink by a crash. */
    private static final List<String> ACCEPTED =
            List.of(
                    "audit_record",
                    "installation_audit_record",
                    "person",
                    "account",
                    "application",
                    "ca_certificate");

    private final Random random = new Random(Long.getLong("pamong.seed", 20_261_122L));

    @Test
    void a_few_kills_at_random_points_lose_nothing() throws Exception {
        assertThat(killAndGoOn("few", 2)).isPositive();
    }

    @Test
    @Tag("long")
    void fifty_kills_lose_nothing() throws Exception {
        int killed = 0;
        for (int home = 0; killed < 50; home++) {
            killed += killAndGoOn("long-" + home, 50 - killed);
            assertThat(killed).as("kills in " + (home + 1) + " walks").isGreaterThan(home);
        }
    }

    /** The one moment that a random kill seldom meets, met at every step. */
    @Test
    @Tag("long")
    void a_kill_between_each_step_and_its_note_does_nothing_twice() throws Exception {
        Path home =
                Files.createDirectories(
                        Path.of("target", "testkit", "twice-" + ProcessHandle.current().pid())
                                .toAbsolutePath());
        int port = freePort();
        PamongProcess walking = walk(home, port, "--twice");
        assertThat(walking.awaitEnd(Duration.ofMinutes(15))).as(walking.said()).isZero();
        nothingIsLost(home, port, Map.of());
    }

    /** Kills one walk until it ends or has been killed so often; how often it was killed alive. */
    private int killAndGoOn(String name, int most) throws Exception {
        Path home =
                Files.createDirectories(
                        Path.of(
                                        "target",
                                        "testkit",
                                        "kill-" + name + "-" + ProcessHandle.current().pid())
                                .toAbsolutePath());
        Path data = home.resolve("data");
        int port = freePort();
        Map<String, Long> before = new HashMap<>();
        int killed = 0;
        boolean ended = false;
        while (killed < most && !ended) {
            PamongProcess walking = walk(home, port);
            before.putAll(seenUntilRandomMoment(walking, data, before));
            ended = !walking.isAlive();
            if (ended) {
                assertThat(walking.awaitEnd()).as(walking.said()).isZero();
            } else {
                walking.kill();
                killed++;
            }
        }
        PamongProcess last = walk(home, port);
        assertThat(last.awaitEnd()).as(last.said()).isZero();
        assertThat(home.resolve("out/letter-signed.pdf")).isNotEmptyFile();

        nothingIsLost(home, port, before);
        return killed;
    }

    private static void nothingIsLost(Path home, int port, Map<String, Long> before) {
        Path data = home.resolve("data");
        try (PamongProcess again =
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
                RunningDatabase database = RunningDatabase.of(data)) {
            assertThat(again.isAlive()).isTrue();
            before.forEach((table, rows) ->
                    assertThat(count(database, table)).as(table).isGreaterThanOrEqualTo(rows));
            nothingTwiceAndNothingAlone(database);
        }
    }

    private static void nothingTwiceAndNothingAlone(RunningDatabase database) {
        assertThat(
                        database.strings(
                                """
                                select request_key from certificate_order
                                where state = 'ISSUED' and request_key not in
                                  (select request_key from ca_certificate where request_key is not null)
                                """))
                .as("orders whose certificate the authority does not know")
                .isEmpty();
        assertThat(
                        database.strings(
                                """
                                select serial from ca_certificate
                                where request_key is not null and request_key not in
                                  (select request_key from certificate_order where state = 'ISSUED')
                                """))
                .as("certificates that no order knows")
                .isEmpty();
        assertThat(
                        database.strings(
                                """
                                select subject_name from certificate_order where state = 'ISSUED'
                                group by tenant, subject_name, profile having count(*) > 1
                                """))
                .as("second certificates")
                .isEmpty();
        assertThat(
                        database.strings(
                                """
                                select id from sealed_key
                                where public_key_sha256 not in (select public_key_sha256 from ca_certificate)
                                """))
                .as("keys without a certificate")
                .isEmpty();
    }

    /** Counts what is committed, again and again, until the walk ends or the moment has come. */
    private Map<String, Long> seenUntilRandomMoment(
            PamongProcess walking, Path data, Map<String, Long> before) throws Exception {
        long end = System.nanoTime() + Duration.ofMillis(4_000 + random.nextInt(26_000)).toNanos();
        Map<String, Long> seen = new HashMap<>();
        while (System.nanoTime() < end && walking.isAlive()) {
            if (Files.exists(data.resolve("postgres/cluster/postmaster.pid"))) {
                try (RunningDatabase database = RunningDatabase.of(data)) {
                    for (String table : ACCEPTED) {
                        long rows = count(database, table);
                        assertThat(rows)
                                .as("%s after a kill", table)
                                .isGreaterThanOrEqualTo(before.getOrDefault(table, 0L));
                        seen.put(table, rows);
                    }
                } catch (IllegalStateException startingOrNoSchemaYet) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return seen;
    }

    private static long count(RunningDatabase database, String table) {
        return Long.parseLong(database.strings("select count(*) from " + table).getFirst());
    }

    private static PamongProcess walk(Path home, int port, String... options) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "demo",
                                "--exit",
                                "--port",
                                "" + port,
                                "--data",
                                home.resolve("data").toString(),
                                "--keys",
                                home.resolve("keys").toString(),
                                "--out",
                                home.resolve("out").toString()));
        words.addAll(List.of(options));
        return PamongProcess.start(words.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
