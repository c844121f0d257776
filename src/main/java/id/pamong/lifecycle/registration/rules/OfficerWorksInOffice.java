package id.pamong.lifecycle.registration.rules;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An officer works in the office that is the registration authority. */
@Component
final class OfficerWorksInOffice implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.officer-of-office");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        return it.agency().equals(it.raOffice())
                ? List.of()
                : List.of(Finding.blocking("registration.officer-of-other-office", null));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().in(new AgencyId(new UUID(0, 9)));
    }
}
