package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.DecisionDraft.Outcome;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Only an application that meets every condition is approved. */
@Component
final class ApprovalFitsChecks implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.approval-fits-checks");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        if (it.draft().outcome() != Outcome.APPROVED) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (it.answers().values().stream()
                .anyMatch(answer -> answer.result() == CheckResult.NOT_OK)) {
            findings.add(Finding.blocking("registration.approval-against-check", "outcome"));
        }
        if (it.blockingEvidence() > 0) {
            findings.add(
                    Finding.blocking(
                            "registration.approval-against-evidence",
                            "outcome",
                            it.blockingEvidence()));
        }
        return List.copyOf(findings);
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example()
                .with(CheckGroup.IDENTITY, new CheckAnswer(CheckResult.NOT_OK, "x"));
    }
}
