package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the day of the application the appointment has begun and has not ended. */
@Component
final class DecreeIsInForce implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.decree-in-force");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .map(claim -> judged(application.on(), claim.decreeFrom(), claim.decreeUntil()))
                .orElse(List.of());
    }

    private static List<Finding> judged(
            LocalDate on, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && from.isAfter(on)) {
            return List.of(Finding.blocking("enrollment.decree-not-yet", "decreeFrom"));
        }
        return until != null && until.isBefore(on)
                ? List.of(Finding.blocking("enrollment.decree-ended", "decreeUntil", until))
                : List.of();
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.POST);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.POST).on(LocalDate.of(2026, 1, 5));
    }
}
