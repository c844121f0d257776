package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decree (SK mutasi) that moves many people on a day.
 *
 * @param from first day in the new posts
 * @param enteredBy account that brought the file in; another one approves
 * @param lines how many people the file names
 * @param problems how many of them are not moved
 * @param endedAt when the moves were made or undone
 * @param open how many lines failed on the day and are not settled
 * @param settleNote what the office did about them, empty before
 */
public record MoveDecree(
        MoveDecreeId id,
        String decree,
        LocalDate decreeOn,
        LocalDate from,
        State state,
        UUID enteredBy,
        Instant enteredAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant endedAt,
        String undoReason,
        int lines,
        int problems,
        int open,
        String settleNote) {
    /** Where it stands. */
    public enum State {
        /** Read; waits for a second person. */
        AWAITING,
        /** Approved; waits for its day. */
        APPROVED,
        /** The moves were made. */
        DONE,
        /** Taken back before its day. */
        UNDONE
    }

    /** How many people it moves. */
    public int moves() {
        return lines - problems;
    }

    /** Whether it can still be taken back. */
    public boolean isOpen() {
        return state == State.AWAITING || state == State.APPROVED;
    }
}
