package id.pamong.lifecycle.renewal.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.renewal.Renewals;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The owner renews a certificate with one press. */
@Controller
class RenewController {
    private final Renewals renewals;

    RenewController(Renewals renewals) {
        this.renewals = renewals;
    }

    @Performs("renewal.begin")
    @GetMapping("/{government}/sertifikat/{id}/perbarui")
    String page(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        RegisteredCertificate own = renewals.certificate(actor, new CertificateId(id));
        Optional<ApplicationId> open = renewals.underWay(government.id(), own.id());
        if (open.isPresent()) {
            return "redirect:/" + government.slug() + "/permohonan/" + open.get();
        }
        model.addAttribute("findings", renewals.objections(government.id(), own));
        return shown(own, model);
    }

    private static String shown(RegisteredCertificate own, Model model) {
        model.addAttribute("certificate", own);
        return "renewal/renew";
    }

    @Performs("renewal.begin")
    @PostMapping("/{government}/sertifikat/{id}/perbarui")
    String begin(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        RegisteredCertificate own = renewals.certificate(actor, new CertificateId(id));
        return switch (renewals.begin(actor, own.id())) {
            case Renewals.Outcome.Begun(ApplicationId application, var changes) ->
                    "redirect:/" + government.slug() + "/permohonan/" + application;
            case Renewals.Outcome.Refused(List<Finding> findings) -> {
                model.addAttribute("findings", findings);
                yield shown(own, model);
            }
        };
    }
}
