package id.pamong.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process of its own. */
public final class PamongProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "pamong.jar").toAbsolutePath();

    /** Temporary files of these processes, to be searched afterwards. */
    public static final Path TEMPORARY =
            temporary(Path.of("target", "testkit", "tmp-" + ProcessHandle.current().pid()));

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;

    private PamongProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts {@code ./pamong} with these words, without the shell's search for a JDK. */
    public static PamongProcess start(String... words) {
        return startUnder(List.of(), words);
    }

    /** As {@link #start} below another command, such as one that lends it a small disk. */
    public static PamongProcess startUnder(List<String> prefix, String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djava.io.tmpdir=" + TEMPORARY);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(List.of(words));
        try {
            return new PamongProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (saysReady(line)) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            said.add(String.valueOf(e.getMessage()));
        } finally {
            ready.countDown();
        }
    }

    private static Path temporary(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysReady(String line) {
        return line.startsWith("  Pamong is ready") || line.startsWith("  The demo keeps");
    }

    /** Waits until it serves; a refused start is a failed assertion. */
    public PamongProcess awaitReady() {
        try {
            if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || said.stream().noneMatch(PamongProcess::saysReady)) {
                throw new AssertionError("Pamong did not start: " + said());
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what is printed after it has begun to serve. */
    public String awaitSaid(Pattern wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && isAlive()) {
            Matcher found = wanted.matcher(said());
            if (found.find()) {
                return found.group();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("Pamong never said " + wanted + ": " + said());
    }

    /** Waits for the end; the exit status. */
    public int awaitEnd() {
        return awaitEnd(PATIENCE);
    }

    /** Waits for an end that takes longer than usual, and returns the exit status. */
    public int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Pamong did not end: " + said());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything printed so far. */
    public String said() {
        return String.join("\n", said);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no chance to put anything in order. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM and wait. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            awaitEnd();
        }
    }

    /** The number of the PostgreSQL server on this data folder. */
    public static long postgres(Path data) {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                            .getFirst()
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
