package id.pamong.office.identity;

import java.time.Instant;
import java.util.List;

/**
 * A row of the home page.
 *
 * @param state who the next step waits for
 * @param titleKey message key of the sentence
 * @param arguments its values
 * @param verbKey message key of the next step, a verb
 * @param path below the local government, such as {@code /rekomendasi/…}
 * @param since when it began to wait, or was done
 * @param waitingFor display name of who it waits for; empty when that is the reader
 */
public record Todo(
        State state,
        String titleKey,
        List<Object> arguments,
        String verbKey,
        String path,
        Instant since,
        String waitingFor) {
    public Todo {
        arguments = List.copyOf(arguments);
    }

    /** Whose turn it is. */
    public enum State {
        /** Waits for the reader. */
        MINE,
        /** The reader waits for someone else. */
        THEIRS,
        /** Finished lately. */
        DONE
    }
}
