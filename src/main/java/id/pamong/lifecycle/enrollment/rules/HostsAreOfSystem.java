package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A server's certificate names hosts, and a system's certificate only registered hosts of that
 * system.
 */
@Component
final class HostsAreOfSystem implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.system-hosts");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        if (application.system().isEmpty() || application.registered().isEmpty()) {
            return List.of();
        }
        List<String> wanted = application.system().get().hosts();
        if (wanted.isEmpty() && application.uses().contains(IntendedUse.TLS_SERVER)) {
            return List.of(Finding.blocking("enrollment.hosts-missing", "hosts"));
        }
        List<String> registered = application.registered().get().hosts();
        return wanted.stream()
                .filter(host -> !registered.contains(host))
                .map(host -> Finding.blocking("enrollment.host-not-registered", "hosts", host))
                .toList();
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .with(
                        new Particulars(
                                null,
                                new Particulars.SystemClaim(
                                        null, "Antrean", List.of("bank.example"), ""),
                                null));
    }
}
