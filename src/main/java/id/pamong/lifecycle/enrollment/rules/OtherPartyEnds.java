package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Another party's use has a last day, which lies ahead and within the policy. */
@Component
final class OtherPartyEnds implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.other-until");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .sponsorship()
                .map(claim -> judged(application, claim.until()))
                .orElse(List.of());
    }

    private static List<Finding> judged(ParticularsCase application, @Nullable LocalDate until) {
        if (until == null || until.isBefore(application.on())) {
            return List.of(Finding.blocking("enrollment.other-until", "sponsoredUntil"));
        }
        return application
                .policy()
                .filter(policy -> !policy.isInForceOn(until))
                .map(policy ->
                        List.of(
                                Finding.blocking(
                                        "enrollment.other-until-policy",
                                        "sponsoredUntil",
                                        policy.number())))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofOtherParty();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofOtherParty().on(LocalDate.of(2027, 8, 3));
    }
}
