package id.pamong.lifecycle.registration;

import org.jspecify.annotations.Nullable;

/**
 * An officer's answer to a check group.
 *
 * @param result null while it is open
 * @param note at most 1000 characters, may be empty
 */
public record CheckAnswer(@Nullable CheckResult result, String note) {
    /** Characters that a note may have. */
    public static final int LONGEST_NOTE = 1000;

    public static final CheckAnswer OPEN = new CheckAnswer(null, "");

    public CheckAnswer {
        note = note.strip();
    }

    public boolean isAnswered() {
        return result != null;
    }

    /** Notes may speak of people. */
    @Override
    public String toString() {
        return "CheckAnswer[" + result + "]";
    }
}
