package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hard: a NIK begins with the code of a province. */
@Component
final class NikProvinceExists implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-province");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik())
                .filter(nik -> !RegionCodes.hasProvince(nik.province()))
                .map(nik -> List.of(Finding.blocking("nik.province", "nik", nik.province())))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("9977015203850001");
    }
}
