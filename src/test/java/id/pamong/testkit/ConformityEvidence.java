package id.pamong.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tests of clauses saw, kept in files of one run, since several processes share it. Each
 * process adds its file when its classes are over and writes the matrix of all that is there.
 */
final class ConformityEvidence implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "conformity");
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern SPACE = Pattern.compile(" ");

    /**
     * A test of a clause passed; {@code +rule} accepted in it, {@code -rule} refused, under the
     * regulation of the code, empty where no local government was asked for.
     */
    record Line(String clause, String test, String code, Set<String> runs) {
        private String text() {
            return String.join("\t", clause, test, code, String.join(" ", runs));
        }

        private static Line of(String text) {
            String[] parts = TAB.split(text, -1);
            return new Line(
                    parts[0],
                    parts[1],
                    parts[2],
                    parts[3].isEmpty()
                            ? Set.of()
                            : new TreeSet<>(Arrays.asList(SPACE.split(parts[3]))));
        }
    }

    private final List<Line> lines = new ArrayList<>();

    synchronized void add(String clause, String test, String code, Set<String> seen) {
        lines.add(new Line(clause, test, code, Set.copyOf(seen)));
    }

    @Override
    public synchronized void close() throws IOException {
        String started = System.getProperty("pamong.test-run", "" + ProcessHandle.current().pid());
        Path run = Files.createDirectories(FOLDER.resolve("run-" + started));
        try (FileChannel channel =
                        FileChannel.open(
                                FOLDER.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            Files.write(
                    run.resolve(UUID.randomUUID() + ".tsv"),
                    lines.stream().map(Line::text).toList());
            ConformityMatrix.of(of(run)).write();
        }
    }

    private static List<Line> of(Path run) throws IOException {
        List<Line> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream().map(Line::of).forEach(all::add);
            }
        }
        return all;
    }
}
