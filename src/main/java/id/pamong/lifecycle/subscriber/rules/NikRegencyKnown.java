package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Soft: regions were split and renumbered since, so an unknown regency is only doubtful. */
@Component
final class NikRegencyKnown implements Rule<IdentityClaim> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.nik-regency");
    }

    @Override
    public List<Finding> check(IdentityClaim claim) {
        return Nik.read(claim.nik())
                .filter(nik ->
                        RegionCodes.hasProvince(nik.province())
                                && !RegionCodes.hasRegency(nik.province(), nik.regency()))
                .map(nik ->
                        List.of(
                                Finding.soft(
                                        "nik.regency",
                                        "nik",
                                        nik.province() + "." + nik.regency())))
                .orElse(List.of());
    }

    @Override
    public IdentityClaim goodExample() {
        return IdentityClaim.example();
    }

    @Override
    public IdentityClaim badExample() {
        return IdentityClaim.example().withNik("3599015203850001");
    }
}
