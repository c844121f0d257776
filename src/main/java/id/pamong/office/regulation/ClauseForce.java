package id.pamong.office.regulation;

/** How strongly a clause is worded. */
public enum ClauseForce {
    /** Wajib. */
    OBLIGATION,
    /** Harus. */
    REQUIREMENT,
    /** A task without a modal verb. */
    TASK,
    /** Dapat. */
    OPTION,
    /** A right of someone. */
    RIGHT,
    /** A prohibition, or something only one may do. */
    PROHIBITION,
    /** A definition or a plain statement. */
    STATEMENT
}
