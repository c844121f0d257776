package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer holds an officer's certificate that is usable now; with it the role ends. */
@Component
final class OfficerIsCertified implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.officer-certificate");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        return it.certified()
                ? List.of()
                : List.of(Finding.blocking("registration.officer-not-certified", null));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().with(false, true, true);
    }
}
