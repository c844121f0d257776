package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cover letter of the head of the agency is in the dossier. */
@Component
final class CoverLetterGiven implements Rule<ApplicationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.cover-letter");
    }

    @Override
    public List<Finding> check(ApplicationCase application) {
        return application.coverLetter().isPresent() || !application.asksFor("COVER_LETTER")
                ? List.of()
                : List.of(Finding.blocking("enrollment.cover-letter-missing", "COVER_LETTER"));
    }

    @Override
    public ApplicationCase goodExample() {
        return ApplicationCase.example();
    }

    @Override
    public ApplicationCase badExample() {
        return ApplicationCase.example()
                .withLetters(ApplicationCase.example().recommendation(), Optional.empty());
    }
}
