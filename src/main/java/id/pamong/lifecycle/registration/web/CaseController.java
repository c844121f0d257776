package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.registration.CaseView;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.ClaimOutcome;
import id.pamong.lifecycle.registration.DecisionDesk;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.DecisionOutcome;
import id.pamong.lifecycle.registration.Notes;
import id.pamong.lifecycle.registration.ReasonCode;
import id.pamong.lifecycle.registration.SaveOutcome;
import id.pamong.lifecycle.registration.VerificationDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** A case: papers at the left, the four check groups and the decision at the right (MDN-11). */
@Controller
class CaseController {
    private static final String CASE = "/{government}/petugas/permohonan/{id}";

    private final VerificationDesk desk;
    private final DecisionDesk decisions;
    private final ShownPapers papers;
    private final Regulations regulations;
    private final Permissions permissions;
    private final Dates dates;

    private final Collectives collectives;

    CaseController(
            VerificationDesk desk,
            DecisionDesk decisions,
            ShownPapers papers,
            Regulations regulations,
            Permissions permissions,
            Dates dates,
            Collectives collectives) {
        this.desk = desk;
        this.decisions = decisions;
        this.papers = papers;
        this.regulations = regulations;
        this.permissions = permissions;
        this.dates = dates;
        this.collectives = collectives;
    }

    @Performs("registration.view")
    @GetMapping(CASE)
    String page(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model) {
        model.addAttribute(
                "notice",
                form.has("diputus")
                        ? "registration.case.decided"
                        : form.has("tersimpan") ? "registration.case.saved" : null);
        return show(government, actor, new ApplicationId(id), null, locale, model);
    }

