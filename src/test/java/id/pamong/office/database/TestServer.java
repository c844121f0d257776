package id.pamong.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for all tests of a JVM, with a migrated template that is cloned. */
public final class TestServer {
    private static final String TEMPLATE = "pamong_template";
    private static final Path FOLDER = Path.of("target", "testkit").toAbsolutePath();
    private static @Nullable TestServer shared;

    private final EmbeddedPostgres postgres;
    private final AtomicInteger clones = new AtomicInteger();

    private TestServer(Path folder) {
        unpackOnce();
        DatabaseSettings settings = new DatabaseSettings("", null, FOLDER, "of-tests", 4, false);
        postgres = EmbeddedPostgres.start(folder, settings, folder.resolve("postgres.log"));
        execute("create database " + TEMPLATE);
        Migration.run(access(TEMPLATE));
    }

    /** Started at the first call, stopped and deleted at the end of the JVM. */
    public static synchronized TestServer shared() {
        if (shared == null) {
            Path folder = FOLDER.resolve("server-" + ProcessHandle.current().pid());
            TestServer started = new TestServer(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> started.discard(folder)));
            shared = started;
        }
        return shared;
    }

    /** A fresh migrated database: JDBC URL with the owner's name and password. */
    public String cloneTemplate() {
        OwnerAccess access = cloneAccess();
        return access.url() + "?user=" + access.user() + "&password=" + access.password();
    }

    OwnerAccess cloneAccess() {
        String name = "pamong_test_" + clones.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return access(name);
    }

    /** Opens the data of a Pamong that does not run, as its owner, for one statement or query. */
    public static void onStoppedData(Path data, SqlWork work) {
        unpackOnce();
        Path folder = data.resolve("postgres");
        DatabaseSettings settings = new DatabaseSettings("", null, FOLDER, "of-tests", 4, true);
        try (EmbeddedPostgres server =
                        EmbeddedPostgres.start(folder, settings, data.resolve("logs/test.log"));
                Connection connection =
                        DriverManager.getConnection(
                                server.owner().url(),
                                server.owner().user(),
                                server.owner().password())) {
            work.accept(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work on an open connection. */
    public interface SqlWork {
        void accept(Connection connection) throws SQLException;
    }

    /** Several processes of one run of the tests share the unpacked programs. */
    private static void unpackOnce() {
        try (FileChannel channel =
                        FileChannel.open(
                                Files.createDirectories(FOLDER).resolve("unpacking"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            PostgresBinaries.unpackUnder(FOLDER, "of-tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OwnerAccess access(String database) {
        OwnerAccess any = postgres.maintenance();
        return new OwnerAccess(
                any.url().replaceFirst("[^/]+$", database), any.user(), any.password());
    }

    private void execute(String sql) {
        OwnerAccess owner = postgres.maintenance();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discard(Path folder) {
        postgres.close();
        try {
            PostgresBinaries.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
