package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** An authority is the one that the letter of designation names. */
@Component
final class DesignationNamesAuthority implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.designation-names-authority");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .filter(claim -> claim.kind() == PositionKind.AUTHORITY)
                .filter(claim -> !claim.name().isBlank() && !claim.designationFor().isBlank())
                .filter(claim -> !ParticularsCase.isSame(claim.name(), claim.designationFor()))
                .map(claim ->
                        List.of(
                                Finding.blocking(
                                        "enrollment.designation-other",
                                        "designationFor",
                                        claim.designationFor(),
                                        claim.name())))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.AUTHORITY);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.AUTHORITY)
                .with(
                        new PositionClaim(
                                PositionKind.AUTHORITY,
                                "Pejabat Pembuat Komitmen",
                                "821/12/2026",
                                ParticularsCase.day(),
                                "Sekretaris",
                                ParticularsCase.day(),
                                null,
                                "800/3/2026",
                                ParticularsCase.day(),
                                "Bendahara Pengeluaran",
                                null));
    }
}
