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

/** The decree of the latest appointment is there, with number, date, post and first day. */
@Component
final class DecreeGiven implements Rule<ParticularsCase> {
    private static final int NUMBER = 100;
    private static final int POST = 200;

    @Override
    public RuleId id() {
        return RuleId.of("enrollment.decree");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application.position().map(claim -> missing(application, claim)).orElse(List.of());
    }

    private static List<Finding> missing(ParticularsCase application, PositionClaim claim) {
        List<Finding> findings = new ArrayList<>();
        if (!application.decreeGiven()) {
            findings.add(
                    Finding.blocking("enrollment.decree-missing", DossierPaper.APPOINTMENT_DECREE));
        }
        if (claim.decreeNumber().isBlank() || claim.decreeNumber().length() > NUMBER) {
            findings.add(Finding.blocking("enrollment.decree-number", "decreeNumber", NUMBER));
        }
        LocalDate dated = claim.decreeOn();
        if (dated == null || dated.isAfter(application.on())) {
            findings.add(Finding.blocking("enrollment.decree-date", "decreeOn"));
        }
        if (claim.decreePost().isBlank() || claim.decreePost().length() > POST) {
            findings.add(Finding.blocking("enrollment.decree-post", "decreePost", POST));
        }
        LocalDate from = claim.decreeFrom();
        LocalDate until = claim.decreeUntil();
        if (from == null) {
            findings.add(Finding.blocking("enrollment.decree-from", "decreeFrom"));
        } else if (until != null && until.isBefore(from)) {
            findings.add(Finding.blocking("enrollment.decree-until", "decreeUntil"));
        }
        return findings;
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.POST);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.POST).withPapers(false, true);
    }
}
