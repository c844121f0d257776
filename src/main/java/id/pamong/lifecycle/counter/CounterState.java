package id.pamong.lifecycle.counter;

/** How far the file is. */
public enum CounterState {
    /** Against a receipt; to be scanned. */
    RECEIVED,
    /** Scanned; its pages are to be given to papers. */
    SCANNED,
    /** Divided into papers; to be keyed. */
    DIVIDED,
    /** Keyed; to be marked as a true copy. */
    KEYED,
    /** Marked as a true copy (sesuai asli); to be submitted. */
    CERTIFIED,
    /** In the queue of the registration authority, or beyond it. */
    SUBMITTED,
    /** Sent back by the applicant, who found something wrong in what was keyed. */
    CORRECTION;

    /** Whether staff may still change what was keyed. */
    public boolean isOpen() {
        return this != SUBMITTED;
    }
}
