package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed decision (MDN-11(2), 11(3)).
 *
 * @param dossierSha256 hash of the dossier it was made on; it counts for no other
 * @param certificateSerial of the officer's certificate, lower-case hexadecimal
 * @param statement JSON with dossier hash, outcome, checks and reasons: what was signed
 * @param manifest the signed list that holds the statement's hash, or null when it was decided
 *     alone
 * @param signature detached CMS over the statement, or over the manifest, DER
 * @param answerNumber of the answer letter
 * @param answer the answer letter, PDF; null while a list is still being carried out
 * @param voidedAt when the applicant changed the dossier after it, or null
 */
public record RecordedDecision(
        DecisionId id,
        ApplicationId application,
        String dossierSha256,
        DecisionDraft.Outcome outcome,
        PersonId officer,
        String certificateSerial,
        Instant decidedAt,
        FileId statement,
        @Nullable FileId manifest,
        FileId signature,
        String answerNumber,
        @Nullable FileId answer,
        @Nullable Instant voidedAt) {
    /** Whether it counts for a dossier with this hash. */
    public boolean countsFor(String sha256) {
        return voidedAt == null && dossierSha256.equals(sha256);
    }
}
