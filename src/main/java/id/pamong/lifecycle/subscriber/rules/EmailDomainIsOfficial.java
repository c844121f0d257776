package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hard: the host is an official domain or below one; looking alike does not count. A village's
 * domain ({@code desa.id}) is for those who are no employees only.
 */
@Component
final class EmailDomainIsOfficial implements Rule<IdentityClaim> {
    private static final List<String> VILLAGES = List.of("desa.id");

    @Override
    public RuleId id() {
        return RuleId.of("subscriber.email-domain");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return switch (OfficialEmail.read(claim.email())) {
            case OfficialEmail.Address address -> {
                if (!address.isBelow(claim.domains())) {
                    yield List.of(
                            Finding.blocking(
                                    "email.domain",
                                    "officialEmail",
                                    address.domain(),
                                    String.join(", ", claim.domains())));
                }
                yield address.isBelow(VILLAGES) && claim.employmentClass() != EmploymentClass.OTHER
                        ? List.of(
                                Finding.blocking(
                                        "email.village", "officialEmail", address.domain()))
                        : List.of();
            }
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
