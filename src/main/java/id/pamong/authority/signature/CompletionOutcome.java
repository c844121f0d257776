package id.pamong.authority.signature;

/** What came of putting the signature into the prepared PDF. */
public sealed interface CompletionOutcome {
    /** PAdES-BASELINE-LT, checked by {@link DocumentCheck} before it was handed out. */
    record Signed(SignedPdf document, CheckReport report) implements CompletionOutcome {}

    /** No time stamp could be had; nothing was made. Try again later. */
    record TimeStampUnavailable() implements CompletionOutcome {}

    /** No proof of revocation state could be had; nothing was made. */
    record RevocationUnavailable() implements CompletionOutcome {}

    /** Our own check did not accept what was made; it was thrown away. */
    record NotAccepted(CheckReport report) implements CompletionOutcome {}
}
