package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.issuance.Presence;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The counter: who is to be identified, the check list, the code that is shown once. */
@Controller
class PresenceController {
    private final PresenceListing listing;
    private final ListPages pages;
    private final Permissions permissions;
    private final Presence presence;

    PresenceController(
            Presence presence, PresenceListing listing, ListPages pages, Permissions permissions) {
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
        this.presence = presence;
    }

    @Bean
    static NavItem presenceEntry() {
        return new NavItem(
                55, "issuance.nav.presence", "/petugas/aktivasi", "issuance.queue", "user");
    }

    @Performs("issuance.queue")
    @GetMapping("/{government}/petugas/aktivasi")
    String waiting(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        return "issuance/waiting";
    }

    @Performs("issuance.identify")
    @GetMapping("/{government}/petugas/aktivasi/{id}")
    String identification(
            Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        return page(actor, id, Set.of(), "", List.of(), model);
    }

    @Performs("issuance.identify")
    @PostMapping("/{government}/petugas/aktivasi/{id}")
    String identify(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        Set<String> confirmed = new HashSet<>(form.texts("checks"));
        String place = form.text("place");
        return switch (presence.identify(actor, new ApplicationId(id), confirmed, place)) {
            case Presence.Outcome.Released released -> {
                model.addAttribute("released", released);
                yield "issuance/code";
            }
            case Presence.Outcome.Refused(List<Finding> findings) ->
                    page(actor, id, confirmed, place, findings, model);
        };
    }

    private String page(
            Actor actor,
            UUID id,
            Set<String> confirmed,
            String place,
            List<Finding> findings,
            Model model) {
        model.addAttribute("dossier", presence.dossier(actor, new ApplicationId(id)));
        model.addAttribute("checks", Presence.CHECKS);
        model.addAttribute("confirmed", confirmed);
        model.addAttribute("place", place);
        model.addAttribute("findings", findings);
        return "issuance/identify";
    }
}
