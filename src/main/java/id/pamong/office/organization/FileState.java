package id.pamong.office.organization;

/** Where a file of people is. */
public enum FileState {
    /** Being read and judged line by line. */
    CHECKING,
    /** Judged; waits for the word to import. */
    CHECKED,
    /** Not to be read at all; the findings of the file say why. */
    REFUSED,
    /** The good lines are being stored. */
    IMPORTING,
    /** Heads, superiors and pairs are being set, now that everybody is there. */
    RELATING,
    DONE;

    /** Whether somebody is at work, or was until the work was cut off. */
    public boolean isUnderWay() {
        return switch (this) {
            case CHECKING, IMPORTING, RELATING -> true;
            case CHECKED, REFUSED, DONE -> false;
        };
    }
}
