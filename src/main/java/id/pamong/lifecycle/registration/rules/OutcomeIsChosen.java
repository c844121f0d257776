package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A decision is one of the three answers. */
@Component
final class OutcomeIsChosen implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.outcome-chosen");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        DecisionDraft.Outcome outcome = it.draft().outcome();
        if (outcome == null) {
            return List.of(Finding.blocking("registration.no-outcome", "outcome"));
        }
        return it.outcomes().contains(outcome)
                ? List.of()
                : List.of(Finding.blocking("registration.outcome-unknown", "outcome"));
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example().deciding(DecisionDraft.EMPTY);
    }
}
