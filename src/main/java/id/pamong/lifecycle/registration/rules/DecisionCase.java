package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.office.organization.PersonId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A decision about to be taken, as the rules see it.
 *
 * @param givers who recommended or introduced the applicant
 * @param keyers who keyed the application from paper or marked its papers as true copies
 * @param outcomes the answers that the regulation knows
 * @param blockingEvidence how many findings of the automatic checks stand against approval
 */
public record DecisionCase(
        PersonId officer,
        PersonId applicant,
        Set<PersonId> givers,
        Set<PersonId> keyers,
        Map<CheckGroup, CheckAnswer> answers,
        DecisionDraft draft,
        Set<DecisionDraft.Outcome> outcomes,
        int blockingEvidence) {
    public DecisionCase {
        givers = Set.copyOf(givers);
        keyers = Set.copyOf(keyers);
        answers = Map.copyOf(answers);
        outcomes = Set.copyOf(outcomes);
    }

    CheckAnswer answer(CheckGroup group) {
        return answers.getOrDefault(group, CheckAnswer.OPEN);
    }

    /** The example that the rules vary: an approval with nothing against it. */
    static DecisionCase example() {
        return new DecisionCase(
                new PersonId(new UUID(0, 1)),
                new PersonId(new UUID(0, 2)),
                Set.of(new PersonId(new UUID(0, 3))),
                Set.of(new PersonId(new UUID(0, 4))),
                Arrays.stream(CheckGroup.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        group -> new CheckAnswer(CheckResult.OK, ""))),
                new DecisionDraft(DecisionDraft.Outcome.APPROVED, List.of()),
                Set.of(DecisionDraft.Outcome.values()),
                0);
    }

    DecisionCase with(CheckGroup group, CheckAnswer answer) {
        Map<CheckGroup, CheckAnswer> others = new HashMap<>(answers);
        others.put(group, answer);
        return new DecisionCase(
                officer, applicant, givers, keyers, others, draft, outcomes, blockingEvidence);
    }

    DecisionCase deciding(DecisionDraft other) {
        return new DecisionCase(
                officer, applicant, givers, keyers, answers, other, outcomes, blockingEvidence);
    }

    DecisionCase by(PersonId other) {
        return new DecisionCase(
                other, applicant, givers, keyers, answers, draft, outcomes, blockingEvidence);
    }
}
