package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The letter that designates the authority is there, with number, date and what it empowers to. */
@Component
final class DesignationGiven implements Rule<ParticularsCase> {
    private static final int NUMBER = 100;
    private static final int POST = 200;

    @Override
    public RuleId id() {
        return RuleId.of("enrollment.designation");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application.position().map(claim -> missing(application, claim)).orElse(List.of());
    }

    private static List<Finding> missing(ParticularsCase application, PositionClaim claim) {
        List<Finding> findings = new ArrayList<>();
        if (!application.designationGiven()) {
            findings.add(
                    Finding.blocking(
                            "enrollment.designation-missing", DossierPaper.AUTHORITY_DESIGNATION));
        }
        if (claim.designationNumber().isBlank() || claim.designationNumber().length() > NUMBER) {
            findings.add(
                    Finding.blocking("enrollment.designation-number", "designationNumber", NUMBER));
        }
        LocalDate dated = claim.designationOn();
        if (dated == null || dated.isAfter(application.on())) {
            findings.add(Finding.blocking("enrollment.designation-date", "designationOn"));
        }
        if (claim.designationFor().isBlank() || claim.designationFor().length() > POST) {
            findings.add(Finding.blocking("enrollment.designation-for", "designationFor", POST));
        }
        LocalDate until = claim.designationUntil();
        if (until != null && until.isBefore(application.on())) {
            findings.add(
                    Finding.blocking("enrollment.designation-ended", "designationUntil", until));
        }
        return findings;
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.AUTHORITY);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.AUTHORITY).withPapers(true, false);
    }
}
