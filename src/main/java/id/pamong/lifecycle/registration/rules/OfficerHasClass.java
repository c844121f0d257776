package id.pamong.lifecycle.registration.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer is of a class that the regulation names: PNS in Madiun, ASN in Cianjur. */
@Component
final class OfficerHasClass implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.officer-class");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        return it.allowedClasses().contains(it.employmentClass().name())
                ? List.of()
                : List.of(
                        Finding.blocking(
                                "registration.officer-class",
                                null,
                                String.join(", ", it.allowedClasses().stream().sorted().toList())));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().of(EmploymentClass.PPPK);
    }
}
