package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.rules.ApplicationCase.GivenLetter;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;

/** What is asked of the giver and the date of a letter, whichever letter it is. */
final class Givers {
    private Givers() {}

    /** Blocks a known giver without the right; leaves to the officer what nobody here knows. */
    static List<Finding> judge(GivenLetter letter, String code, String field) {
        if (letter.expected() == null || letter.giver() == null) {
            return List.of(Finding.soft(code + "-unknown", field));
        }
        return letter.giver().equals(letter.expected())
                ? List.of()
                : List.of(Finding.blocking(code, field, letter.expectedName()));
    }

    static void judgeDate(GivenLetter letter, LocalDate on, String field, List<Finding> findings) {
        if (letter.datedOn().isAfter(on)) {
            findings.add(Finding.blocking("enrollment.letter-in-future", field));
        } else if (letter.datedOn().isBefore(on.minusMonths(6))) {
            findings.add(Finding.soft("enrollment.letter-old", field));
        }
    }
}
