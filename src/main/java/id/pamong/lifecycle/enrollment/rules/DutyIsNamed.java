package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A certificate is for official duty: at least one duty is named, and another one is explained. */
@Component
final class DutyIsNamed implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.duty");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        if (application.duties().isEmpty()) {
            return List.of(Finding.blocking("enrollment.duty-missing", "duties"));
        }
        return application.duties().contains(Duty.OTHER) && application.purpose().length() < 10
                ? List.of(Finding.blocking("enrollment.purpose-missing", "purpose"))
                : List.of();
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().wanting(Set.of(IntendedUse.DIGITAL_SIGNATURE), Set.of());
    }
}
