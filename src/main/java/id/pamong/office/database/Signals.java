package id.pamong.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that {@link ProcessHandle} cannot send and PostgreSQL gives a meaning to. */
final class Signals {
    /** Fast shutdown. */
    static final String INTERRUPT = "INT";

    /** Immediate shutdown; the next start recovers. */
    static final String QUIT = "QUIT";

    private Signals() {}

    static void send(long pid, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
