package id.pamong.authority.signature;

/**
 * Why a verdict was given: stable codes for machines; people read the message {@code
 * verdict.<code>}. The order within a verdict is from the mildest to the gravest.
 */
public enum ReasonCode {
    /** Valid, from a recognised authority. */
    VALID_RECOGNISED(Verdict.ASLI),

    /** Intact; the certificate is internal. */
    VALID_INTERNAL(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** Intact; the certificate is for training. */
    VALID_TRIAL(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** Intact, but the time or the revocation state cannot be proven from the file. */
    PROOF_MISSING(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** The certificate had expired, or was not valid yet, at the proven time. */
    CERTIFICATE_NOT_IN_TIME(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** The certificate was revoked before the proven time. */
    CERTIFICATE_REVOKED(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** The certificate is not made for signing documents, or its algorithm is too weak. */
    CERTIFICATE_UNFIT(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** The path ends at no authority that this office knows. */
    UNKNOWN_AUTHORITY(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** A PDF without any signature. */
    NO_SIGNATURE(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** The file opens only with a password. */
    ENCRYPTED(Verdict.TIDAK_DAPAT_DIPASTIKAN),
    /** Not a PDF, or too damaged to read. */
    UNREADABLE(Verdict.TIDAK_DAPAT_DIPASTIKAN),

    /** A certifying signature forbids the change that was made (DocMDP, FieldMDP). */
    FORBIDDEN_CHANGE(Verdict.BERUBAH),
    /** Content changed after signing. */
    CONTENT_CHANGED(Verdict.BERUBAH),
    /** Bytes after the signed part that are no allowed revision. */
    TRAILING_BYTES(Verdict.BERUBAH),
    /** A signature field without a proper Contents or ByteRange. */
    BROKEN_SIGNATURE(Verdict.BERUBAH),
    /** The signed bytes are not those of the signature. */
    WRONG_DIGEST(Verdict.BERUBAH);

    private final Verdict verdict;

    ReasonCode(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
