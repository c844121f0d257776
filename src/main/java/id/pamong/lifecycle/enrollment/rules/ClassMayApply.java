package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Only the classes that the regulation names apply; civil servants of another kind wait for the
 * answer to the open question.
 */
@Component
final class ClassMayApply implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.class-allowed");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        boolean named =
                application
                        .allowedClasses()
                        .contains(ApplicationCase.nameInSettings(application.employmentClass()));
        return named || application.dependsOnAnswer()
                ? List.of()
                : List.of(Finding.blocking("enrollment.class-not-allowed", "applicant"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example().of(EmploymentClass.OTHER, "ASN");
    }
}
