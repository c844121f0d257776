package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who wrote the cover letter headed the applicant's agency on its date. */
@Component
final class CoverLetterByAgencyHead implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.cover-letter-by-agency-head");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application
                .coverLetter()
                .map(letter ->
                        Givers.judge(letter, "enrollment.cover-letter-giver", "COVER_LETTER"))
                .orElse(List.of());
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .withLetters(
                        ApplicationCase.example().recommendation(),
                        ApplicationCase.example()
                                .letterBy(
                                        ApplicationCase.someoneElse(), LocalDate.of(2026, 11, 20)));
    }
}
