package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.issuance.ActivationId;
import id.pamong.lifecycle.issuance.HeldReceipts;
import id.pamong.lifecycle.issuance.Ordering;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Activation with a key that the owner's browser makes and keeps: request, receipt in two steps.
 */
@Controller
class HeldKeyController {
    /** Longest signature of a key that is offered, in bytes; RSA of 4096 bits has 512. */
    private static final int LONGEST_SIGNATURE = 1024;

    private final Ordering ordering;
    private final HeldReceipts receipts;
    private final ActivationPage page;

    HeldKeyController(Ordering ordering, HeldReceipts receipts, ActivationPage page) {
        this.ordering = ordering;
        this.receipts = receipts;
        this.page = page;
    }

    @Performs("issuance.activate")
    @PostMapping(ActivationController.PAGE + "/kunci-sendiri")
    String order(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        byte[] request = form.text("csr").getBytes(StandardCharsets.ISO_8859_1);
        return page.after(
                actor,
                government,
                activation,
                ordering.orderForHeldKey(actor, activation, request),
                model);
    }

    @Performs("issuance.activate")
    @PostMapping(ActivationController.PAGE + "/tanda-terima/siapkan")
    ResponseEntity<Map<String, String>> prepare(Actor actor, @PathVariable UUID id) {
        byte[] toBeSigned = receipts.prepare(actor, new ActivationId(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("toBeSigned", Base64.getEncoder().encodeToString(toBeSigned)));
    }

    @Performs("issuance.activate")
    @PostMapping(ActivationController.PAGE + "/tanda-terima/sendiri")
    String complete(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        return page.after(
                actor,
                government,
                activation,
                receipts.complete(actor, activation, signature(form)),
                model);
    }

    /** Nothing where no signature was sent: such a one fits no certificate. */
    private static byte[] signature(SubmittedForm form) {
        String sent = form.text("signature");
        try {
            return sent.length() <= LONGEST_SIGNATURE * 2
                    ? Base64.getDecoder().decode(sent)
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
