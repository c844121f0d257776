package id.pamong.office.installation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/** A small file of names and values that is either the old one or the new one after a crash. */
record PropertiesFile(Path path) {
    boolean exists() {
        return Files.exists(path);
    }

    Optional<String> get(String name) {
        return exists() ? Optional.ofNullable(read().getProperty(name)) : Optional.empty();
    }

    synchronized void set(String name, String value) {
        Properties all = exists() ? read() : new Properties();
        all.setProperty(name, value);
        StringWriter text = new StringWriter();
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            all.store(text, null);
            Files.writeString(unfinished, text.toString());
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    unfinished,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(path)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
