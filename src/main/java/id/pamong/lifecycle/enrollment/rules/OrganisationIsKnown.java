package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A seal is for the local government or one of its agencies, by its registered name. */
@Component
final class OrganisationIsKnown implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.organisation-known");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .filter(claim -> claim.kind() == PositionKind.ORGANISATION)
                .filter(claim -> !claim.name().isBlank())
                .filter(claim ->
                        application.organisations().stream()
                                .noneMatch(known -> ParticularsCase.isSame(known, claim.name())))
                .map(claim ->
                        List.of(
                                Finding.blocking(
                                        "enrollment.organisation-unknown", "positionName")))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.ORGANISATION);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.ORGANISATION)
                .with(
                        new PositionClaim(
                                PositionKind.ORGANISATION,
                                "Dinas Yang Tidak Ada",
                                "821/12/2026",
                                ParticularsCase.day(),
                                "Sekretaris",
                                ParticularsCase.day(),
                                null,
                                "800/3/2026",
                                ParticularsCase.day(),
                                "Segel",
                                null));
    }
}
