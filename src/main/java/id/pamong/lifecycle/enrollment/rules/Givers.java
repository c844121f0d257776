package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.rules.ApplicationCase.GivenLetter;
import id.pamong.lifecycle.enrollment.rules.ApplicationCase.Registered;
import id.pamong.office.regulation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of the giver and the date of a letter, whichever letter it is. */
final class Givers {
    private Givers() {}

    private static final Pattern ACTING = Pattern.compile("^(plt|plh|pj|a\\.? ?n)[. ].*");

    /**
     * Blocks a known giver without the right on the letter's date; leaves to the officer what
     * nobody here knows, and a title that the register words otherwise.
     */
    static List<Finding> judge(GivenLetter letter, String code, String field) {
        Registered register = letter.register();
        if (letter.giver() == null) {
            return List.of(
                    register.vacantPost().isEmpty()
                            ? Finding.soft(code + "-unknown", field)
                            : Finding.soft(
                                    "enrollment.letter-post-vacant",
                                    field,
                                    register.vacantPost(),
                                    letter.datedOn()));
        }
        if (letter.giver().equals(letter.expected())) {
            return differs(register.writtenTitle(), register.title())
                    ? List.of(
                            Finding.soft(
                                    "enrollment.letter-title-differs",
                                    field,
                                    register.writtenTitle(),
                                    register.title()))
                    : List.of();
        }
        if (letter.expected() == null) {
            return List.of(
                    register.vacantPost().isEmpty()
                            ? Finding.soft(code + "-unknown", field)
                            : Finding.soft(
                                    "enrollment.letter-post-vacant",
                                    field,
                                    register.vacantPost(),
                                    letter.datedOn()));
        }
        return List.of(
                register.otherPost().isEmpty() || register.otherFrom() == null
                        ? Finding.blocking(code, field, letter.expectedName())
                        : Finding.blocking(
                                "enrollment.letter-giver-not-then",
                                field,
                                register.otherPost(),
                                register.otherFrom(),
                                register.otherUntil() == null ? "…" : register.otherUntil(),
                                letter.datedOn(),
                                letter.expectedName()));
    }

    /** Whether one claims to act, or to sign in another's name, and the other does not. */
    private static boolean differs(String written, String registered) {
        return !written.isBlank()
                && !registered.isBlank()
                && !prefix(written).equals(prefix(registered));
    }

    private static String prefix(String title) {
        Matcher acting = ACTING.matcher(title.strip().toLowerCase(Locale.ROOT));
        return acting.matches() ? acting.group(1).replaceAll("[. ]", "") : "";
    }

    static void judgeDate(GivenLetter letter, LocalDate on, String field, List<Finding> findings) {
        if (letter.datedOn().isAfter(on)) {
            findings.add(Finding.blocking("enrollment.letter-in-future", field));
        } else if (letter.datedOn().isBefore(on.minusMonths(6))) {
            findings.add(Finding.soft("enrollment.letter-old", field));
        }
    }
}
