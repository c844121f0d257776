package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The official address was proved by a code; the address itself is judged by the rules on e-mail.
 */
@Component
final class EmailIsProved implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.email-proved");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.emailConfirmed() || !application.emailGiven()
                ? List.of()
                : List.of(Finding.blocking("enrollment.email-not-proved", "officialEmail"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().withEmail(true, false, false);
    }
}
