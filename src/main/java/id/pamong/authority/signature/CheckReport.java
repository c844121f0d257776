package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a document: the gravest of what it says of its parts.
 *
 * @param standing of the authority behind the deciding signature, apart from the verdict; null when
 *     unknown
 * @param signatures in the order of signing
 * @param changedPages pages, from 1, that changed after signing; empty when none or not known
 * @param sha256 of the file, 32 bytes in lower-case hex
 * @param size of the file in bytes
 * @param pages number of pages, 0 when unreadable
 */
public record CheckReport(
        ReasonCode reason,
        @Nullable Standing standing,
        List<SignatureReport> signatures,
        List<Integer> changedPages,
        String sha256,
        long size,
        int pages,
        Instant checkedAt) {
    public CheckReport {
        signatures = List.copyOf(signatures);
        changedPages = List.copyOf(changedPages);
    }

    public Verdict verdict() {
        return reason.verdict();
    }

    /** Whether the file is intact and its signatures are proven, whatever the standing. */
    public boolean isProven() {
        return switch (reason) {
            case VALID_RECOGNISED, VALID_INTERNAL, VALID_TRIAL -> true;
            case PROOF_MISSING,
                    CERTIFICATE_NOT_IN_TIME,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_UNFIT,
                    UNKNOWN_AUTHORITY,
                    NO_SIGNATURE,
                    ENCRYPTED,
                    UNREADABLE,
                    FORBIDDEN_CHANGE,
                    CONTENT_CHANGED,
                    TRAILING_BYTES,
                    BROKEN_SIGNATURE,
                    WRONG_DIGEST ->
                    false;
        };
    }
}
