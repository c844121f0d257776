package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A certificate of a system is for one in the register that is in service. */
@Component
final class SystemIsRegistered implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.system-registered");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        if (application.system().isEmpty()) {
            return List.of();
        }
        if (application.registered().isEmpty()) {
            return List.of(Finding.blocking("enrollment.system-missing", "system"));
        }
        return application.registered().get().isInServiceOn(application.on())
                ? List.of()
                : List.of(Finding.blocking("enrollment.system-retired", "system"));
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .withSystem(
                        ParticularsCase.clinic(
                                ParticularsCase.someoneElse(), ParticularsCase.day().minusDays(1)));
    }
}
