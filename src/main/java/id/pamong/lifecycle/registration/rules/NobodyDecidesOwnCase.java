package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody decides their own application, nor one that they recommended or introduced. */
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
        return it.givers().contains(it.officer())
                ? List.of(Finding.blocking("registration.own-letter", null))
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
