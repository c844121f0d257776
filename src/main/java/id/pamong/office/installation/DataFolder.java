package id.pamong.office.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A data folder held by this process: of one mode for ever, and of one Pamong at a time. The lock
 * ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
    static final String MARKER = "installation.properties";
    private static final String LOCK = "pamong.lock";
    private static final String MODE = "mode";

    /** Below this a start would end half way: the database's first files take about 100 MiB. */
    private static final long FREE_BYTES_NEEDED = 256L << 20;

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, made when missing.
     *
     * @throws StartRefusal when another Pamong holds it, it is of the other mode, holds strange
     *     files, or its disk is full
     */
    public static DataFolder claim(Path folder, Mode mode) {
        try {
            refuseStrangeFiles(folder);
            Files.createDirectories(folder);
            boolean root = "root".equals(System.getProperty("user.name"));
            Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------"));
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String holder = Files.readString(folder.resolve(LOCK)).strip();
                channel.close();
                throw new StartRefusal(
                        "Pamong sudah berjalan dengan folder data " + folder + holder(holder) + ".",
                        "A Pamong already runs on the data folder "
                                + folder
                                + holder(holder)
                                + ".");
            }
            refuseFullDisk(folder);
            channel.truncate(0);
            channel.write(
                    StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            mark(folder, mode);
            return new DataFolder(channel);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw diskFull(folder, 0);
            }
            throw new StartRefusal(
                    "Folder data " + folder + " tidak dapat dipakai: " + e.getMessage(),
                    "The data folder " + folder + " cannot be used: " + e.getMessage(),
                    e);
        }
    }

    private static String holder(String pid) {
        return pid.isEmpty() ? "" : " (PID " + pid + ")";
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void refuseStrangeFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new StartRefusal(
                        "Folder " + folder + " berisi berkas lain dan bukan folder data Pamong.",
                        "The folder "
                                + folder
                                + " holds other files and is no data folder of"
                                + " Pamong.");
            }
        }
    }

    private static void refuseFullDisk(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < FREE_BYTES_NEEDED) {
            throw diskFull(folder, free);
        }
    }

    private static StartRefusal diskFull(Path folder, long free) {
        return new StartRefusal(
                "Disk untuk "
                        + folder
                        + " hampir penuh: tersisa "
                        + (free >> 20)
                        + " MiB, perlu paling sedikit "
                        + (FREE_BYTES_NEEDED >> 20)
                        + " MiB.",
                "The disk of "
                        + folder
                        + " is almost full: "
                        + (free >> 20)
                        + " MiB free, at least "
                        + (FREE_BYTES_NEEDED >> 20)
                        + " MiB needed.");
    }

    private static void mark(Path folder, Mode mode) {
        PropertiesFile marker = new PropertiesFile(folder.resolve(MARKER));
        String wanted = mode.name().toLowerCase(Locale.ROOT);
        String found = marker.get(MODE).orElse(wanted);
        if (!found.equals(wanted)) {
            throw new StartRefusal(
                    "Folder data "
                            + folder
                            + " milik ./pamong "
                            + found
                            + " dan tidak dapat dipakai untuk ./pamong "
                            + wanted
                            + ".",
                    "The data folder "
                            + folder
                            + " belongs to ./pamong "
                            + found
                            + " and cannot be used by ./pamong "
                            + wanted
                            + ".");
        }
        if (!marker.exists()) {
            marker.set(MODE, wanted);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
