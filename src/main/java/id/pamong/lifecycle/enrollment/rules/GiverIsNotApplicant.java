package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody recommends or introduces themselves. */
@Component
final class GiverIsNotApplicant implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.giver-is-not-applicant");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        List<Finding> findings = new ArrayList<>();
        application
                .recommendation()
                .filter(letter -> application.applicant().equals(letter.giver()))
                .ifPresent(letter ->
                        findings.add(
                                Finding.blocking(
                                        "enrollment.giver-is-applicant", "RECOMMENDATION")));
        application
                .coverLetter()
                .filter(letter -> application.applicant().equals(letter.giver()))
                .ifPresent(letter ->
                        findings.add(
                                Finding.blocking("enrollment.giver-is-applicant", "COVER_LETTER")));
        return findings;
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .withLetters(
                        ApplicationCase.example()
                                .letterBy(
                                        ApplicationCase.example().applicant(),
                                        LocalDate.of(2026, 11, 20)),
                        ApplicationCase.example().coverLetter());
    }
}
