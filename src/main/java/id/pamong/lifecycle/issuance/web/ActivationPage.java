package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.issuance.Activation;
import id.pamong.lifecycle.issuance.ActivationId;
import id.pamong.lifecycle.issuance.ActivationOutcome;
import id.pamong.lifecycle.issuance.ActivationStep;
import id.pamong.lifecycle.issuance.CertificateTerms;
import id.pamong.lifecycle.issuance.Consents;
import id.pamong.lifecycle.issuance.HeldKeys;
import id.pamong.lifecycle.issuance.Issuance;
import id.pamong.lifecycle.issuance.Receipts;
import id.pamong.office.identity.Actor;
import id.pamong.office.letter.TextKind;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of an activation shows, whichever of its forms was sent. */
@Component
class ActivationPage {
    private final Issuance issuance;
    private final Consents consents;
    private final Receipts receipts;
    private final HeldKeys heldKeys;
    private final Clock clock;

    ActivationPage(
            Issuance issuance,
            Consents consents,
            Receipts receipts,
            HeldKeys heldKeys,
            Clock clock) {
        this.issuance = issuance;
        this.consents = consents;
        this.receipts = receipts;
        this.heldKeys = heldKeys;
        this.clock = clock;
    }

    /** On to the next step, or the same page with every reason. */
    String after(
            Actor actor,
            LocalGovernment government,
            ActivationId id,
            ActivationOutcome outcome,
            Model model) {
        return switch (outcome) {
            case ActivationOutcome.Done _ -> back(government, id);
            case ActivationOutcome.Refused(List<Finding> findings) ->
                    show(actor, government, id, findings, model);
        };
    }

    static String back(LocalGovernment government, ActivationId id) {
        return "redirect:/" + government.slug() + "/aktivasi/" + id;
    }

    /** The page at its step, with what was refused. */
    String show(
            Actor actor,
            LocalGovernment government,
            ActivationId id,
            List<Finding> findings,
            Model model) {
        Activation activation = issuance.view(actor, id);
        model.addAttribute("activation", activation);
        var keyed = issuance.readBack(actor, activation);
        CertificateTerms terms = issuance.terms(government.id(), activation);
        var authority = issuance.authority(government.id(), terms.profile());
        model.addAttribute("terms", terms);
        model.addAttribute(
                "steps",
                StepLine.of(
                        activation,
                        terms.profile().isOfSystem(),
                        authority.capabilities(),
                        keyed.isPresent()));
        model.addAttribute("keyed", keyed.orElse(null));
        if (!model.containsAttribute("what")) {
            model.addAttribute("what", "");
        }
        model.addAttribute("standing", authority.standing(government.id()));
        model.addAttribute("authority", authority.name(government.id()));
        model.addAttribute("findings", findings);
        model.addAttribute("now", clock.instant());
        if (activation.step() == ActivationStep.STATEMENT) {
            model.addAttribute(
                    "text",
                    consents.text(
                            government.id(),
                            consents.statementOf(government.id(), activation),
                            terms.profile()));
        }
        if (activation.step() == ActivationStep.AGREEMENT) {
            model.addAttribute(
                    "text",
                    consents.text(government.id(), TextKind.SUBSCRIBER_AGREEMENT, terms.profile()));
        }
        if (activation.step() == ActivationStep.PASSPHRASE) {
            model.addAttribute("subject", base64(HeldKeys.subject(terms)));
            model.addAttribute("heldKinds", heldKeys.offered(government.id(), terms.profile()));
        }
        issuance.certificate(government.id(), activation)
                .ifPresent(one -> {
                    model.addAttribute("certificate", one);
                    model.addAttribute("isHeld", !one.isKeyHere() && one.system() == null);
                    model.addAttribute("der", base64(one.der()));
                    model.addAttribute(
                            "issuers",
                            one.chainDer().stream()
                                    .map(ActivationPage::base64)
                                    .collect(Collectors.joining(" ")));
                    model.addAttribute(
                            "signsWith", receipts.signsWith(government.id(), one).orElse(null));
                });
        return "issuance/activation";
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }
}
