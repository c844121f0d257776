package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The superior's recommendation is in the dossier. */
@Component
final class RecommendationGiven implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.recommendation");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.recommendation().isPresent() || !application.asksFor("RECOMMENDATION")
                ? List.of()
                : List.of(Finding.blocking("enrollment.recommendation-missing", "RECOMMENDATION"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .withLetters(Optional.empty(), ApplicationCase.example().coverLetter());
    }
}
