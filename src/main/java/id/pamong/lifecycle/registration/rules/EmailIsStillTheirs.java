package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The official e-mail of the dossier is still the one that the applicant proved to read. */
@Component
final class EmailIsStillTheirs implements Rule<VerificationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.email-current");
    }

    @Override
    public List<Finding> check(VerificationCase it) {
        return it.emailCurrent()
                ? List.of()
                : List.of(Finding.blocking("registration.email-changed", "officialEmail"));
    }

    @Override
    public VerificationCase goodExample() {
        return VerificationCase.example();
    }

    @Override
    public VerificationCase badExample() {
        return VerificationCase.example().with(true, false);
    }
}
