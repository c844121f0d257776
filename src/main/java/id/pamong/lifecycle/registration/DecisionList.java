package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on many applications of a batch, signed once.
 *
 * @param account of the officer, for the audit
 * @param certificateSerial of the officer's certificate, lower-case hexadecimal
 * @param manifest canonical JSON with the hash of each decision: what was signed
 * @param manifestSha256 lower-case hexadecimal
 * @param signature detached CMS over the manifest, DER
 * @param answer the collective answer letter, null until every entry is carried out
 * @param settledAt when the last entry was carried out and the letter written, or null
 */
public record DecisionList(
        DecisionListId id,
        CollectiveBatchId batch,
        PersonId officer,
        UUID account,
        String certificateSerial,
        Instant decidedAt,
        FileId manifest,
        String manifestSha256,
        FileId signature,
        String answerNumber,
        @Nullable FileId answer,
        @Nullable Instant settledAt) {

    /** Where a line of the list stands. */
    public enum State {
        WAITING,
        DECIDED,
        /** Fell out: the dossier is no longer the one that was signed. */
        DROPPED
    }

    /**
     * A line.
     *
     * @param dossierVersion with which the dossier was judged
     * @param statement what is decided on this application alone; its hash stands in the manifest
     * @param why a code when it fell out, or null
     */
    public record Entry(
            int position,
            ApplicationId application,
            int dossierVersion,
            String dossierSha256,
            DecisionDraft draft,
            FileId statement,
            String statementSha256,
            State state,
            @Nullable String why) {
        @Override
        public String toString() {
            return "Entry[" + application + " " + state + "]";
        }
    }

    /**
     * How far a list is.
     *
     * @param entries in the order of the list
     */
    public record Progress(DecisionList list, List<Entry> entries) {
        public Progress {
            entries = List.copyOf(entries);
        }

        public int count(State state) {
            return (int) entries.stream().filter(entry -> entry.state() == state).count();
        }

        /** Decided with this outcome. */
        public int decided(DecisionDraft.Outcome outcome) {
            return (int)
                    entries.stream()
                            .filter(entry -> entry.state() == State.DECIDED)
                            .filter(entry -> entry.draft().outcome() == outcome)
                            .count();
        }

        public boolean isSettled() {
            return list.settledAt() != null;
        }
    }
}
