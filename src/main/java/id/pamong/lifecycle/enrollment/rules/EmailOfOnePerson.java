package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** One address is for one person. */
@Component
final class EmailOfOnePerson implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.email-one-person");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.emailOfAnother()
                ? List.of(Finding.blocking("email.taken", "officialEmail"))
                : List.of();
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().withEmail(true, true, true);
    }
}
