package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: a NIK is sixteen digits. */
@Component
final class NikHasSixteenDigits implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-digits");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik()).isPresent()
                ? List.of()
                : List.of(Finding.blocking("nik.digits", "nik"));
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("357701520385000");
    }
}
