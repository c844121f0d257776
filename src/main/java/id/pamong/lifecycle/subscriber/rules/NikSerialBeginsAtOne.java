package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: the serial number at the end of a NIK begins at 0001. */
@Component
final class NikSerialBeginsAtOne implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-serial");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik())
                .filter(nik -> nik.serial() == 0)
                .map(nik -> List.of(Finding.blocking("nik.serial", "nik")))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("3577015203850000");
    }
}
