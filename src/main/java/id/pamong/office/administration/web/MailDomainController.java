package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.MailDomains;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The domains of official e-mail, which the head of the office changes with a legal ground. */
@Controller
class MailDomainController {
    private static final String PAGE = "/{government}/pengelola/domain-email";

    private final MailDomains domains;
    private final MailDomainListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    MailDomainController(
            MailDomains domains,
            MailDomainListing listing,
            ListPages pages,
            Permissions permissions) {
        this.domains = domains;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem domainsEntry() {
        return new NavItem(
                84,
                "administration.nav.domains",
                "/pengelola/domain-email",
                "organization.mail-domains",
                "mail");
    }

    @Performs("organization.mail-domains")
    @GetMapping(PAGE)
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute(
                "notice",
                form.text("kabar").equals("diubah") ? "administration.domains.changed" : null);
        return show(
                government,
                actor,
                form,
                government.mailDomains().stream().collect(Collectors.joining("\n")),
                "",
                List.of(),
                model);
    }

    @Performs("organization.mail-domains")
    @PostMapping(PAGE)
    String change(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String typed = form.text("domains");
        String reason = form.text("reason");
        List<String> names =
                typed.lines().flatMap(line -> List.of(line.split("[,;]")).stream()).toList();
        return switch (domains.change(government.id(), names, reason, actor.account().value())) {
            case MailDomains.Outcome.Changed _ ->
                    "redirect:/" + government.slug() + "/pengelola/domain-email?kabar=diubah";
            case MailDomains.Outcome.Refused(List<Finding> findings) ->
                    show(government, actor, form, typed, reason, findings, model);
        };
    }

    private String show(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            String typed,
            String reason,
            List<Finding> findings,
            Model model) {
        model.addAttribute("inForce", domains.of(government.id()));
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        model.addAttribute("typed", typed);
        model.addAttribute("reason", reason);
        model.addAttribute("findings", findings);
        return "administration/domains";
    }
}
