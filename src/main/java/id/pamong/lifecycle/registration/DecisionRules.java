package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.counter.CounterFiles;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.registration.rules.DecisionCase;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import id.pamong.office.regulation.RuleResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs every rule on a decision, by the regulation the case began under. */
@Component
class DecisionRules {
    private final Regulations regulations;
    private final CounterFiles counter;
    private final List<Rule<DecisionCase>> rules;

    DecisionRules(Regulations regulations, CounterFiles counter, List<Rule<DecisionCase>> rules) {
        this.regulations = regulations;
        this.counter = counter;
        this.rules = List.copyOf(rules);
    }

    /** Everything that stands against the decision; empty when it may be taken. */
    List<Finding> check(
            LocalGovernmentId government,
            PersonId officer,
            Dossier dossier,
            Map<CheckGroup, CheckAnswer> answers,
            DecisionDraft draft,
            List<RuleResult> evidence) {
        int blocking = (int) evidence.stream().filter(result -> !result.isKept()).count();
        RegulationProfile profile = regulations.byHash(dossier.regulationHash());
        return RuleBook.run(
                profile,
                rules,
                new DecisionCase(
                        officer,
                        dossier.applicant().person(),
                        givers(dossier),
                        keyers(government, dossier),
                        answers,
                        draft,
                        DecisionDraft.Outcome.knownTo(profile),
                        blocking));
    }

    /** Whose hands were on it at the counter, as far as the setting bars them (four eyes). */
    private Set<PersonId> keyers(LocalGovernmentId government, Dossier dossier) {
        boolean receiversToo =
                regulations
                        .byHash(dossier.regulationHash())
                        .setting("counter.fourEyes")
                        .text()
                        .equals("RECEIVED");
        return counter.hands(government, dossier.id(), receiversToo);
    }

    /** Whether the officer is too near to the case to decide it, whatever it holds. */
    boolean bars(LocalGovernmentId government, Dossier dossier, PersonId officer) {
        return givers(dossier).contains(officer) || keyers(government, dossier).contains(officer);
    }

    /** Who recommended or introduced the applicant. */
    static Set<PersonId> givers(Dossier dossier) {
        return dossier.endorsements().stream()
                .map(Endorsement::giver)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
