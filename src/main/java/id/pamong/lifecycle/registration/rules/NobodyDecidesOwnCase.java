package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Nobody decides their own application, nor one that they recommended, introduced, keyed from paper
 * or marked as a true copy.
 */
@Component
final class NobodyDecidesOwnCase implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.nobody-decides-own-case");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        if (it.officer().equals(it.applicant())) {
            return List.of(Finding.blocking("registration.own-case", null));
        }
        if (it.givers().contains(it.officer())) {
            return List.of(Finding.blocking("registration.own-letter", null));
        }
        return it.keyers().contains(it.officer())
                ? List.of(Finding.blocking("registration.own-keying", null))
                : List.of();
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example().by(DecisionCase.example().applicant());
    }
}
