package id.pamong.office.archive;

import id.pamong.office.database.LocalGovernmentId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files in a folder: {@code files/<local government>/<two digits>/<address>}. The name says nothing
 * about content or owner.
 */
@Component
class FolderFileStore implements FileStore {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = ".part";

    private final Path root;

    FolderFileStore(@Value("${pamong.data}/files") Path root) {
        this.root = root;
    }

    @Override
    public String put(LocalGovernmentId tenant, Content content) throws IOException {
        Path folder = root.resolve(tenant.toString());
        createDurably(folder);
        Path unfinished = folder.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            String address = write(unfinished, content);
            Path shelf = folder.resolve(address.substring(0, 2));
            createDurably(shelf);
            Files.move(unfinished, shelf.resolve(address), StandardCopyOption.ATOMIC_MOVE);
            force(shelf);
            return address;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public InputStream open(LocalGovernmentId tenant, String address) throws IOException {
        return Files.newInputStream(path(tenant, address));
    }

    @Override
    public void delete(LocalGovernmentId tenant, String address) throws IOException {
        Files.deleteIfExists(path(tenant, address));
    }

    @Override
    public List<LocalGovernmentId> tenants() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> LocalGovernmentId.of(folder.getFileName().toString()))
                    .toList();
        }
    }

    @Override
    public List<String> putBefore(LocalGovernmentId tenant, Instant instant) throws IOException {
        List<String> addresses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve(tenant.toString()), 2)) {
            for (Path file : files.toList()) {
                if (isOlder(file, instant)) {
                    String name = file.getFileName().toString();
                    if (ADDRESS.matcher(name).matches()) {
                        addresses.add(name);
                    } else if (name.endsWith(UNFINISHED)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
        return addresses;
    }

    private static boolean isOlder(Path file, Instant instant) throws IOException {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static String write(Path file, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DigestOutputStream digest =
                    new DigestOutputStream(Channels.newOutputStream(channel), Sha256.digest());
            OutputStream out = new BufferedOutputStream(digest, 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }

    private Path path(LocalGovernmentId tenant, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address");
        }
        return root.resolve(tenant.toString()).resolve(address.substring(0, 2)).resolve(address);
    }

    /** Creates a folder so that it, too, survives a crash of the machine. */
    private static void createDurably(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Path parent = folder.getParent();
            if (parent != null) {
                force(parent);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
