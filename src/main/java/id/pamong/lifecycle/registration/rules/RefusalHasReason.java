package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.DecisionDraft.Outcome;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Returning and rejecting need reasons, each with a sentence. */
@Component
final class RefusalHasReason implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.refusal-has-reason");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        if (it.draft().outcome() == null || !it.draft().outcome().needsReasons()) {
            return List.of();
        }
        if (it.draft().reasons().isEmpty()) {
            return List.of(Finding.blocking("registration.no-reason", "reason"));
        }
        return it.draft().reasons().stream()
                .filter(reason -> !reason.isComplete())
                .map(reason ->
                        Finding.blocking("registration.reason-short", "text." + reason.code()))
                .toList();
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example().deciding(new DecisionDraft(Outcome.REJECTED, List.of()));
    }
}
