package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The office acts only under an agreement with the CA that is in force. */
@Component
final class AgreementIsInForce implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.ca-agreement");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        return it.agreement()
                ? List.of()
                : List.of(Finding.blocking("registration.no-agreement", null));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().with(true, true, false);
    }
}
