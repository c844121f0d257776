package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.revocation.AuthorityContacts;
import id.pamong.lifecycle.revocation.CaseDecisions;
import id.pamong.lifecycle.revocation.CaseOutcome;
import id.pamong.lifecycle.revocation.CaseState;
import id.pamong.lifecycle.revocation.Objections;
import id.pamong.lifecycle.revocation.Origin;
import id.pamong.lifecycle.revocation.OwnerRevocations;
import id.pamong.lifecycle.revocation.RevocationCase;
import id.pamong.lifecycle.revocation.RevocationCaseId;
import id.pamong.lifecycle.revocation.RevocationDesk;
import id.pamong.lifecycle.revocation.ShownProof;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One case: its owner answers, an officer decides, the head decides objections. */
@Controller
class CaseController {
    private final RevocationDesk desk;
    private final CaseDecisions decisions;
    private final OwnerRevocations owner;
    private final Objections objections;
    private final AuthorityContacts contacts;
    private final Certificates certificates;
    private final People people;
    private final Permissions permissions;
    private final Dates dates;

    CaseController(
            RevocationDesk desk,
            CaseDecisions decisions,
            OwnerRevocations owner,
            Objections objections,
            AuthorityContacts contacts,
            Certificates certificates,
            People people,
            Permissions permissions,
            Dates dates) {
        this.desk = desk;
        this.decisions = decisions;
        this.owner = owner;
        this.objections = objections;
        this.contacts = contacts;
        this.certificates = certificates;
        this.people = people;
        this.permissions = permissions;
        this.dates = dates;
    }

    /** A step of the line of steps. */
    public record LineStep(String key, boolean done, boolean current, String note) {}

    /** A line of the history, with the name of who did it. */
    public record Deed(String step, String at, String by, String note) {}

    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan/{id}")
    String view(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        model.addAttribute("notice", form.has("diblokir") ? "revocation.notice.blocked" : null);
        return shown(actor, government, desk.view(actor, idOf(id)), form, model);
    }

