package id.pamong.lifecycle.enrollment.rules;

import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.enrollment.rules.ParticularsCase.DatedPost;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decree is the latest of its holder: no later appointment is on record. A post that the
 * register does not know is for the officer to judge.
 */
@Component
final class DecreeIsLatest implements Rule<ParticularsCase> {
    @Override
    public RuleId id() {
        return RuleId.of("enrollment.decree-latest");
    }

    @Override
    public List<Finding> check(ParticularsCase application) {
        return application
                .position()
                .filter(claim -> claim.decreeFrom() != null && !claim.decreePost().isBlank())
                .map(claim -> judged(application, claim.decreePost(), claim.decreeFrom()))
                .orElse(List.of());
    }

    private static List<Finding> judged(
            ParticularsCase application, String post, @Nullable LocalDate from) {
        if (from == null) {
            return List.of();
        }
        Optional<DatedPost> held =
                application.posts().stream()
                        .filter(known -> known.isHeldOn(application.on()))
                        .filter(known -> ParticularsCase.isSame(known.title(), post))
                        .max(Comparator.comparing(DatedPost::from));
        Optional<DatedPost> later =
                held.or(() ->
                                application.posts().stream()
                                        .max(Comparator.comparing(DatedPost::from)))
                        .filter(known -> known.from().isAfter(from));
        if (later.isPresent()) {
            return List.of(
                    Finding.blocking(
                            "enrollment.decree-older",
                            "decreeFrom",
                            later.get().title(),
                            later.get().from()));
        }
        return held.isPresent()
                ? List.of()
                : List.of(Finding.soft("enrollment.decree-post-unknown", "decreePost"));
    }

    @Override
    public ParticularsCase goodExample() {
        return ParticularsCase.position(PositionKind.POST);
    }

    @Override
    public ParticularsCase badExample() {
        return ParticularsCase.position(PositionKind.POST)
                .withPosts(
                        List.of(
                                new DatedPost(
                                        "Sekretaris Dinas Kesehatan",
                                        ParticularsCase.day().minusDays(9),
                                        null)));
    }
}
