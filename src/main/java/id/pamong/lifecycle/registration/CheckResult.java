package id.pamong.lifecycle.registration;

/** What an officer says of a check group. */
public enum CheckResult {
    /** Sesuai. */
    OK,
    /** Tidak sesuai. */
    NOT_OK,
    /** Tidak berlaku. */
    NOT_APPLICABLE
}
