package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever applies for a system answers for it on that day. */
@Component
final class SystemIsAnsweredFor implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.system-responsible");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application.system().isEmpty()
                        || application.registered().isEmpty()
                        || application.registered().get().isAnsweredForBy(application.applicant())
                ? List.of()
                : List.of(Finding.blocking("enrollment.system-not-yours", "system"));
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .withSystem(ParticularsCase.clinic(ParticularsCase.someoneElse(), null));
    }
}
