package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A scan of the e-KTP is in the dossier. */
@Component
final class IdentityCardGiven implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.identity-card");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.identityCardGiven() || !application.asksFor("IDENTITY_CARD")
                ? List.of()
                : List.of(Finding.blocking("enrollment.identity-card-missing", "IDENTITY_CARD"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().with(false, true);
    }
}
