package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** All four check groups are answered before anything is decided. */
@Component
final class AllChecksAnswered implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.all-checks-answered");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        return Arrays.stream(CheckGroup.values())
                .filter(group -> !it.answer(group).isAnswered())
                .map(group -> Finding.blocking("registration.check-open", "result." + group))
                .toList();
    }

    @Override
    public DecisionCase goodExample() {
        return DecisionCase.example();
    }

    @Override
    public DecisionCase badExample() {
        return DecisionCase.example().with(CheckGroup.IDENTITY, CheckAnswer.OPEN);
    }
}
