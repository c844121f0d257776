package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The trail to be read; nothing can be done here. */
@Controller
class TrailController {
    private final Permissions permissions;
    private final TrailListing listing;
    private final ListPages pages;

    TrailController(TrailListing listing, ListPages pages, Permissions permissions) {
        this.permissions = permissions;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem trailEntry() {
        return new NavItem(
                85, "administration.nav.trail", "/pengelola/jejak", "audit.read", "list");
    }

    @Performs("audit.read")
    @GetMapping("/{government}/pengelola/jejak")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "page/list-page";
    }
}
