package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Another certificate of the same type on the way or in hand is shown to the officer. */
@Component
final class NoCertificateYet implements Rule<VerificationCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.no-earlier-certificate");
    }

    @Override
    public List<Finding> check(VerificationCase it) {
        return it.earlierNumbers().isEmpty()
                ? List.of()
                : List.of(
                        Finding.soft(
                                "registration.earlier-application",
                                null,
                                String.join(", ", it.earlierNumbers())));
    }

    @Override
    public VerificationCase goodExample() {
        return VerificationCase.example();
    }

    @Override
    public VerificationCase badExample() {
        return VerificationCase.example().after(List.of("PMH/0001/2026"));
    }
}
