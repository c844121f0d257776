package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The applicant has a sign-in with a second factor before approval, so that nobody else can enrol
 * one after it.
 */
@Component
final class MeansAreEnrolled implements Rule<VerificationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.means-enrolled");
    }

    @Override
    public List<Finding> check(VerificationCase it) {
        return it.meansEnrolled()
                ? List.of()
                : List.of(Finding.blocking("registration.means-not-enrolled", null));
    }

    @Override
    public VerificationCase goodExample() {
        return VerificationCase.example();
    }

    @Override
    public VerificationCase badExample() {
        return VerificationCase.example().with(false, true);
    }
}
