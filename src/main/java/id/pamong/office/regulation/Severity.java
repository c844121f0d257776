package id.pamong.office.regulation;

/** Whether a finding stops the step. */
public enum Severity {
    /** Stops submission. */
    BLOCKING,
    /** Shown and kept; stops nothing. */
    SOFT
}
