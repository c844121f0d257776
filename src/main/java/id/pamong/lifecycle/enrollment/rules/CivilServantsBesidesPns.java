package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A PPPK is accepted with a note until the legal office answers whether the regulation means PNS or
 * all civil servants; refused when the answer is PNS only.
 */
@Component
final class CivilServantsBesidesPns implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.asn-scope");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        if (!application.dependsOnAnswer()) {
            return List.of();
        }
        return switch (application.asnScope()) {
            case "ASN" -> List.of();
            case "PNS_ONLY" -> List.of(Finding.blocking("enrollment.pns-only", "applicant"));
            default -> List.of(Finding.soft("enrollment.asn-unanswered", "applicant"));
        };
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example().of(EmploymentClass.PPPK, "ASN");
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().of(EmploymentClass.PPPK, "PNS_ONLY");
    }
}
