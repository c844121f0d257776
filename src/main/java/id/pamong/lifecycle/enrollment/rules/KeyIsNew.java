package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A key gets one certificate: none that has one, or that another application asks for. */
@Component
final class KeyIsNew implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.request-key-new");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application.system().isPresent() && application.keyKnown()
                ? List.of(Finding.blocking("enrollment.request-key-used", "request"))
                : List.of();
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .withRequest(ParticularsCase.request(List.of(), List.of(), List.of()), true);
    }
}
