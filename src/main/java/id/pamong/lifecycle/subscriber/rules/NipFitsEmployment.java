package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: civil servants give a number of eighteen digits, others give none. */
@Component
final class NipFitsEmployment implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nip-by-class");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        if (!claim.employmentClass().hasNip()) {
            return claim.nip().isEmpty()
                    ? List.of()
                    : List.of(Finding.blocking("nip.unexpected", "nip"));
        }
        return Nip.read(claim.nip()).isPresent()
                ? List.of()
                : List.of(Finding.blocking("nip.digits", "nip"));
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNip(EmploymentClass.PNS, "19850312 2010");
    }
}
