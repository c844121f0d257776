package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a leave; pure. */
final class AbsenceRules {
    static final int LONGEST_DAYS = 366;
    static final int LETTER = 100;

    private AbsenceRules() {}

    /**
     * @param own other leaves of the person
     * @param deputys leaves of the deputy, empty without one
     */
    static List<Finding> check(
            NewAbsence it, List<Absence> own, List<Absence> deputys, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        LocalDate from = it.from();
        LocalDate until = it.until();
        if (from == null) {
            findings.add(Finding.blocking("absence.from-missing", "from"));
        }
        if (until == null) {
            findings.add(Finding.blocking("absence.until-missing", "until"));
        }
        if (it.person().equals(it.deputy())) {
            findings.add(Finding.blocking("absence.own-deputy", "deputy"));
        }
        if (it.deputy() != null && it.letter().isBlank()) {
            findings.add(Finding.blocking("absence.letter-missing", "letter"));
        }
        if (it.letter().length() > LETTER) {
            findings.add(Finding.blocking("absence.letter-long", "letter", LETTER));
        }
        if (from != null && until != null) {
            checkDays(from, until, own, deputys, today, findings);
        }
        return findings;
    }

    private static void checkDays(
            LocalDate from,
            LocalDate until,
            List<Absence> own,
            List<Absence> deputys,
            LocalDate today,
            List<Finding> findings) {
        if (until.isBefore(from)) {
            findings.add(Finding.blocking("absence.until-before", "until"));
            return;
        }
        if (until.isBefore(today)) {
            findings.add(Finding.blocking("absence.over", "until"));
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(until)) {
            findings.add(Finding.blocking("absence.too-long", "until"));
        }
        if (own.stream().anyMatch(other -> other.overlaps(from, until))) {
            findings.add(Finding.blocking("absence.overlaps", "from"));
        }
        if (deputys.stream().anyMatch(other -> other.overlaps(from, until))) {
            findings.add(Finding.blocking("absence.deputy-absent", "deputy"));
        }
    }
}
