package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.GiverAuthority;
import id.pamong.lifecycle.enrollment.GiverDesk;
import id.pamong.lifecycle.enrollment.GiverRights;
import id.pamong.lifecycle.enrollment.ListGiverDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One letter for a whole list: the giver sees the names, strikes some out, and gives once. */
@Controller
class ListGiverController {
    private final ListGiverDesk desk;
    private final GiverRights rights;
    private final Permissions permissions;

    ListGiverController(ListGiverDesk desk, GiverRights rights, Permissions permissions) {
        this.desk = desk;
        this.rights = rights;
        this.permissions = permissions;
    }

    @Performs("enrollment.view-list")
    @GetMapping("/{government}/surat-kolektif/{id}")
    String page(Actor actor, @PathVariable UUID id, Model model) {
        return show(actor, id, Map.of(), Set.of(), "", model);
    }

    @Performs("enrollment.give-list")
    @PostMapping("/{government}/surat-kolektif/{id}")
    String give(Actor actor, @PathVariable UUID id, SubmittedForm form, Model model) {
        Set<ApplicationId> named = ids(form, "name");
        Set<ApplicationId> strikes = ids(form, "strike");
        named.removeAll(strikes);
        Map<ApplicationId, String> reasons = new HashMap<>();
        strikes.forEach(one -> reasons.put(one, form.text("why-" + one)));
        ListGiverDesk.Outcome outcome =
                desk.give(
                        actor,
                        new CollectiveBatchId(id),
                        named,
                        strikes.stream()
                                .map(one -> new ListGiverDesk.Strike(one, form.text("why-" + one)))
                                .toList(),
                        form.text("reason"));
        return switch (outcome) {
            case ListGiverDesk.Outcome.Given given -> {
                model.addAttribute("given", given);
                model.addAttribute(
                        "rights",
                        given.letters().stream().map(letter -> say(letter.right())).toList());
                yield "enrollment/list-given";
            }
            case ListGiverDesk.Outcome.Refused(List<Finding> findings) -> {
                model.addAttribute("findings", findings);
                yield show(actor, id, reasons, strikes, form.text("reason"), model);
            }
        };
    }

    private String show(
            Actor actor,
            UUID id,
            Map<ApplicationId, String> reasons,
            Set<ApplicationId> struck,
            String reason,
            Model model) {
        ListGiverDesk.Task task = desk.task(actor, new CollectiveBatchId(id));
        model.addAttribute("task", task);
        model.addAttribute("rights", task.rights().stream().map(this::say).toList());
        model.addAttribute("reasons", reasons);
        model.addAttribute("struck", struck);
        model.addAttribute("reason", reason);
        model.addAttribute("longest", GiverDesk.REASON);
        model.addAttribute("factorFresh", permissions.hasFreshFactor(actor));
        return "enrollment/list-give";
    }

    private String say(GiverAuthority right) {
        return rights.say(right, LocaleContextHolder.getLocale());
    }

    private static Set<ApplicationId> ids(SubmittedForm form, String field) {
        return form.texts(field).stream()
                .map(CollectiveController::id)
                .flatMap(Optional::stream)
                .map(ApplicationId::new)
                .collect(Collectors.toSet());
    }
}
