package id.pamong.lifecycle.destruction.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.destruction.KeyEnd;
import id.pamong.lifecycle.destruction.KeyEndOutcome;
import id.pamong.lifecycle.destruction.KeyEnds;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The owner's statement that a key is destroyed, and the office's list of them. */
@Controller
class KeyEndController {
    private static final String PAGE = "/{government}/sertifikat/{id}/pemusnahan";

    private final KeyEnds ends;
    private final KeyEndListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    KeyEndController(
            KeyEnds ends, KeyEndListing listing, ListPages pages, Permissions permissions) {
        this.ends = ends;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Performs("key-end.state")
    @GetMapping(PAGE)
    String page(Actor actor, @PathVariable UUID id, Model model) {
        return shown(actor, new CertificateId(id), List.of(), "", model);
    }

    @Performs("key-end.state")
    @PostMapping(PAGE)
    String state(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        CertificateId certificate = new CertificateId(id);
        String chosen = form.text("means");
        KeyEnd.Means means =
                Arrays.stream(KeyEnd.Means.values())
                        .filter(one -> one.name().equals(chosen))
                        .findFirst()
                        .orElse(null);
        return switch (ends.state(actor, certificate, means, form.has("declared"))) {
            case KeyEndOutcome.Stated(var done) ->
                    "redirect:/" + government.slug() + "/sertifikat/" + id + "/pemusnahan";
            case KeyEndOutcome.Refused(List<Finding> findings) ->
                    shown(actor, certificate, findings, chosen, model);
        };
    }

    @Performs("key-end.paper")
    @GetMapping(PAGE + ".pdf")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("pemusnahan-kunci.pdf")
                                .build()
                                .toString())
                .body(ends.statement(actor, new CertificateId(id)));
    }

    @Performs("key-end.list")
    @GetMapping("/{government}/petugas/pemusnahan")
    String list(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute(
                "list", pages.page(listing, permissions.reader(government, actor), form));
        return "destruction/list";
    }

    private String shown(
            Actor actor, CertificateId id, List<Finding> findings, String chosen, Model model) {
        KeyEnds.Shown it = ends.view(actor, id);
        model.addAttribute("certificate", it.certificate());
        model.addAttribute("end", it.end());
        model.addAttribute("means", it.means());
        model.addAttribute("chosen", chosen);
        model.addAttribute("findings", findings);
        return "destruction/state";
    }
}
