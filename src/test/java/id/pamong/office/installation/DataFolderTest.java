package id.pamong.office.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path home;

    @Test
    void a_folder_is_held_by_one_at_a_time() {
        Path data = home.resolve("data");
        DataFolder first = DataFolder.claim(data, Mode.RUN);

        assertThatThrownBy(() -> DataFolder.claim(data, Mode.RUN))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("already runs on the data folder")
                .hasMessageContaining("PID " + ProcessHandle.current().pid());

        first.close();
        DataFolder.claim(data, Mode.RUN).close();
    }

    @Test
    void a_folder_belongs_to_one_mode_for_ever() {
        Path data = home.resolve("data");
        DataFolder.claim(data, Mode.DEMO).close();

        assertThatThrownBy(() -> DataFolder.claim(data, Mode.RUN))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("belongs to ./pamong demo");
    }

    @Test
    void a_folder_with_strange_files_is_left_alone() throws Exception {
        Path strange = Files.writeString(home.resolve("surat.txt"), "x");

        assertThatThrownBy(() -> DataFolder.claim(home, Mode.RUN))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("holds other files");
        assertThat(home).isDirectoryContaining(strange::equals);
        try (var files = Files.list(home)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void keys_never_lie_in_the_data_folder() {
        assertThatThrownBy(() -> installation(null, home.resolve("data/keys")))
                .isInstanceOf(StartRefusal.class);
    }

    @Test
    void the_declared_address_survives_a_restart_and_certificates_name_plain_http() {
        DataFolder.claim(home.resolve("data"), Mode.RUN).close();
        new PublicAddress(installation(null, home.resolve("keys")))
                .declare(URI.create("https://pamong.contoh.go.id"));

        PublicAddress restarted = new PublicAddress(installation(null, home.resolve("keys")));

        assertThat(restarted.web()).hasToString("https://pamong.contoh.go.id");
        assertThat(restarted.pki()).hasToString("http://pamong.contoh.go.id:8080");
        assertThatThrownBy(() -> DataFolder.claim(home.resolve("data"), Mode.DEMO))
                .isInstanceOf(StartRefusal.class);
    }

    @Test
    void the_command_line_goes_before_what_was_declared() {
        DataFolder.claim(home.resolve("data"), Mode.RUN).close();
        PublicAddress address =
                new PublicAddress(
                        installation(
                                URI.create("https://lain.contoh.go.id"), home.resolve("keys")));
        address.declare(URI.create("https://pamong.contoh.go.id"));

        assertThat(address.web()).hasToString("https://lain.contoh.go.id");
        assertThat(address.pki()).hasToString("http://pamong.contoh.go.id:8080");
    }

    private Installation installation(URI publicUrl, Path keys) {
        return new Installation(Mode.RUN, home.resolve("data"), keys, 8443, 8080, publicUrl);
    }
}
