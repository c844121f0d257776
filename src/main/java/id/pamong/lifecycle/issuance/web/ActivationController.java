package id.pamong.lifecycle.issuance.web;

import id.pamong.lifecycle.issuance.ActivationId;
import id.pamong.lifecycle.issuance.ActivationOutcome;
import id.pamong.lifecycle.issuance.Consents;
import id.pamong.lifecycle.issuance.Issuance;
import id.pamong.lifecycle.issuance.Ordering;
import id.pamong.lifecycle.issuance.Receipts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
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

/** The applicant's own page, one decision at a time. */
@Controller
class ActivationController {
    static final String PAGE = "/{government}/aktivasi/{id}";

    private final Issuance issuance;
    private final Consents consents;
    private final Ordering ordering;
    private final Receipts receipts;
    private final ActivationPage page;

    ActivationController(
            Issuance issuance,
            Consents consents,
            Ordering ordering,
            Receipts receipts,
            ActivationPage page) {
        this.issuance = issuance;
        this.consents = consents;
        this.ordering = ordering;
        this.receipts = receipts;
        this.page = page;
    }

    @Performs("issuance.begin")
    @GetMapping("/{government}/aktivasi/pengelola")
    String begin(Actor actor, LocalGovernment government) {
        return ActivationPage.back(government, issuance.beginByCeremony(actor));
    }

    @Performs("issuance.activate")
    @GetMapping(PAGE)
    String page(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        return page.show(actor, government, new ActivationId(id), List.of(), model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/kode")
    String code(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        return after(
                actor,
                government,
                activation,
                issuance.enterCode(actor, activation, form.text("code")),
                model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/data")
    String confirmData(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        return after(
                actor,
                government,
                activation,
                issuance.confirmData(actor, activation, form.has("declared"), form.text("sha256")),
                model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/data/kembalikan")
    String sendBack(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        model.addAttribute("what", form.text("what"));
        return switch (issuance.sendBack(actor, activation, form.text("what"))) {
            case ActivationOutcome.Done _ ->
                    "redirect:/" + government.slug() + "/permohonan/" + activation;
            case ActivationOutcome.Refused(List<Finding> findings) ->
                    page.show(actor, government, activation, findings, model);
        };
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/ketentuan")
    String statement(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        return after(
                actor,
                government,
                activation,
                consents.acceptStatement(
                        actor, activation, form.has("accepted"), form.text("sha256")),
                model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/perjanjian")
    String agreement(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        return after(
                actor,
                government,
                activation,
                consents.acceptAgreement(
                        actor, activation, form.has("accepted"), form.text("sha256")),
                model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/passphrase")
    String passphrase(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        try (SecretBytes passphrase = secret(form, "passphrase");
                SecretBytes repeated = secret(form, "passphraseRepeat")) {
            return after(
                    actor,
                    government,
                    activation,
                    ordering.order(actor, activation, passphrase, repeated),
                    model);
        }
    }

    /** Of a system: its host's request is forwarded, no passphrase is chosen. */
    @Performs("issuance.activate")
    @PostMapping(PAGE + "/csr")
    String system(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        ActivationId activation = new ActivationId(id);
        return after(
                actor, government, activation, ordering.orderForSystem(actor, activation), model);
    }

    @Performs("issuance.activate")
    @PostMapping(PAGE + "/tanda-terima")
    String receipt(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ActivationId activation = new ActivationId(id);
        try (SecretBytes passphrase = secret(form, "passphrase")) {
            return after(
                    actor,
                    government,
                    activation,
                    receipts.sign(actor, activation, passphrase),
                    model);
        }
    }

    @Performs("issuance.paper")
    @GetMapping(PAGE + "/{paper:perjanjian|tanda-terima}.pdf")
    ResponseEntity<byte[]> paper(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @PathVariable String paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(paper + ".pdf").build().toString())
                .body(issuance.paper(actor, new ActivationId(id), paper));
    }

    private String after(
            Actor actor,
            LocalGovernment government,
            ActivationId id,
            ActivationOutcome outcome,
            Model model) {
        return page.after(actor, government, id, outcome, model);
    }

    private static SecretBytes secret(SubmittedForm form, String name) {
        return form.secret(name).orElseGet(() -> SecretBytes.takeOver(new byte[0]));
    }
}
