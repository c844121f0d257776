package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.GiverAuthority;
import id.pamong.lifecycle.enrollment.GiverDesk;
import id.pamong.lifecycle.enrollment.GiverRights;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The superior's and the head of agency's one decision: give the letter, or say why not. */
@Controller
class GiverController {
    private final GiverDesk desk;
    private final GiverRights rights;
    private final Regulations regulations;

    GiverController(GiverDesk desk, GiverRights rights, Regulations regulations) {
        this.desk = desk;
        this.rights = rights;
        this.regulations = regulations;
    }

    @Performs("enrollment.recommend")
    @GetMapping("/{government}/rekomendasi/{id}")
    String recommendation(
            Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        return page(
                actor,
                new ApplicationId(id),
                Endorsement.Kind.RECOMMENDATION,
                "",
                "",
                List.of(),
                model);
    }

    @Performs("enrollment.recommend")
    @PostMapping("/{government}/rekomendasi/{id}")
    String recommend(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        return give(actor, id, Endorsement.Kind.RECOMMENDATION, form, model);
    }

    @Performs("enrollment.recommend")
    @PostMapping("/{government}/rekomendasi/{id}/tolak")
    String declineRecommendation(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        return decline(actor, id, Endorsement.Kind.RECOMMENDATION, form, model);
    }

    @Performs("enrollment.cover")
    @GetMapping("/{government}/pengantar/{id}")
    String coverLetter(
            Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        return page(
                actor,
                new ApplicationId(id),
                Endorsement.Kind.COVER_LETTER,
                "",
                "",
                List.of(),
                model);
    }

    @Performs("enrollment.cover")
    @PostMapping("/{government}/pengantar/{id}")
    String cover(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        return give(actor, id, Endorsement.Kind.COVER_LETTER, form, model);
    }

    @Performs("enrollment.cover")
    @PostMapping("/{government}/pengantar/{id}/tolak")
    String declineCover(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        return decline(actor, id, Endorsement.Kind.COVER_LETTER, form, model);
    }

    private String give(
            Actor actor, UUID id, Endorsement.Kind kind, SubmittedForm form, Model model) {
        Set<ApplicationId> also =
                form.texts("also").stream()
                        .filter(text -> text.matches("[0-9a-f-]{36}"))
                        .map(ApplicationId::of)
                        .collect(Collectors.toSet());
        return answer(
                actor,
                id,
                kind,
                form,
                desk.give(actor, new ApplicationId(id), kind, form.text("reason"), also),
                model);
    }

    private String decline(
            Actor actor, UUID id, Endorsement.Kind kind, SubmittedForm form, Model model) {
        return answer(
                actor,
                id,
                kind,
                form,
                besideItsField(
                        desk.decline(
                                actor, new ApplicationId(id), kind, form.text("declineReason"))),
                model);
    }

    /** The reason of a refusal is typed in a field of its own on the page. */
    private static GiverDesk.Outcome besideItsField(GiverDesk.Outcome outcome) {
        return outcome instanceof GiverDesk.Outcome.Refused(List<Finding> findings)
                ? new GiverDesk.Outcome.Refused(
                        findings.stream().map(GiverController::ofDecline).toList())
                : outcome;
    }

    private static Finding ofDecline(Finding found) {
        return new Finding(
                found.code(),
                found.severity(),
                "declineReason",
                found.arguments(),
                found.citations());
    }

    private String answer(
            Actor actor,
            UUID id,
            Endorsement.Kind kind,
            SubmittedForm form,
            GiverDesk.Outcome outcome,
            Model model) {
        return switch (outcome) {
            case GiverDesk.Outcome.Given(
                            List<String> numbers,
                            List<GiverAuthority> by,
                            int applications) -> {
                model.addAttribute("numbers", numbers);
                model.addAttribute("rights", by.stream().map(this::say).toList());
                model.addAttribute("applications", applications);
                model.addAttribute("kind", kind);
                yield "enrollment/given";
            }
            case GiverDesk.Outcome.Declined declined -> {
                model.addAttribute("numbers", List.of());
                model.addAttribute("rights", List.of());
                model.addAttribute("kind", kind);
                yield "enrollment/given";
            }
            case GiverDesk.Outcome.Refused(List<Finding> findings) ->
                    page(
                            actor,
                            new ApplicationId(id),
                            kind,
                            form.text("reason"),
                            form.text("declineReason"),
                            findings,
                            model);
        };
    }

    private String say(GiverAuthority right) {
        return rights.say(right, LocaleContextHolder.getLocale());
    }

    private String page(
            Actor actor,
            ApplicationId id,
            Endorsement.Kind kind,
            String typed,
            String typedDecline,
            List<Finding> findings,
            Model model) {
        GiverDesk.Task task = desk.task(actor, id, kind);
        List<Citation> clauses =
                regulations
                        .byHash(task.dossier().regulationHash())
                        .clausesOfScreen("/" + kind.word() + "/{id}");
        model.addAttribute("task", task);
        GiverAuthority right = task.right();
        model.addAttribute("right", right == null ? "" : say(right));
        model.addAttribute("kind", kind);
        model.addAttribute("clauses", clauses);
        model.addAttribute("typed", typed);
        model.addAttribute("typedDecline", typedDecline);
        model.addAttribute("findings", findings);
        return "enrollment/give";
    }
}
