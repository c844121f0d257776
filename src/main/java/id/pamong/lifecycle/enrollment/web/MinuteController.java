package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.GiverAuthority;
import id.pamong.lifecycle.enrollment.GiverRights;
import id.pamong.lifecycle.enrollment.MinuteDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The minute of the head of the registration authority in place of a letter. */
@Controller
class MinuteController {
    private final MinuteDesk desk;
    private final GiverRights rights;

    MinuteController(MinuteDesk desk, GiverRights rights) {
        this.desk = desk;
        this.rights = rights;
    }

    @Performs("enrollment.record-minute")
    @GetMapping("/{government}/berita-acara/{letter}/{id}")
    String page(
            Actor actor,
            @PathVariable String letter,
            @PathVariable UUID id,
            Locale locale,
            Model model) {
        return show(actor, kind(letter), id, null, "", List.of(), locale, model);
    }

    @Performs("enrollment.record-minute")
    @PostMapping("/{government}/berita-acara/{letter}/{id}")
    String record(
            Actor actor,
            @PathVariable String letter,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model) {
        Endorsement.Kind kind = kind(letter);
        MinuteDesk.Fields fields =
                new MinuteDesk.Fields(
                        form.text("decree"), form.text("decreeOn"), form.text("statement"));
        return answer(
                desk.record(actor, new ApplicationId(id), kind, fields),
                actor,
                kind,
                id,
                fields,
                "",
                locale,
                model);
    }

    @Performs("enrollment.record-minute")
    @PostMapping("/{government}/berita-acara/{letter}/{id}/tolak")
    String decline(
            Actor actor,
            @PathVariable String letter,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model) {
        Endorsement.Kind kind = kind(letter);
        String reason = form.text("declineReason");
        return answer(
                desk.decline(actor, new ApplicationId(id), kind, reason),
                actor,
                kind,
                id,
                null,
                reason,
                locale,
                model);
    }

    private String answer(
            MinuteDesk.Outcome outcome,
            Actor actor,
            Endorsement.Kind kind,
            UUID id,
            MinuteDesk.@Nullable Fields typed,
            String typedDecline,
            Locale locale,
            Model model) {
        return switch (outcome) {
            case MinuteDesk.Outcome.Recorded(String number, GiverAuthority right) -> {
                model.addAttribute("numbers", List.of(number));
                model.addAttribute("rights", List.of(rights.say(right, locale)));
                model.addAttribute("kind", kind);
                yield "enrollment/given";
            }
            case MinuteDesk.Outcome.Declined declined -> {
                model.addAttribute("numbers", List.of());
                model.addAttribute("rights", List.of());
                model.addAttribute("kind", kind);
                yield "enrollment/given";
            }
            case MinuteDesk.Outcome.Refused(List<Finding> findings) ->
                    show(actor, kind, id, typed, typedDecline, findings, locale, model);
        };
    }

    private String show(
            Actor actor,
            Endorsement.Kind kind,
            UUID id,
            MinuteDesk.@Nullable Fields typed,
            String typedDecline,
            List<Finding> findings,
            Locale locale,
            Model model) {
        MinuteDesk.Task task = desk.task(actor, new ApplicationId(id), kind);
        model.addAttribute("task", task);
        model.addAttribute("kind", kind);
        model.addAttribute("right", rights.say(task.right(), locale));
        model.addAttribute("typed", typed == null ? task.suggested() : typed);
        model.addAttribute("typedDecline", typedDecline);
        model.addAttribute("longest", MinuteDesk.STATEMENT);
        model.addAttribute("findings", findings);
        return "enrollment/minute";
    }

    private static Endorsement.Kind kind(String word) {
        return Arrays.stream(Endorsement.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("letter.not-asked"));
    }
}
