package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The agency that answers for another party is the one that the person works for, whose head gives
 * the cover letter.
 */
@Component
final class OtherPartyHasSponsor implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.other-sponsor");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .sponsorship()
                .map(claim ->
                        claim.sponsor() == null
                                ? List.of(
                                        Finding.blocking(
                                                "enrollment.other-sponsor-missing", "sponsor"))
                                : claim.sponsor().equals(application.agency())
                                        ? List.<Finding>of()
                                        : List.of(
                                                Finding.blocking(
                                                        "enrollment.other-sponsor-elsewhere",
                                                        "sponsor")))
                .orElse(List.of());
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofOtherParty();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofOtherParty()
                .with(
                        new Particulars(
                                null, null, new Particulars.Sponsorship(null, "", null, "", null)));
    }
}
