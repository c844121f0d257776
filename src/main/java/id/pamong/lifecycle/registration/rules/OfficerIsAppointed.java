package id.pamong.lifecycle.registration.rules;

import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.util.List;
import org.springframework.stereotype.Component;

/** An officer is appointed by a decree that holds today. */
@Component
final class OfficerIsAppointed implements Rule<OfficerCase> {
    @Override
    public RuleId id() {
        return RuleId.of("registration.officer-appointed");
    }

    @Override
    public List<Finding> check(OfficerCase it) {
        if (it.appointment() == null) {
            return List.of(Finding.blocking("registration.officer-not-appointed", null));
        }
        return it.appointment().isInForceOn(it.on())
                ? List.of()
                : List.of(
                        Finding.blocking(
                                "registration.officer-appointment-ended",
                                null,
                                it.appointment().decree()));
    }

    @Override
    public OfficerCase goodExample() {
        return OfficerCase.example();
    }

    @Override
    public OfficerCase badExample() {
        return OfficerCase.example().appointedBy(null);
    }
}
