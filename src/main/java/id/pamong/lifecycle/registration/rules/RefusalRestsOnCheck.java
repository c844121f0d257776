package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.DecisionDraft.DraftReason;
import id.pamong.lifecycle.registration.DecisionDraft.Outcome;
import id.pamong.lifecycle.registration.ReasonCode;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A refusal rests on a check that found something incomplete or not right. */
@Component
final class RefusalRestsOnCheck implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.refusal-rests-on-check");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        boolean refuses = it.draft().outcome() != null && it.draft().outcome().needsReasons();
        boolean found =
                it.answers().values().stream()
                        .anyMatch(answer -> answer.result() == CheckResult.NOT_OK);
        return refuses && !found
                ? List.of(Finding.blocking("registration.refusal-against-checks", "outcome"))
                : List.of();
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example()
                .deciding(
                        new DecisionDraft(
                                Outcome.RETURNED,
                                List.of(
                                        new DraftReason(
                                                ReasonCode.OTHER, "Berkas belum lengkap."))));
    }
}
