package id.pamong.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the walk has done and must remember (secrets of authenticators, links), so that a second
 * start goes on where the first one ended. Lies in the demo's data folder.
 */
final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Map<String, String> entries;

    Journal(Path folder) {
        this.folder = folder;
        this.entries = new TreeMap<>();
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("journal.json");
            if (Files.exists(file)) {
                JSON.readTree(Files.readString(file))
                        .properties()
                        .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    String get(String key) {
        return find(key).orElseThrow(() -> new StepFailed("the journal has no " + key));
    }

    void put(String key, String value) {
        entries.put(key, value);
        write("journal.json.new", JSON.writeValueAsBytes(entries));
        try {
            Files.move(
                    folder.resolve("journal.json.new"),
                    folder.resolve("journal.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file of the walk. */
    void keep(String name, byte[] content) {
        write(name, content);
    }

    byte[] file(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasFile(String name) {
        return Files.exists(folder.resolve(name));
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
