package id.pamong.authority.signature;

/** What a check of a document says, in one of three words (architecture: Verdicts; MDN-8(2)). */
public enum Verdict {
    /** Valid under a recognised authority, unchanged since. */
    ASLI,
    /** Nothing is known to be changed, but the document proves less than an authentic one. */
    TIDAK_DAPAT_DIPASTIKAN,
    /** Changed after signing, or its signature is broken. */
    BERUBAH
}
