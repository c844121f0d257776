package id.pamong.lifecycle.enrollment.rules;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A request made at the system's own host is there and proves possession of a key that is fit. */
@Component
final class RequestProvesKey implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.request");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        if (application.system().isEmpty()) {
            return List.of();
        }
        if (application.request().isEmpty()) {
            return List.of(Finding.blocking("enrollment.request-missing", "request"));
        }
        CertificationRequest request = application.request().get();
        return request.faults().stream()
                .map(fault ->
                        Finding.blocking(
                                "enrollment." + fault.replace('.', '-'),
                                "request",
                                request.keyWords()))
                .toList();
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.ofSystem();
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.ofSystem()
                .withRequest(
                        ParticularsCase.request(List.of(), List.of(), List.of("request.signature")),
                        false);
    }
}
