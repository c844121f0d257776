package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: one plain mailbox, without plus part, quotes or letters outside ASCII. */
@Component
final class EmailIsWellFormed implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.email-form");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        if (claim.email().isEmpty()) {
            return claim.emailRequired()
                    ? List.of(Finding.blocking("email.missing", "officialEmail"))
                    : List.of();
        }
        return switch (OfficialEmail.read(claim.email())) {
            case OfficialEmail.Address address -> List.of();
            case OfficialEmail.Malformed malformed ->
                    List.of(Finding.blocking(malformed.code(), "officialEmail"));
        };
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withEmail("siti+x@madiunkota.go.id");
    }
}
