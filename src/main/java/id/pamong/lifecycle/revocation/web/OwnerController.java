package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.revocation.CaseOutcome;
import id.pamong.lifecycle.revocation.Opening;
import id.pamong.lifecycle.revocation.OwnerRevocations;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The owner asks for the revocation of an own certificate. */
@Controller
class OwnerController {
    private final OwnerRevocations revocations;
    private final Clock clock;

    OwnerController(OwnerRevocations revocations, Clock clock) {
        this.revocations = revocations;
        this.clock = clock;
    }

    @Performs("revocation.request")
    @GetMapping("/{government}/sertifikat/{id}/cabut")
    String form(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        RegisteredCertificate certificate =
                revocations.certificate(actor, new CertificateId(Typed.id(id)));
        Optional<RevocationCase> open = revocations.openCase(actor, certificate.id());
        if (open.isPresent()) {
            return "redirect:/" + government.slug() + "/pencabutan/" + open.get().id();
        }
        return shown(actor, certificate, form, model);
    }

    private String shown(
            Actor actor, RegisteredCertificate certificate, SubmittedForm form, Model model) {
        model.addAttribute("certificate", certificate);
        model.addAttribute("now", clock.instant());
        model.addAttribute("grounds", revocations.grounds(actor));
        model.addAttribute("ground", form.text("ground"));
        model.addAttribute("explanation", Typed.cut(form.text("explanation"), 5000));
        model.addAttribute("since", Typed.cut(form.text("since"), 30));
        return "revocation/request";
    }

    @Performs("revocation.request")
    @PostMapping("/{government}/sertifikat/{id}/cabut")
    String request(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        RegisteredCertificate certificate =
                revocations.certificate(actor, new CertificateId(Typed.id(id)));
        Optional<RevocationCase> open = revocations.openCase(actor, certificate.id());
        if (open.isPresent()) {
            return "redirect:/" + government.slug() + "/pencabutan/" + open.get().id();
        }
        List<Finding> findings = new ArrayList<>();
        Instant since = Typed.moment(form, "since", government, findings);
        if (!form.has("sure")) {
            findings.add(Finding.blocking("revocation.not-sure", "sure"));
        }
        if (findings.isEmpty()) {
            CaseOutcome outcome =
                    revocations.request(
                            actor,
                            certificate.id(),
                            new Opening(
                                    Typed.ground(form), false, form.text("explanation"), since));
            switch (outcome) {
                case CaseOutcome.Done(RevocationCase it) -> {
                    return "redirect:/"
                            + government.slug()
                            + "/pencabutan/"
                            + it.id()
                            + "?diblokir";
                }
                case CaseOutcome.Refused(List<Finding> refused) -> findings.addAll(refused);
            }
        }
        model.addAttribute("findings", findings);
        return shown(actor, certificate, form, model);
    }

    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan")
    String mine(Actor actor, Model model) {
        model.addAttribute("cases", revocations.mine(actor));
        return "revocation/mine";
    }
}
