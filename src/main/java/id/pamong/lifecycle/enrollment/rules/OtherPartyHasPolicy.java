package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.subscriber.RaPolicy;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Another party applies only under a policy of the registration authority that is in force. */
@Component
final class OtherPartyHasPolicy implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.other-policy");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        if (application.sponsorship().isEmpty()) {
            return List.of();
        }
        if (application.policy().isEmpty()) {
            return List.of(Finding.blocking("enrollment.other-policy-missing", "policy"));
        }
        RaPolicy policy = application.policy().get();
        return policy.isInForceOn(application.on())
                ? List.of()
                : List.of(
                        Finding.blocking(
                                "enrollment.other-policy-not-in-force", "policy", policy.number()));
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofOtherParty();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofOtherParty().on(LocalDate.of(2028, 1, 3));
    }
}
