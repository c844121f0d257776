package id.pamong.lifecycle.enrollment.rules;

import id.pamong.authority.gateway.SubjectName;
import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A post, an authority or an organisation is named as a certificate can hold it (RFC 5280: at most
 * 64 characters, no number of a person).
 */
@Component
final class PositionIsNamed implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.position-named");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .filter(claim -> !SubjectName.isFit(claim.name()))
                .map(claim ->
                        List.of(
                                Finding.blocking(
                                        "enrollment.position-name",
                                        "positionName",
                                        SubjectName.LONGEST)))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.POST);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.POST)
                .with(PositionClaim.empty(PositionKind.POST));
    }
}
