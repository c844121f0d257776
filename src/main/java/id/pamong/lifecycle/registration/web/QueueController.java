package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.lifecycle.registration.VerificationDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The queue of the registration authority (MDN-3(1)c): what waits longest stands first. */
@Controller
class QueueController {
    private final Enrollment enrollment;
    private final VerificationDesk desk;
    private final RaOfficers officers;
    private final QueueListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    QueueController(
            Enrollment enrollment,
            VerificationDesk desk,
            RaOfficers officers,
            QueueListing listing,
            ListPages pages,
            Permissions permissions) {
        this.enrollment = enrollment;
        this.desk = desk;
        this.officers = officers;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Bean
    static NavItem queueEntry() {
        return new NavItem(
                40, "registration.nav.queue", "/petugas/antrean", "registration.queue", "list");
    }

    @Performs("registration.queue")
    @GetMapping("/{government}/petugas/antrean")
    String queue(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        QueuePart part = QueuePart.of(form.text("bagian"));
        ListPages.Page<QueueRow> page =
                pages.rows(listing, permissions.reader(government, actor), form);
        Map<QueuePart, Integer> counts = new EnumMap<>(QueuePart.class);
        for (QueuePart one : QueuePart.values()) {
            counts.put(one, enrollment.count(government.id(), one.states()));
        }
        model.addAttribute("part", part);
        model.addAttribute("parts", QueuePart.values());
        model.addAttribute("counts", counts);
        model.addAttribute("list", page.view());
        model.addAttribute("rows", page.rows());
        model.addAttribute("objections", officers.objections(government.id(), actor.person()));
        model.addAttribute("notice", form.has("habis") ? "registration.queue.none-left" : null);
        return "registration/desk-queue";
    }

    @Performs("registration.next")
    @PostMapping("/{government}/petugas/antrean/berikutnya")
    String next(LocalGovernment government, Actor actor) {
        Optional<ApplicationId> taken = desk.claimNext(actor);
        return "redirect:/"
                + government.slug()
                + taken.map(id -> "/petugas/permohonan/" + id).orElse("/petugas/antrean?habis");
    }
}
