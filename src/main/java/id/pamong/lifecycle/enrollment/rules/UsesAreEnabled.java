package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** At least one use is wanted, and only those that the regulation names. */
@Component
final class UsesAreEnabled implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.uses");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        if (application.uses().isEmpty()) {
            return List.of(Finding.blocking("enrollment.use-missing", "uses"));
        }
        boolean all =
                application.uses().stream()
                        .map(IntendedUse::settingCode)
                        .allMatch(application.enabledUses()::contains);
        return all ? List.of() : List.of(Finding.blocking("enrollment.use-not-enabled", "uses"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .wanting(Set.of(IntendedUse.TLS_CLIENT), Set.of(Duty.LETTER));
    }
}
