package id.pamong.office.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.database.TestServer;
import id.pamong.office.installation.StartRefusal;
import id.pamong.testkit.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ServiceKeyRotationTest {
    private static final byte[] PLAIN = {1, 2, 3};

    @TempDir Path keys;

    private DataKeys rows;
    private ServiceKey source;
    private byte[] sealed;

    @BeforeEach
    void an_installation_that_has_sealed_something() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(TestServer.shared().cloneTemplate());
        rows =
                new DataKeys(
                        JdbcClient.create(database),
                        new MutableClock(),
                        new DataSourceTransactionManager(database));
        source = FileServiceKey.in(keys);
        sealed = start().seal(KeyPurpose.MAIL, PLAIN, "c");
    }

    @Test
    void a_start_finishes_a_rotation_that_ended_after_the_commit() {
        SecretKey before = source.current(false);
        rows.rewrapAll(before, source.next());

        assertThat(start().open(KeyPurpose.MAIL, sealed, "c")).isEqualTo(PLAIN);
        assertThat(source.current(false)).isNotEqualTo(before);
        assertThat(source.pending()).isEmpty();
    }

    @Test
    void a_rotation_that_ended_before_the_commit_has_changed_nothing() {
        SecretKey before = source.current(false);
        source.next();

        assertThat(start().open(KeyPurpose.MAIL, sealed, "c")).isEqualTo(PLAIN);
        assertThat(source.current(false)).isEqualTo(before);
    }

    @Test
    void the_key_of_another_installation_ends_the_start(@TempDir Path elsewhere) throws Exception {
        FileServiceKey.in(elsewhere).current(true);
        Files.delete(keys.resolve("service.key"));
        Files.copy(elsewhere.resolve("service.key"), keys.resolve("service.key"));

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("is not the one of these data");
    }

    @Test
    void an_installation_that_has_sealed_nothing_yet_is_bound_to_its_key_all_the_same()
            throws Exception {
        Files.delete(keys.resolve("service.key"));

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("is missing");
    }

    private Seals start() {
        return new Seals(new KeyRing(rows, source));
    }
}
