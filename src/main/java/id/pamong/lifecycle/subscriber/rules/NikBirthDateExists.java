package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: the birth date in a NIK exists, with 40 added to the day for women. */
@Component
final class NikBirthDateExists implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-birth-date");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik())
                .filter(nik -> nik.birthDate(claim.on(), claim.oldest()).isEmpty())
                .map(nik -> List.of(Finding.blocking("nik.birth-date", "nik")))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("3577013002850001");
    }
}
