package id.pamong.office.table;

/** Why a file cannot be read as a table. */
public enum TableProblem {
    TOO_LARGE,
    /** More inside than the limits allow, as in a file made to fill the memory. */
    UNPACKS_TOO_LARGE,
    TOO_MANY_SHEETS,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** The old XLS form, or an XLSX locked with a password: both look alike from outside. */
    OLD_OR_LOCKED_EXCEL,
    /** OpenDocument. */
    OPEN_DOCUMENT,
    /** A PDF, a picture, a text document, or broken. */
    NOT_A_TABLE,
    EMPTY
}
