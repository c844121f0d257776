package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: the host is an official domain or below one; looking alike does not count. */
@Component
final class EmailDomainIsOfficial implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.email-domain");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return switch (OfficialEmail.read(claim.email())) {
            case OfficialEmail.Address address ->
                    address.isBelow(claim.domains())
                            ? List.of()
                            : List.of(
                                    Finding.blocking(
                                            "email.domain",
                                            "officialEmail",
                                            address.domain(),
                                            String.join(", ", claim.domains())));
            case OfficialEmail.Malformed malformed -> List.of();
        };
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withEmail("siti@evilmadiunkota.go.id");
    }
}
