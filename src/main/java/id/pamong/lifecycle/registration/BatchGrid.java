package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatch;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.office.archive.FileId;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collective application as officers see it: a row for each person, a column for each paper and
 * each group of checks.
 *
 * @param rows of those who were submitted, by name
 * @param objections why the officer may not act at all, now
 * @param waitingForApplicants members who have not submitted
 */
public record BatchGrid(
        CollectiveBatch batch, List<Row> rows, List<Finding> objections, int waitingForApplicants) {
    public BatchGrid {
        rows = List.copyOf(rows);
        objections = List.copyOf(objections);
    }

    /** What the automatic checks of a group say. */
    public enum Mark {
        /** All passed. */
        PASSED,
        /** Something to look at. */
        REMARK,
        /** Something does not fit. */
        FAILED
    }

    /**
     * A person.
     *
     * @param card of the e-KTP, when the officer may see it
     * @param papers of the checklist that are there
     * @param dossierSha256 of the dossier as it was shown
     * @param notYet why it is not ready to be decided, codes of findings
     */
    public record Row(
            CollectiveMember member,
            CaseView.Place place,
            String holder,
            boolean own,
            String dossierSha256,
            @Nullable FileId card,
            Set<String> papers,
            Set<Endorsement.Kind> letters,
            Map<CheckGroup, Mark> marks,
            Map<CheckGroup, List<Finding>> remarks,
            Map<CheckGroup, CheckAnswer> answers,
            DecisionDraft draft,
            List<Finding> notYet) {
        public Row {
            papers = Set.copyOf(papers);
            letters = Set.copyOf(letters);
            marks = Map.copyOf(marks);
            remarks = Map.copyOf(remarks);
            answers = Map.copyOf(answers);
            notYet = List.copyOf(notYet);
        }

        public ApplicationId id() {
            return member.application();
        }

        public Mark mark(CheckGroup group) {
            return marks.getOrDefault(group, Mark.PASSED);
        }

        public CheckAnswer answer(CheckGroup group) {
            return answers.getOrDefault(group, CheckAnswer.OPEN);
        }

        /** What the automatic checks of a group remark. */
        public List<Finding> remark(CheckGroup group) {
            return remarks.getOrDefault(group, List.of());
        }

        /** Whether every automatic check passed without a remark. */
        public boolean isGreen() {
            return marks.values().stream().allMatch(mark -> mark == Mark.PASSED);
        }

        /** Whether the decision that is noted for it is not an approval. */
        public boolean isRefused() {
            return draft.outcome() != null && draft.outcome().needsReasons();
        }

        public boolean isMine() {
            return place == CaseView.Place.MINE;
        }

        /** Whether its decision may be signed with the list now. */
        public boolean isReady() {
            return isMine() && draft.outcome() != null && notYet.isEmpty();
        }

        @Override
        public String toString() {
            return "Row[" + member.application() + "]";
        }
    }

    /** Rows whose decision may be signed now. */
    public List<Row> ready() {
        return rows.stream().filter(Row::isReady).toList();
    }

    /** Rows that nobody has on the desk. */
    public int free() {
        return (int)
                rows.stream()
                        .filter(row -> !row.own() && row.place() == CaseView.Place.FREE)
                        .count();
    }

    /** Ready rows with this outcome. */
    public int ready(DecisionDraft.Outcome outcome) {
        return (int) ready().stream().filter(row -> row.draft().outcome() == outcome).count();
    }

    /** Rows that wait for a decision. */
    public int open() {
        return (int) rows.stream().filter(row -> row.place() != CaseView.Place.ELSEWHERE).count();
    }
}
