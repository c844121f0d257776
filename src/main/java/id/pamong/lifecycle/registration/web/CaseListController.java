package id.pamong.lifecycle.registration.web;

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

/** The cases as a list to search and to take along. */
@Controller
class CaseListController {
    private final Permissions permissions;
    private final CaseListing listing;
    private final ListPages pages;

    CaseListController(CaseListing listing, ListPages pages, Permissions permissions) {
        this.permissions = permissions;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem casesEntry() {
        return new NavItem(
                44, "registration.nav.cases", "/petugas/perkara", "registration.cases", "list");
    }

    @Performs("registration.cases")
    @GetMapping("/{government}/petugas/perkara")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "page/list-page";
    }
}
