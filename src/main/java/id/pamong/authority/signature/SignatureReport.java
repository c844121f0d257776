package id.pamong.authority.signature;

import id.pamong.authority.gateway.Standing;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of one signature.
 *
 * @param field name of the signature field
 * @param signer common name of the certificate
 * @param post title in the certificate (X.520 title), or null
 * @param organization organisation in the certificate, or null
 * @param certificate of the signer; null when the signature is too broken to tell
 * @param authority name of the issuing authority, or null
 * @param standing of the known authority, or null when it is not known
 * @param signedAt the proven time, else the claimed one, or null
 * @param timeStampedBy common name of the time stamp's signer, or null
 * @param level such as {@code PAdES-BASELINE-LT}, or null
 * @param coversWholeFile whether no byte follows the signed part
 * @param mark SHA-256, hex, of the signature as it stands in the file: tells which signing this is
 *     even when the content around it was changed; empty when broken
 * @param changedPages pages, from 1, that later revisions changed; empty when none or not known
 */
public record SignatureReport(
        String field,
        ReasonCode reason,
        String signer,
        @Nullable String post,
        @Nullable String organization,
        @Nullable X509Certificate certificate,
        @Nullable String authority,
        @Nullable Standing standing,
        @Nullable Instant signedAt,
        TimeSource timeSource,
        @Nullable String timeStampedBy,
        @Nullable String level,
        boolean coversWholeFile,
        String mark,
        List<Integer> changedPages) {
    public SignatureReport {
        changedPages = List.copyOf(changedPages);
    }

    public Verdict verdict() {
        return reason.verdict();
    }

    /** When the certificate begins to be valid, or null without one. */
    public @Nullable Instant validFrom() {
        return certificate == null ? null : certificate.getNotBefore().toInstant();
    }

    /** When the certificate ends to be valid, or null without one. */
    public @Nullable Instant validUntil() {
        return certificate == null ? null : certificate.getNotAfter().toInstant();
    }

    /** Names of signers do not reach logs by way of this. */
    @Override
    public String toString() {
        return "SignatureReport[" + reason + ", " + level + "]";
    }
}
