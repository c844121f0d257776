package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The office acts as registration authority only under an appointment in force. */
@Component
final class OfficeIsAppointed implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.office-appointed");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        return it.officeAppointed()
                ? List.of()
                : List.of(Finding.blocking("registration.office-not-appointed", null));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().with(true, false, true);
    }
}
