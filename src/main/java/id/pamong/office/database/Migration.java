package id.pamong.office.database;

import id.pamong.office.installation.StartRefusal;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings the schema to this program's version with the owner's rights, which end here. */
final class Migration {
    private static final Set<MigrationState> UNKNOWN_HERE =
            Set.of(
                    MigrationState.FUTURE_SUCCESS,
                    MigrationState.FUTURE_FAILED,
                    MigrationState.MISSING_SUCCESS,
                    MigrationState.MISSING_FAILED);

    private Migration() {}

    static void run(OwnerAccess access) {
        SingleConnectionDataSource owner =
                new SingleConnectionDataSource(
                        access.url(), access.user(), access.password(), true);
        try {
            Flyway flyway =
                    Flyway.configure()
                            .dataSource(owner)
                            .locations("classpath:db/migration")
                            .outOfOrder(true)
                            .ignoreMigrationPatterns("*:future", "*:missing")
                            .load();
            refuseNewer(flyway);
            flyway.migrate();
            try (var statement =
                    owner.getConnection()
                            .prepareStatement("select set_config('pamong.password', ?, false)")) {
                statement.setString(1, access.applicationPassword());
                statement.execute();
            }
            try (var statement = owner.getConnection().createStatement()) {
                statement.execute(
                        """
                        do $$ begin
                            execute format('alter role pamong_app password %L', current_setting('pamong.password'));
                        end $$\
                        """);
            }
        } catch (FlywayException | java.sql.SQLException e) {
            throw new StartRefusal(
                    "Basis data tidak dapat disiapkan: " + e.getMessage(),
                    "The database cannot be prepared: " + e.getMessage(),
                    e);
        } finally {
            owner.destroy();
        }
    }

    private static void refuseNewer(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> UNKNOWN_HERE.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .findFirst()
                .ifPresent(version -> {
                    throw new StartRefusal(
                            "Data ini berasal dari Pamong yang lebih baru (skema "
                                    + version
                                    + "): pakai versi itu, tidak ada yang diubah.",
                            "These data come from a newer Pamong (schema "
                                    + version
                                    + "): use that version, nothing was changed.");
                });
    }
}
