package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The post in the decree is the post applied for, acting or definitive alike. */
@Component
final class DecreeNamesPost implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.decree-names-post");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .filter(claim -> claim.kind() == PositionKind.POST)
                .filter(claim -> !claim.name().isBlank() && !claim.decreePost().isBlank())
                .filter(claim -> !ParticularsCase.isSame(claim.name(), claim.decreePost()))
                .map(claim ->
                        List.of(
                                Finding.blocking(
                                        "enrollment.decree-other-post",
                                        "decreePost",
                                        claim.decreePost(),
                                        claim.name())))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.POST);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.POST)
                .with(
                        new PositionClaim(
                                PositionKind.POST,
                                "Kepala Dinas Kesehatan",
                                "821/12/2026",
                                ParticularsCase.day(),
                                "Plt. Kepala Dinas Kesehatan",
                                ParticularsCase.day(),
                                null,
                                "800/3/2026",
                                ParticularsCase.day(),
                                "Kepala Dinas Kesehatan",
                                null));
    }
}