    private String shown(
            Actor actor,
            LocalGovernment government,
            RevocationCase it,
            SubmittedForm form,
            Model model) {
        boolean own = it.person().equals(actor.person());
        Scope scope = own ? Scope.OWN : Scope.OTHERS;
        String state = it.state().name();
        model.addAttribute("it", it);
        model.addAttribute("own", own);
        model.addAttribute("decideBy", desk.decideBy(government.id(), it).orElse(null));
        model.addAttribute(
                "certificate", certificates.byId(government.id(), it.certificate()).orElseThrow());
        model.addAttribute("steps", steps(it, government));
        model.addAttribute("deeds", deeds(government, it));
        model.addAttribute("contact", contacts.of(government.id()));
        model.addAttribute(
                "mayDecide", permissions.mayTry(actor, "revocation.decide", state, scope));
        model.addAttribute(
                "mayAnswer", permissions.mayTry(actor, "revocation.answer", state, scope));
        model.addAttribute(
                "mayDecideObjection",
                permissions.mayTry(actor, "revocation.decide-objection", state, scope));
        model.addAttribute("note", Typed.cut(form.text("note"), 3000));
        model.addAttribute("objection", Typed.cut(form.text("objection"), 3000));
        model.addAttribute("signed", desk.decision(actor, it.id(), true).isPresent());
        model.addAttribute("letter", desk.notice(actor, it.id()).orElse(null));
        model.addAttribute("answer", Typed.cut(form.text("answer"), 3000));
        return "revocation/case";
    }

    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan/{id}/pemberitahuan.pdf")
    ResponseEntity<byte[]> noticeLetter(
            Actor actor, LocalGovernment government, @PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("pemberitahuan.pdf")
                                .build()
                                .toString())
                .body(desk.noticePdf(actor, idOf(id)));
    }

    @Performs("revocation.decide")
    @PostMapping("/{government}/pencabutan/{id}/putuskan")
    String decide(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        RevocationCase it = desk.view(actor, idOf(id));
        int version = Typed.version(form);
        String note = form.text("note");
        Optional<SecretBytes> passphrase = form.secret("passphrase");
        CaseOutcome outcome =
                switch (form.text("step")) {
                    case "APPROVE" -> decisions.approve(actor, it.id(), version, note, passphrase);
                    case "HOLD" -> decisions.hold(actor, it.id(), version, note, passphrase);
                    case "RELEASE" ->
                            decisions.release(
                                    actor,
                                    it.id(),
                                    version,
                                    note,
                                    form.has("identified"),
                                    passphrase);
                    case "DISMISS" ->
                            decisions.dismiss(
                                    actor,
                                    it.id(),
                                    version,
                                    note,
                                    form.has("identified"),
                                    passphrase);
                    case "CA_DONE" -> decisions.doneByHand(actor, it.id(), version, note);
                    default -> throw new NotFound("revocation.not-found");
                };
        return after(actor, government, it, outcome, form, model);
    }

    @Performs("revocation.answer")
    @PostMapping("/{government}/pencabutan/{id}/jawab")
    String answer(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        RevocationCase it = desk.view(actor, idOf(id));
        CaseOutcome outcome =
                form.text("step").equals("AGREE")
                        ? owner.agree(actor, it.id())
                        : owner.object(actor, it.id(), form.text("objection"));
        return after(actor, government, it, outcome, form, model);
    }

    @Performs("revocation.decide-objection")
    @PostMapping("/{government}/pencabutan/{id}/keberatan")
    String objection(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            SubmittedForm form,
            Model model) {
        RevocationCase it = desk.view(actor, idOf(id));
        CaseOutcome outcome =
                objections.decide(
                        actor,
                        it.id(),
                        Typed.version(form),
                        form.text("step").equals("UPHOLD"),
                        form.text("answer"));
        return after(actor, government, it, outcome, form, model);
    }

    private String after(
            Actor actor,
            LocalGovernment government,
            RevocationCase it,
            CaseOutcome outcome,
            SubmittedForm form,
            Model model) {
        return switch (outcome) {
            case CaseOutcome.Done _ -> "redirect:/" + government.slug() + "/pencabutan/" + it.id();
            case CaseOutcome.Refused(var findings) -> {
                model.addAttribute("findings", findings);
                yield shown(actor, government, it, form, model);
            }
        };
    }

    /** What the officer signed last, or the signature over it. */
    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan/{id}/putusan.json")
    ResponseEntity<byte[]> decision(
            Actor actor, LocalGovernment government, @PathVariable String id) {
        return decided(actor, id, false);
    }

    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan/{id}/putusan.p7s")
    ResponseEntity<byte[]> signature(
            Actor actor, LocalGovernment government, @PathVariable String id) {
        return decided(actor, id, true);
    }

    private ResponseEntity<byte[]> decided(Actor actor, String id, boolean signature) {
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                signature ? "application/pkcs7-signature" : "application/json"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("putusan-pencabutan." + (signature ? "p7s" : "json"))
                                .build()
                                .toString())
                .body(
                        desk.decision(actor, idOf(id), signature)
                                .orElseThrow(() -> new NotFound("revocation.not-found")));
    }

    /** The bytes behind the proof, as they were published. */
    @Performs("revocation.view")
    @GetMapping("/{government}/pencabutan/{id}/bukti/{kind}")
    ResponseEntity<byte[]> proof(
            Actor actor,
            LocalGovernment government,
            @PathVariable String id,
            @PathVariable String kind) {
        ShownProof.Kind which =
                switch (kind) {
                    case "ocsp" -> ShownProof.Kind.OCSP;
                    case "crl" -> ShownProof.Kind.CRL;
                    default -> throw new NotFound("revocation.not-found");
                };
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                which == ShownProof.Kind.OCSP
                                        ? "application/ocsp-response"
                                        : "application/pkix-crl"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(
                                        "bukti-pencabutan."
                                                + (which == ShownProof.Kind.OCSP ? "ors" : "crl"))
                                .build()
                                .toString())
                .body(desk.proof(actor, idOf(id), which));
    }

    private List<LineStep> steps(RevocationCase it, LocalGovernment government) {
        List<LineStep> steps = new ArrayList<>();
        boolean over =
                switch (it.state()) {
                    case RELEASED, DISMISSED, LAPSED -> true;
                    case REQUESTED, NOTICED, OBJECTED, HELD, ORDERED, BY_HAND, REVOKED, CONFIRMED ->
                            false;
                };
        steps.add(
                new LineStep(
                        "revocation.line.opened." + it.origin(),
                        true,
                        false,
                        dates.at(it.openedAt(), government)));
        if (over) {
            steps.add(line(it, government, it.state()));
            return steps;
        }
        if (it.objectUntil() != null) {
            steps.add(
                    new LineStep(
                            "revocation.line.NOTICED",
                            it.state() != CaseState.NOTICED && it.state() != CaseState.OBJECTED,
                            it.state() == CaseState.NOTICED || it.state() == CaseState.OBJECTED,
                            dates.on(it.objectUntil())));
        }
        if (it.state() == CaseState.HELD) {
            steps.add(line(it, government, CaseState.HELD));
        }
        boolean decided = reached(it, CaseState.ORDERED).isPresent();
        steps.add(
                new LineStep(
                        "revocation.line.decided",
                        decided,
                        it.state() == CaseState.REQUESTED,
                        reached(it, CaseState.ORDERED)
                                .map(at -> dates.at(at, government))
                                .orElse("")));
        for (CaseState state : List.of(CaseState.REVOKED, CaseState.CONFIRMED)) {
            steps.add(line(it, government, state));
        }
        return steps;
    }

    private LineStep line(RevocationCase it, LocalGovernment government, CaseState state) {
        Optional<java.time.Instant> at = reached(it, state);
        boolean current =
                switch (state) {
                    case REVOKED -> it.isOnlyHere();
                    case CONFIRMED -> it.state() == CaseState.REVOKED;
                    case HELD -> it.state() == CaseState.HELD;
                    default -> false;
                };
        return new LineStep(
                "revocation.line." + state,
                at.isPresent() && !current,
                current,
                at.map(when -> dates.at(when, government)).orElse(""));
    }

    private static Optional<java.time.Instant> reached(RevocationCase it, CaseState state) {
        return it.history().stream()
                .filter(entry -> entry.to() == state)
                .reduce((first, second) -> second)
                .map(entry -> entry.at());
    }

    private List<Deed> deeds(LocalGovernment government, RevocationCase it) {
        return it.history().stream()
                .map(entry ->
                        new Deed(
                                "revocation.step." + entry.step().name().toLowerCase(Locale.ROOT),
                                dates.at(entry.at(), government),
                                entry.by() == null
                                        ? ""
                                        : people.byId(government.id(), entry.by())
                                                .map(Person::displayName)
                                                .orElse(""),
                                entry.note()))
                .toList();
    }

    private static RevocationCaseId idOf(String text) {
        return new RevocationCaseId(Typed.id(text));
    }

    /** Whom the registration authority may speak for when it opens a case. */
    static Origin origin(SubmittedForm form) {
        return form.text("origin").equals("CA") ? Origin.CA : Origin.RA;
    }
}
