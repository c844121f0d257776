package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.WaitingTimes;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The head of the office sets how long things may wait, since the law names no limits. */
@Controller
class WaitingTimeController {
    private final Absences absences;

    WaitingTimeController(Absences absences) {
        this.absences = absences;
    }

    @Bean
    static NavItem waitingEntry() {
        return new NavItem(
                86,
                "administration.nav.waiting",
                "/pengelola/waktu-tunggu",
                "organization.set-waiting-times",
                "clock");
    }

    @Performs("organization.set-waiting-times")
    @GetMapping("/{government}/pengelola/waktu-tunggu")
    String page(LocalGovernment government, SubmittedForm form, Model model) {
        WaitingTimes times = absences.waitingTimes(government.id());
        model.addAttribute("notice", form.has("tersimpan") ? "administration.waiting.saved" : null);
        model.addAttribute("claimMinutes", times.claimMinutes());
        model.addAttribute("remindDays", times.remindDays());
        model.addAttribute("escalateDays", times.escalateDays());
        return "administration/waiting";
    }

    @Performs("organization.set-waiting-times")
    @PostMapping("/{government}/pengelola/waktu-tunggu")
    String set(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        List<Finding> findings =
                absences.setWaitingTimes(
                        government.id(),
                        new WaitingTimes(
                                number(form, "claimMinutes"),
                                number(form, "remindDays"),
                                number(form, "escalateDays")),
                        actor.account().value());
        if (findings.isEmpty()) {
            return "redirect:/" + government.slug() + "/pengelola/waktu-tunggu?tersimpan";
        }
        model.addAttribute("findings", findings);
        for (String name : List.of("claimMinutes", "remindDays", "escalateDays")) {
            String typed = form.text(name);
            model.addAttribute(name, typed.substring(0, Math.min(6, typed.length())));
        }
        return "administration/waiting";
    }

    /** Anything that is no small number lies outside every range. */
    private static int number(SubmittedForm form, String name) {
        String typed = form.text(name);
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
    }
}
