package id.pamong.lifecycle.subscriber.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A certificate is for time in service: who has left applies for none, gets none, uses none. */
@Component
final class StillInService implements Rule<Service> {
    @Override
    public RuleId id() {
        return RuleId.of("subscriber.in-service");
    }

    @Override
    public List<Finding> check(Service service) {
        return service.active()
                ? List.of()
                : List.of(Finding.blocking("subscriber.not-in-service", null));
    }

    @Override
    public Service goodExample() {
        return new Service(true);
    }

    @Override
    public Service badExample() {
        return new Service(false);
    }
}
