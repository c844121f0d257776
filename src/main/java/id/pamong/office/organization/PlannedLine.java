package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one line of a file of people.
 *
 * @param position in the file, all sheets together, from 0
 * @param known the person it is about, if there already
 * @param from first day of posting and heading
 * @param superior NIP or NIK of the superior; empty when none is named or it leads nowhere
 */
record PlannedLine(
        int position,
        ImportDraft draft,
        List<Finding> findings,
        ImportReport.Outcome outcome,
        Optional<PersonId> known,
        LocalDate from,
        String superior) {

    PlannedLine {
        findings = List.copyOf(findings);
    }

    boolean isGood() {
        return outcome != ImportReport.Outcome.REFUSED;
    }

    boolean changes() {
        return outcome == ImportReport.Outcome.NEW || outcome == ImportReport.Outcome.CHANGED;
    }

    PlannedLine with(List<Finding> more, String followed) {
        return new PlannedLine(position, draft, more, outcome, known, from, followed);
    }

    PlannedLine refusedFor(Finding finding) {
        List<Finding> more = new java.util.ArrayList<>(findings);
        more.add(finding);
        return new PlannedLine(
                position, draft, more, ImportReport.Outcome.REFUSED, known, from, superior);
    }

    ImportReport.Line report() {
        return new ImportReport.Line(
                position,
                draft.line().sheet(),
                draft.line().number(),
                draft.line().value(ImportColumn.NAME),
                outcome,
                findings);
    }
}
