package id.pamong.authority.signature;

/** Who says when a document was signed. */
public enum TimeSource {
    /** A time stamp authority (RFC 3161). */
    TIME_STAMP,
    /** Only the signer's own clock. */
    CLAIMED
}
