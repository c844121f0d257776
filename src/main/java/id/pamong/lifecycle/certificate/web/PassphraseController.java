package id.pamong.lifecycle.certificate.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.PassphraseChange;
import id.pamong.lifecycle.certificate.PassphraseOutcome;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The owner changes the passphrase of a key kept here. */
@Controller
class PassphraseController {
    private static final String PAGE = "/{government}/sertifikat/{id}/passphrase";

    private final PassphraseChange passphrases;

    PassphraseController(PassphraseChange passphrases) {
        this.passphrases = passphrases;
    }

    @Performs("certificate.passphrase")
    @GetMapping(PAGE)
    String page(Actor actor, @PathVariable UUID id, Model model) {
        return shown(actor, new CertificateId(id), List.of(), false, model);
    }

    @Performs("certificate.passphrase")
    @PostMapping(PAGE)
    String change(Actor actor, @PathVariable UUID id, SubmittedForm form, Model model) {
        CertificateId certificate = new CertificateId(id);
        try (SecretBytes old = secret(form, "passphrase");
                SecretBytes fresh = secret(form, "newPassphrase");
                SecretBytes repeated = secret(form, "passphraseRepeat")) {
            return switch (passphrases.change(actor, certificate, old, fresh, repeated)) {
                case PassphraseOutcome.Changed() ->
                        shown(actor, certificate, List.of(), true, model);
                case PassphraseOutcome.Refused(List<Finding> findings) ->
                        shown(actor, certificate, findings, false, model);
            };
        }
    }

    private String shown(
            Actor actor, CertificateId id, List<Finding> findings, boolean changed, Model model) {
        model.addAttribute("certificate", passphrases.certificate(actor, id));
        model.addAttribute("findings", findings);
        model.addAttribute("changed", changed);
        return "certificate/passphrase";
    }

    private static SecretBytes secret(SubmittedForm form, String name) {
        return form.secret(name).orElseGet(() -> SecretBytes.takeOver(new byte[0]));
    }
}
