package id.pamong.lifecycle.enrollment.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A host that the request names is one of the system's; other names are left out of the
 * certificate.
 */
@Component
final class RequestNamesOnlyHosts implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.request-names");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        if (application.system().isEmpty()
                || application.request().isEmpty()
                || application.registered().isEmpty()) {
            return List.of();
        }
        List<String> registered = application.registered().get().hosts();
        List<Finding> findings = new ArrayList<>();
        application.request().get().hosts().stream()
                .filter(host -> !registered.contains(host))
                .forEach(host ->
                        findings.add(Finding.blocking("enrollment.request-host", "request", host)));
        application
                .request()
                .get()
                .otherNames()
                .forEach(name ->
                        findings.add(Finding.soft("enrollment.request-name", "request", name)));
        return findings;
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .withRequest(
                        ParticularsCase.request(
                                List.of("bank.example"), List.of("IP: #0a000001"), List.of()),
                        false);
    }
}
