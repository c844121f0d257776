package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The applicant declares at each submission that everything is true. */
@Component
final class TruthIsDeclared implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.truth");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.declared()
                ? List.of()
                : List.of(Finding.blocking("enrollment.not-declared", "declared"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().with(true, false);
    }
}
