package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Unmasking;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Personal data in clear, once, for a reason. */
@Controller
class UnmaskController {
    private static final String VIEW = "enrollment/unmask";

    private final Unmasking unmasking;

    UnmaskController(Unmasking unmasking) {
        this.unmasking = unmasking;
    }

    @Performs("enrollment.unmask")
    @GetMapping("/{government}/permohonan/{id}/nik")
    String ask(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        unmasking.requireMayAsk(actor, new ApplicationId(id));
        model.addAttribute("application", id);
        return VIEW;
    }

    @Performs("enrollment.unmask")
    @PostMapping("/{government}/permohonan/{id}/nik")
    String show(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("application", id);
        model.addAttribute("typed", form.text("reason"));
        switch (unmasking.reveal(actor, new ApplicationId(id), form.text("reason"))) {
            case Unmasking.Outcome.Shown(String nik) -> model.addAttribute("nik", nik);
            case Unmasking.Outcome.Refused(List<Finding> findings) ->
                    model.addAttribute("findings", findings);
        }
        return VIEW;
    }
}
