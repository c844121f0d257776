package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Agency, post and class in the dossier are those of today; a transfer on the way is shown to the
 * officer.
 */
@Component
final class FactsAreCurrent implements Rule<VerificationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.facts-current");
    }

    @Override
    public List<Finding> check(VerificationCase it) {
        return it.changedFacts().isEmpty()
                ? List.of()
                : List.of(
                        Finding.soft(
                                "registration.facts-changed",
                                null,
                                String.join("; ", it.changedFacts())));
    }

    @Override
    public VerificationCase goodExample() {
        return VerificationCase.example();
    }

    @Override
    public VerificationCase badExample() {
        return VerificationCase.example().changed(List.of("Dinas Pendidikan"));
    }
}
