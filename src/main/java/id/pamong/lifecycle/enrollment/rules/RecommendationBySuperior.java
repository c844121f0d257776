package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who recommends was the superior on the letter's date; on a scan a name that is not known here is
 * for the officer to judge.
 */
@Component
final class RecommendationBySuperior implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.recommendation-by-superior");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application
                .recommendation()
                .map(letter ->
                        Givers.judge(letter, "enrollment.recommendation-giver", "RECOMMENDATION"))
                .orElse(List.of());
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
                                        ApplicationCase.someoneElse(), LocalDate.of(2026, 11, 20)),
                        ApplicationCase.example().coverLetter());
    }
}
