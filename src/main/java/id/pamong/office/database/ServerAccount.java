package id.pamong.office.database;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who runs the PostgreSQL server. It refuses to run as root, so a Pamong that runs as root hands it
 * to an unprivileged user of the machine; where that user cannot enter the folder, root is hidden
 * from the server in a user namespace of its own.
 *
 * @param prefix words before the command
 * @param owner who must own the server's files; null: they stay ours
 */
record ServerAccount(List<String> prefix, @Nullable UserPrincipal owner) {
    private static final List<String> CANDIDATES = List.of("pamong", "postgres", "nobody");

    static ServerAccount forFolder(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(List.of(), null);
        }
        Optional<UserPrincipal> user = userFor(folder);
        if (user.isPresent() && everyoneMayEnter(folder)) {
            String name = user.get().getName();
            Optional<List<String>> words =
                    Stream.of(
                                    List.of(
                                            "setpriv",
                                            "--reuid=" + name,
                                            "--regid=" + gid(user.get()),
                                            "--clear-groups",
                                            "--no-new-privs"),
                                    List.of("runuser", "-u", name, "--"))
                            .filter(ServerAccount::works)
                            .findFirst();
            if (words.isPresent()) {
                return new ServerAccount(words.get(), user.get());
            }
        }
        int nobody = 65534;
        List<String> hidden = List.of("unshare", "--user", "--map-user=" + nobody);
        if (works(hidden)) {
            return new ServerAccount(hidden, null);
        }
        throw new StartRefusal(
                "PostgreSQL tidak boleh berjalan sebagai root, dan folder "
                        + folder
                        + " tidak dapat dimasuki pengguna lain: pilih folder lain dengan --data DIR"
                        + " atau jalankan Pamong sebagai pengguna biasa.",
                "PostgreSQL must not run as root, and no other user can enter "
                        + folder
                        + ": choose another folder by --data DIR or run Pamong as an ordinary"
                        + " user.");
    }

    List<String> command(List<String> words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return all;
    }

    /** Gives a folder and all in it to the server's user. */
    void own(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.toList()) {
                Files.setOwner(path, owner);
            }
        }
    }

    /** The user who owns the folder already, else the first candidate that the machine has. */
    private static Optional<UserPrincipal> userFor(Path folder) throws IOException {
        Path cluster = folder.resolve("cluster");
        if (Files.exists(cluster)) {
            UserPrincipal owner = Files.getOwner(cluster);
            return "root".equals(owner.getName()) ? Optional.empty() : Optional.of(owner);
        }
        UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
        return CANDIDATES.stream().flatMap(name -> lookUp(users, name).stream()).findFirst();
    }

    private static Optional<UserPrincipal> lookUp(UserPrincipalLookupService users, String name) {
        try {
            return Optional.of(users.lookupPrincipalByName(name));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean everyoneMayEnter(Path folder) throws IOException {
        for (Path path = folder.toRealPath(); path != null; path = path.getParent()) {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static String gid(UserPrincipal user) throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            if (fields.length > 3 && fields[0].equals(user.getName())) {
                return fields[3];
            }
        }
        return user.getName();
    }

    private static boolean works(List<String> prefix) {
        try {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
