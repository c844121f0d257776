package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.revocation.AuthorityContact;
import id.pamong.lifecycle.revocation.AuthorityContacts;
import id.pamong.lifecycle.revocation.CaseOutcome;
import id.pamong.lifecycle.revocation.Opening;
import id.pamong.lifecycle.revocation.Origin;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.lifecycle.revocation.RevocationDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.ListReader;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The officers' list of cases, the opening of one, and the authority's emergency contact. */
@Controller
class DeskController {
    private final RevocationDesk desk;
    private final AuthorityContacts contacts;
    private final CaseListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    DeskController(
            RevocationDesk desk,
            AuthorityContacts contacts,
            CaseListing listing,
            ListPages pages,
            Permissions permissions) {
        this.permissions = permissions;
        this.desk = desk;
        this.contacts = contacts;
        this.listing = listing;
        this.pages = pages;
    }

    @Bean
    static NavItem revocationsEntry() {
        return new NavItem(47, "revocation.nav", "/petugas/pencabutan", "revocation.list", "lock");
    }

    @Bean
    static NavItem contactEntry() {
        return new NavItem(
                88,
                "revocation.nav.contact",
                "/pengelola/kontak-ca",
                "revocation.set-contact",
                "phone");
    }

    @Performs("revocation.list")
    @GetMapping("/{government}/petugas/pencabutan")
    String list(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        ListReader reader = permissions.reader(government, actor);
        model.addAttribute("list", pages.page(listing, reader, form));
        return "revocation/list";
    }

    @Performs("revocation.open")
    @GetMapping("/{government}/petugas/pencabutan/baru")
    String form(LocalGovernment government, SubmittedForm form, Model model) {
        return shown(government, form, model);
    }

    private String shown(LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute(
                "grounds",
                Stream.of(Origin.RA, Origin.CA)
                        .flatMap(origin -> desk.grounds(government.id(), origin).stream())
                        .distinct()
                        .toList());
        model.addAttribute("serial", Typed.cut(form.text("serial"), 100));
        model.addAttribute("origin", CaseController.origin(form).name());
        model.addAttribute("ground", form.text("ground"));
        model.addAttribute("emergency", form.has("emergency"));
        model.addAttribute("explanation", Typed.cut(form.text("explanation"), 5000));
        model.addAttribute("since", Typed.cut(form.text("since"), 30));
        return "revocation/open";
    }

    @Performs("revocation.open")
    @PostMapping("/{government}/petugas/pencabutan/baru")
    String open(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        List<Finding> findings = new ArrayList<>();
        Instant since = Typed.moment(form, "since", government, findings);
        if (findings.isEmpty()) {
            CaseOutcome outcome =
                    desk.open(
                            actor,
                            CaseController.origin(form),
                            form.text("serial"),
                            new Opening(
                                    Typed.ground(form),
                                    form.has("emergency"),
                                    form.text("explanation"),
                                    since));
            switch (outcome) {
                case CaseOutcome.Done(RevocationCase it) -> {
                    return "redirect:/" + government.slug() + "/pencabutan/" + it.id();
                }
                case CaseOutcome.Refused(List<Finding> refused) -> findings.addAll(refused);
            }
        }
        model.addAttribute("findings", findings);
        return shown(government, form, model);
    }

    @Performs("revocation.set-contact")
    @GetMapping("/{government}/pengelola/kontak-ca")
    String contact(LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute("contact", contacts.of(government.id()));
        model.addAttribute("notice", form.has("tersimpan") ? "revocation.contact.kept" : null);
        return "revocation/contact";
    }

    @Performs("revocation.set-contact")
    @PostMapping("/{government}/pengelola/kontak-ca")
    String keepContact(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        int longest = AuthorityContact.LONGEST;
        AuthorityContact typed =
                new AuthorityContact(
                        Typed.cut(form.text("name"), longest),
                        Typed.cut(form.text("phone"), longest),
                        Typed.cut(form.text("email"), longest),
                        Typed.cut(form.text("hours"), longest));
        List<Finding> findings = contacts.keep(actor, typed);
        if (findings.isEmpty()) {
            return "redirect:/" + government.slug() + "/pengelola/kontak-ca?tersimpan";
        }
        model.addAttribute("findings", findings);
        model.addAttribute("contact", typed);
        return "revocation/contact";
    }
}
