package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** An answer other than OK says why in a note; an application and an identity always apply. */
@Component
final class NotesAreGiven implements Rule<DecisionCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.check-notes");
    }

    @Override
    public List<Finding> check(DecisionCase it) {
        List<Finding> findings = new ArrayList<>();
        for (CheckGroup group : CheckGroup.values()) {
            CheckAnswer answer = it.answer(group);
            if (answer.note().length() > CheckAnswer.LONGEST_NOTE) {
                findings.add(
                        Finding.blocking(
                                "registration.note-too-long",
                                "note." + group,
                                CheckAnswer.LONGEST_NOTE));
            }
            if (answer.result() == CheckResult.NOT_APPLICABLE && !group.mayNotApply()) {
                findings.add(Finding.blocking("registration.check-applies", "result." + group));
            } else if (answer.isAnswered()
                    && answer.result() != CheckResult.OK
                    && answer.note().isBlank()) {
                findings.add(Finding.blocking("registration.note-missing", "note." + group));
            }
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
                .with(CheckGroup.IDENTITY, new CheckAnswer(CheckResult.NOT_OK, ""));
    }
}
