package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.MailboxWish;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Buttons of the applicant's form for one who has no official e-mail yet. */
@Controller
class MailboxController {
    private static final String PAGE = "/{government}/permohonan/{id}/tanpa-email";

    private final MailboxWish wish;
    private final DossierPage page;

    MailboxController(MailboxWish wish, DossierPage page) {
        this.wish = wish;
        this.page = page;
    }

    @Performs("enrollment.ask-mailbox")
    @PostMapping(PAGE)
    @FormLimit(ApplicationController.WITH_FILES)
    String ask(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        wish.ask(actor, application);
        return ApplicationController.to(government, application, "mailbox-asked", "mail");
    }

    @Performs("enrollment.ask-mailbox")
    @PostMapping(PAGE + "/batal")
    @FormLimit(ApplicationController.WITH_FILES)
    String cancel(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        wish.cancel(actor, application);
        return ApplicationController.to(government, application, "mailbox-cancelled", "mail");
    }

    @Performs("enrollment.ask-mailbox")
    @PostMapping(PAGE + "/tolak")
    @FormLimit(ApplicationController.WITH_FILES)
    String decline(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        List<Finding> findings = wish.decline(actor, application, form.text("whyNot"));
        return findings.isEmpty()
                ? ApplicationController.to(government, application, "mailbox-declined", "mail")
                : page.refused(actor, government, application, form, findings, model);
    }
}
