package id.pamong.office.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is fixed for the life of the process.
 *
 * @param mode real use or demo
 * @param data folder of the database, the archive and the logs
 * @param keys folder of the service's own key, outside the data folder and its backup
 * @param port TCP port of the main listener
 * @param pkiPort TCP port of the plain listener for CRL, OCSP, AIA and time stamps
 * @param publicUrl the address people use, without a slash at the end, when set at the start
 */
@ConfigurationProperties("pamong")
public record Installation(
        @DefaultValue("run") Mode mode,
        @DefaultValue("data") Path data,
        @DefaultValue("keys") Path keys,
        @DefaultValue("8443") int port,
        @DefaultValue("8080") int pkiPort,
        @Nullable URI publicUrl) {

    public Installation {
        data = data.toAbsolutePath().normalize();
        keys = keys.toAbsolutePath().normalize();
        if (keys.startsWith(data)) {
            throw new StartRefusal(
                    "Folder kunci " + keys + " tidak boleh berada di dalam folder data.",
                    "The key folder " + keys + " must not lie inside the data folder.");
        }
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }

    /** A folder inside the data folder, made when missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address given at the start; {@link PublicAddress} knows the one that counts. */
    Optional<URI> declaredUrl() {
        return Optional.ofNullable(publicUrl);
    }

    /** The address on this machine. */
    URI localUrl() {
        return URI.create((isDemo() ? "http" : "https") + "://localhost:" + port);
    }
}
