package id.pamong.office.protection;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * A systemd credential ({@code LoadCredentialEncrypted=pamong-service-key}): systemd decrypts it
 * into a folder that only this service sees. For a rotation the new key comes as {@code
 * pamong-service-key-next}.
 */
record CredentialServiceKey(Path folder) implements ServiceKey {
    static final String NAME = "pamong-service-key";

    @Override
    public SecretKey current(boolean mayCreate) {
        return read(folder.resolve(NAME));
    }

    @Override
    public SecretKey next() {
        return pending()
                .orElseThrow(() ->
                        new StartRefusal(
                                "Kredensial " + NAME + "-next tidak diberikan.",
                                "The credential " + NAME + "-next was not given."));
    }

    @Override
    public Optional<SecretKey> pending() {
        Path next = folder.resolve(NAME + "-next");
        return Files.exists(next) ? Optional.of(read(next)) : Optional.empty();
    }

    /** Who runs systemd replaces the credential; until then the pending one is tried as well. */
    @Override
    public void adoptNext() {}

    private static SecretKey read(Path path) {
        try {
            return KeyFile.key(Files.readString(path), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
