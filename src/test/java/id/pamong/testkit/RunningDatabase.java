package id.pamong.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a running Pamong, seen with its owner's eyes: past row-level security. */
public final class RunningDatabase implements AutoCloseable {
    private final Connection connection;

    private RunningDatabase(Connection connection) {
        this.connection = connection;
    }

    public static RunningDatabase of(Path data) {
        try {
            Path folder = data.resolve("postgres");
            String port =
                    Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(3).strip();
            return new RunningDatabase(
                    DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + port + "/pamong",
                            "pamong_owner",
                            Files.readString(folder.resolve("owner.password")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of every row. */
    public List<String> strings(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
