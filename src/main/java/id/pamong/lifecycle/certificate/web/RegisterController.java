package id.pamong.lifecycle.certificate.web;

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

/** The register for the office. */
@Controller
class RegisterController {
    private final Permissions permissions;
    private final RegisterListing listing;
    private final ListPages pages;

    RegisterController(RegisterListing listing, ListPages pages, Permissions permissions) {
        this.permissions = permissions;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem registerEntry() {
        return new NavItem(
                46,
                "certificate.nav.register",
                "/petugas/sertifikat",
                "certificate.register",
                "shield");
    }

    @Performs("certificate.register")
    @GetMapping("/{government}/petugas/sertifikat")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "page/list-page";
    }
}
