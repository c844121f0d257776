package id.pamong.office.protection;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A small secret file: base64 of 32 bytes, mode 600, on the disk before it counts. */
record KeyFile(Path path) {
    static final int LENGTH = 32;

    boolean exists() {
        return Files.exists(path);
    }

    SecretKey read() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.stream()
                    .anyMatch(permission ->
                            permission.name().startsWith("GROUP")
                                    || permission.name().startsWith("OTHERS"))) {
                throw new StartRefusal(
                        "Kunci layanan "
                                + path
                                + " dapat dibaca pengguna lain: jalankan chmod 600 dahulu.",
                        "The service key " + path + " is open to others: chmod 600 it first.");
            }
            return key(Files.readString(path), path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    static SecretKey key(String text, Path source) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == LENGTH) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw unusable(source, e);
        }
        throw unusable(source, new IOException("not " + LENGTH + " bytes in base64"));
    }

    /** Written beside, forced to the disk, then renamed. */
    void write(SecretKey key) {
        try {
            Path folder = Objects.requireNonNull(path.getParent());
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Path unfinished = folder.resolve(path.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key.getEncoded()));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            moveTo(unfinished, path);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    void renameTo(KeyFile target) {
        try {
            moveTo(path, target.path());
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void moveTo(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder =
                FileChannel.open(Objects.requireNonNull(to.getParent()), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static StartRefusal unusable(Path path, Exception e) {
        return new StartRefusal(
                "Kunci layanan " + path + " tidak dapat dipakai: " + e.getMessage(),
                "The service key " + path + " cannot be used: " + e.getMessage(),
                e);
    }
}
