package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A letter is not dated in the future; one of more than half a year ago is for the officer to
 * judge.
 */
@Component
final class LetterDatesPossible implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.letter-dates");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        List<Finding> findings = new ArrayList<>();
        application
                .recommendation()
                .ifPresent(letter ->
                        Givers.judgeDate(letter, application.on(), "RECOMMENDATION", findings));
        application
                .coverLetter()
                .ifPresent(letter ->
                        Givers.judgeDate(letter, application.on(), "COVER_LETTER", findings));
        return findings;
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .withLetters(
                        ApplicationCase.example()
                                .letterBy(
                                        ApplicationCase.someoneElse(), LocalDate.of(2026, 11, 22)),
                        ApplicationCase.example().coverLetter());
    }
}
