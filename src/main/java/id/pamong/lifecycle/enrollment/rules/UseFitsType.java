package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A use is one that the type can have; a system's certificate has exactly one. */
@Component
final class UseFitsType implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.use-of-type");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        List<Finding> findings = new ArrayList<>();
        if (application.uses().stream().anyMatch(use -> !use.suits(application.type()))) {
            findings.add(Finding.blocking("enrollment.use-not-of-type", "uses"));
        }
        if (application.type() == CertificateType.SYSTEM && application.uses().size() > 1) {
            findings.add(Finding.blocking("enrollment.system-one-use", "uses"));
        }
        return findings;
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .wanting(Set.of(IntendedUse.TLS_SERVER, IntendedUse.TLS_CLIENT));
    }
}
