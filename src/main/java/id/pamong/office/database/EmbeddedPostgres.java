package id.pamong.office.database;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's own PostgreSQL: durable (fsync, synchronous commit, data checksums), reached by
 * password over loopback only, never as root. An orphan that a killed Pamong left behind is stopped
 * cleanly first; a server that dies on its own is started again on the same port.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "pamong_owner";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Path folder;
    private final Path cluster;
    private final Path binaries;
    private final ServerAccount account;
    private final boolean durable;
    private final Path log;
    private final String password;
    private final int port;
    private volatile boolean stopping;
    private volatile Process server;

    /**
     * Starts the server; returns when it accepts connections.
     *
     * @param folder of the cluster, held by no other Pamong
     * @param log file that the server writes to
     */
    static EmbeddedPostgres start(Path folder, DatabaseSettings settings, Path log) {
        try {
            return new EmbeddedPostgres(folder, settings, log);
        } catch (IOException e) {
            throw DiskRefusals.explain(e, folder);
        }
    }

    private EmbeddedPostgres(Path folder, DatabaseSettings settings, Path log) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.cluster = folder.resolve("cluster");
        this.durable = settings.durable();
        this.log = log;
        refuseOtherMajor();
        Path programs = Optional.ofNullable(settings.binaries()).orElse(folder);
        Files.createDirectories(programs);
        this.binaries = PostgresBinaries.unpackUnder(programs, settings.binariesVersion());
        this.account = ServerAccount.forFolder(folder);
        new OrphanServer(cluster).stop();
        this.password = password();
        if (!Files.exists(cluster)) {
            initialise();
        }
        this.port = freePort();
        this.server = launch();
        awaitReady();
        watch();
    }

    OwnerAccess owner() {
        return new OwnerAccess(url("pamong"), OWNER, password);
    }

    OwnerAccess maintenance() {
        return new OwnerAccess(url("postgres"), OWNER, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void refuseOtherMajor() throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(PostgresBinaries.MAJOR))) {
            throw new StartRefusal(
                    "Data di "
                            + cluster
                            + " milik PostgreSQL "
                            + found
                            + ", sedangkan Pamong ini memakai PostgreSQL "
                            + PostgresBinaries.MAJOR
                            + ": pindahkan datanya dahulu, tidak ada yang diubah.",
                    "The data in "
                            + cluster
                            + " belong to PostgreSQL "
                            + found
                            + ", and this Pamong runs PostgreSQL "
                            + PostgresBinaries.MAJOR
                            + ": move the data first, nothing was changed.");
        }
    }

    /** Made once, kept beside the cluster for its owner alone. */
    private String password() throws IOException {
        Path file = folder.resolve("owner.password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path unfinished = folder.resolve("owner.password.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, HexFormat.of().formatHex(random));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return Files.readString(file);
    }

    /** Into a folder beside, renamed at the end: a kill in between leaves no half cluster. */
    private void initialise() throws IOException {
        Path unfinished = folder.resolve("cluster.unfinished");
        PostgresBinaries.deleteTree(unfinished);
        Files.createDirectory(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path secret = folder.resolve("initdb.password");
        Files.deleteIfExists(secret);
        Files.createFile(
                secret,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        account.own(unfinished);
        account.own(secret);
        List<String> words =
                new ArrayList<>(
                        List.of(
                                binaries.resolve("bin/initdb").toString(),
                                "--pgdata=" + unfinished,
                                "--username=" + OWNER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                "--data-checksums"));
        if (!durable) {
            words.add("--no-sync");
        }
        try {
            Process process =
                    new ProcessBuilder(account.command(words))
                            .directory(folder.getRoot().toFile())
                            .redirectErrorStream(true)
                            .start();
            String said;
            try (InputStream out = process.getInputStream()) {
                said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (waitFor(process) != 0) {
                throw new IOException("initdb: " + said.strip());
            }
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private Process launch() throws IOException {
        String sync = durable ? "on" : "off";
        List<String> words = new ArrayList<>();
        // A session of its own: Ctrl+C at the console ends Pamong first, which then stops it.
        words.add("setsid");
        words.add(binaries.resolve("bin/postgres").toString());
        words.add("-D");
        words.add(cluster.toString());
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        "unix_socket_directories=",
                        "fsync=" + sync,
                        "synchronous_commit=" + sync,
                        "full_page_writes=" + sync,
                        "password_encryption=scram-sha-256",
                        "max_connections=60",
                        "shared_buffers=64MB",
                        "max_wal_size=256MB",
                        "log_min_messages=warning",
                        "log_min_error_statement=panic",
                        "log_parameter_max_length_on_error=0",
                        "log_error_verbosity=terse",
                        "timezone=UTC")) {
            words.add("-c");
            words.add(setting);
        }
        Files.createDirectories(log.getParent());
        return new ProcessBuilder(account.command(words))
                .directory(folder.getRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void watch() {
        Process running = server;
        Thread.ofPlatform()
                .daemon()
                .name("postgres-watch")
                .start(() -> startAgain(waitFor(running)));
    }

    private synchronized void startAgain(int status) {
        if (stopping) {
            return;
        }
        LOG.error("PostgreSQL ended with status {}; starting it again", status);
        try {
            server = launch();
            awaitReady();
            watch();
        } catch (IOException e) {
            LOG.error("PostgreSQL did not start again", e);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        SQLException last = null;
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                break;
            }
            try (Connection probe = DriverManager.getConnection(url("postgres"), OWNER, password)) {
                createDatabase(probe);
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        close();
        String tail = tail();
        throw new IOException(
                "PostgreSQL did not start: "
                        + tail
                        + Optional.ofNullable(last).map(e -> " / " + e.getMessage()).orElse(""));
    }

    private static void createDatabase(Connection maintenance) throws SQLException {
        try (var statement = maintenance.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = 'pamong'")) {
            if (!found.next()) {
                statement.execute("create database pamong");
            }
        }
    }

    private String tail() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** Fast shutdown: open transactions are rolled back, the rest is written. */
    @Override
    public void close() {
        stopping = true;
        Process running = server;
        if (running.isAlive()) {
            Signals.send(running.pid(), Signals.INTERRUPT);
            try {
                if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    Signals.send(running.pid(), Signals.QUIT);
                    running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