    /** What was typed on a page that had lost the case comes along and is kept. */
    @Performs("registration.claim")
    @PostMapping(CASE + "/ambil")
    String claim(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ApplicationId application = new ApplicationId(id);
        ClaimOutcome outcome = desk.claim(actor, application);
        if (outcome instanceof ClaimOutcome.Taken(var claim) && form.has("dossier")) {
            Notes typed = NotesForm.read(form);
            desk.save(
                    actor,
                    application,
                    new Notes(
                            claim.token(), typed.dossierSha256(), typed.answers(), typed.draft()));
        }
        return switch (outcome) {
            case ClaimOutcome.Taken _ -> toCase(government, application, "");
            case ClaimOutcome.NotToVerify _ -> toCase(government, application, "");
            case ClaimOutcome.HeldByOther(String officer, var until) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("alert", "registration.case.held");
                model.addAttribute(
                        "alertArguments", new Object[] {officer, dates.time(until, government)});
                yield show(government, actor, application, null, locale, model);
            }
            case ClaimOutcome.Refused(List<Finding> findings) -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield show(government, actor, application, null, locale, model);
            }
        };
    }

    @Performs("registration.release")
    @PostMapping(CASE + "/lepas")
    String release(LocalGovernment government, Actor actor, @PathVariable UUID id) {
        desk.release(actor, new ApplicationId(id));
        return "redirect:/" + government.slug() + "/petugas/antrean";
    }

    @Performs("registration.check")
    @PostMapping(CASE + "/simpan")
    String save(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            @RequestHeader(name = "X-Pamong-Part", required = false) @Nullable String part,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ApplicationId application = new ApplicationId(id);
        Notes notes = NotesForm.read(form);
        boolean onlyStatus = "status".equals(part);
        return switch (desk.save(actor, application, notes)) {
            case SaveOutcome.Saved saved -> {
                if (!onlyStatus) {
                    yield toCase(government, application, "?tersimpan");
                }
                model.addAttribute("view", desk.view(actor, application));
                yield "registration/desk-status :: status";
            }
            case SaveOutcome.Changed _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                if (onlyStatus) {
                    yield "registration/desk-status :: changed";
                }
                yield changed(government, actor, application, notes, locale, model);
            }
        };
    }

    @Performs("registration.decide")
    @PostMapping(CASE + "/putusan")
    String decide(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ApplicationId application = new ApplicationId(id);
        Notes notes = NotesForm.read(form);
        DecisionOutcome outcome =
                decisions.decide(actor, application, notes, form.secret("passphrase"));
        return switch (outcome) {
            case DecisionOutcome.Decided _ -> toCase(government, application, "?diputus");
            case DecisionOutcome.Refused(List<Finding> findings) ->
                    refused(
                            government,
                            actor,
                            application,
                            notes,
                            findings,
                            locale,
                            model,
                            response);
            case DecisionOutcome.WrongPassphrase(int left) ->
                    refused(
                            government,
                            actor,
                            application,
                            notes,
                            List.of(
                                    Finding.blocking(
                                            "registration.wrong-passphrase", "passphrase", left)),
                            locale,
                            model,
                            response);
            case DecisionOutcome.Blocked(var until) ->
                    refused(
                            government,
                            actor,
                            application,
                            notes,
                            List.of(
                                    Finding.blocking(
                                            "registration.key-blocked",
                                            "passphrase",
                                            dates.time(until, government))),
                            locale,
                            model,
                            response);
            case DecisionOutcome.Changed _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield changed(government, actor, application, notes, locale, model);
            }
        };
    }

    @Performs("registration.unmask")
    @PostMapping(CASE + "/nik")
    String unmask(
            LocalGovernment government,
            Actor actor,
            @PathVariable UUID id,
            SubmittedForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ApplicationId application = new ApplicationId(id);
        List<Finding> findings = desk.unmask(actor, application, form.text("maskReason"));
        if (findings.isEmpty()) {
            return toCase(government, application, "#identitas");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("findings", findings);
        model.addAttribute("maskReason", form.text("maskReason"));
        return show(government, actor, application, null, locale, model);
    }

    private String refused(
            LocalGovernment government,
            Actor actor,
            ApplicationId id,
            Notes notes,
            List<Finding> findings,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("findings", findings);
        return show(government, actor, id, notes, locale, model);
    }

    private String changed(
            LocalGovernment government,
            Actor actor,
            ApplicationId id,
            Notes notes,
            Locale locale,
            Model model) {
        model.addAttribute("alert", "registration.case.changed");
        model.addAttribute("alertArguments", new Object[0]);
        model.addAttribute("late", true);
        return show(government, actor, id, notes, locale, model);
    }

    /**
     * The page.
     *
     * @param typed what was just typed, or null for what is kept
     */
    private String show(
            LocalGovernment government,
            Actor actor,
            ApplicationId id,
            @Nullable Notes typed,
            Locale locale,
            Model model) {
        CaseView view = desk.view(actor, id);
        Notes kept =
                new Notes(
                        view.verification()
                                .claim()
                                .map(claim -> claim.token())
                                .orElseGet(() -> new UUID(0, 0)),
                        view.dossier().sha256(),
                        view.verification().answers(),
                        view.verification().draft());
        if (!model.containsAttribute("late")) {
            model.addAttribute("late", false);
        }
        model.addAttribute("view", view);
        model.addAttribute("batch", collectives.batchOf(government.id(), id).orElse(null));
        model.addAttribute("notes", typed == null ? kept : typed);
        model.addAttribute("papers", papers.of(government, view, locale));
        model.addAttribute("groups", CheckGroup.values());
        model.addAttribute("results", CheckResult.values());
        model.addAttribute(
                "outcomes",
                DecisionDraft.Outcome.knownTo(regulations.byHash(view.dossier().regulationHash())));
        model.addAttribute("reasonCodes", ReasonCode.values());
        model.addAttribute("factorFresh", permissions.hasFreshFactor(actor));
        return "registration/desk-case";
    }

    private static String toCase(LocalGovernment government, ApplicationId id, String rest) {
        return "redirect:/" + government.slug() + "/petugas/permohonan/" + id + rest;
    }
}
