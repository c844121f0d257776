package id.pamong.lifecycle.revocation.loss;

/** What goes with a report (MDN-15(3), CJR-16(3)). */
public enum LossPaper {
    /** Report to the competent authority. */
    AUTHORITY_REPORT,
    /** Statement signed by the owner. */
    STATEMENT,
    /** The superior knows of the statement. */
    ACKNOWLEDGEMENT
}
