package id.pamong.office.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.office.installation.StartRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeyTest {
    @TempDir Path folder;

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_may_read() throws Exception {
        SecretKey made = FileServiceKey.in(folder).current(true);

        Path file = folder.resolve("service.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(FileServiceKey.in(folder).current(false)).isEqualTo(made);
    }

    @Test
    void a_missing_key_ends_the_start_in_two_languages() {
        assertThatThrownBy(() -> FileServiceKey.in(folder).current(false))
                .isInstanceOfSatisfying(
                        StartRefusal.class,
                        refusal -> {
                            assertThat(refusal.indonesian()).contains("--keys DIR");
                            assertThat(refusal.english()).contains("--keys DIR");
                        });
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws Exception {
        FileServiceKey.in(folder).current(true);
        Files.setPosixFilePermissions(
                folder.resolve("service.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> FileServiceKey.in(folder).current(false))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_damaged_key_is_refused_without_showing_it() throws Exception {
        FileServiceKey.in(folder).current(true);
        Files.writeString(folder.resolve("service.key"), "rusak!");

        assertThatThrownBy(() -> FileServiceKey.in(folder).current(false))
                .isInstanceOf(StartRefusal.class)
                .hasMessageNotContaining("rusak!");
    }

    @Test
    void a_systemd_credential_replaces_the_file() throws Exception {
        byte[] key = new byte[32];
        key[0] = 7;
        Files.writeString(
                folder.resolve("pamong-service-key"), Base64.getEncoder().encodeToString(key));

        CredentialServiceKey credential = new CredentialServiceKey(folder);

        assertThat(credential.current(false).getEncoded()).isEqualTo(key);
        assertThat(credential.pending()).isEmpty();
    }

    @Test
    void the_same_passphrase_and_salt_give_the_same_key() {
        PassphraseServiceKey first =
                new PassphraseServiceKey(folder, q -> "rahasia kantor 2026".toCharArray());
        SecretKey key = first.current(true);

        assertThat(
                        new PassphraseServiceKey(folder, q -> "rahasia kantor 2026".toCharArray())
                                .current(false))
                .isEqualTo(key);
        assertThat(
                        new PassphraseServiceKey(folder, q -> "rahasia kantor 2027".toCharArray())
                                .current(false))
                .isNotEqualTo(key);
        assertThatThrownBy(() ->
                        new PassphraseServiceKey(folder, q -> "pendek".toCharArray())
                                .current(false))
                .isInstanceOf(StartRefusal.class);
    }
}
