package id.pamong.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that a killed Pamong left behind. Called by who holds the data folder, so whatever
 * server still runs on the cluster belongs to nobody.
 */
record OrphanServer(Path cluster) {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanServer.class);

    void stop() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = process(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (!runsOnCluster(process.get())) {
            // The number was given to another program meanwhile, as happens in containers;
            // PostgreSQL would take that program for its server.
            Files.delete(pidFile);
            return;
        }
        LOG.warn("Stopping the PostgreSQL that an earlier Pamong left behind");
        Signals.send(process.get().pid(), Signals.INTERRUPT);
        if (!ended(process.get(), 30)) {
            Signals.send(process.get().pid(), Signals.QUIT);
            if (!ended(process.get(), 30)) {
                throw new IOException("the orphan PostgreSQL " + process.get().pid() + " stays");
            }
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private boolean runsOnCluster(ProcessHandle process) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            String words = Files.readString(commandLine);
            return words.contains("postgres") && words.contains(cluster.toString());
        } catch (IOException e) {
            return process.isAlive() && !Files.exists(commandLine);
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
