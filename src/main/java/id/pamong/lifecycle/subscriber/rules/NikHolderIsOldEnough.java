package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Soft: the e-KTP is held from a certain age on. */
@Component
final class NikHolderIsOldEnough implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-age");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik())
                .flatMap(nik -> nik.birthDate(claim.on(), claim.oldest()))
                .filter(born -> born.plusYears(claim.youngest()).isAfter(claim.on()))
                .map(born -> List.of(Finding.soft("nik.age", "nik", claim.youngest())))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("3577015203150001");
    }
}
