package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.identity.passkey.PasskeyAsking;
import id.pamong.office.identity.passkey.PasskeyProblem;
import id.pamong.office.identity.passkey.PasskeyQuestions;
import id.pamong.office.identity.passkey.Passkeys;
import id.pamong.office.identity.sso.SsoSettings;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Passkeys: what the browser is asked, the owner's list, and signing in. Everything works without
 * them and without JavaScript too, by password and authenticator app.
 */
@Controller
class PasskeyController {
    private static final String PAGE = "/akun/kunci-sandi";

    private final Passkeys passkeys;
    private final PasskeyAsking asking;
    private final SecondFactor factor;
    private final SignedIn signedIn;
    private final BrowserCookie browser;
    private final SsoSettings settings;
    private final People people;

    PasskeyController(
            Passkeys passkeys,
            PasskeyAsking asking,
            SecondFactor factor,
            SignedIn signedIn,
            BrowserCookie browser,
            SsoSettings settings,
            People people) {
        this.passkeys = passkeys;
        this.asking = asking;
        this.factor = factor;
        this.signedIn = signedIn;
        this.browser = browser;
        this.settings = settings;
        this.people = people;
    }

    @Performs("identity.account")
    @GetMapping("/{government}/akun/kunci-sandi")
    String page(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        String notice =
                form.has("ditambah")
                        ? "identity.passkeys.added"
                        : form.has("diberi-nama")
                                ? "identity.passkeys.named"
                                : form.has("dihapus") ? "identity.passkeys.removed" : null;
        model.addAttribute("notice", notice);
        return shown(actor, form.text("label"), model);
    }

    private String shown(Actor actor, String label, Model model) {
        model.addAttribute("passkeys", passkeys.of(actor));
        model.addAttribute("mayEnrol", factor.mayEnrol(actor));
        model.addAttribute("most", Passkeys.MOST);
        model.addAttribute(
                "label", label.substring(0, Math.min(label.length(), Passkeys.LONGEST_LABEL)));
        return "identity/passkeys";
    }

    @Performs("identity.add-passkey")
    @GetMapping("/{government}/akun/kunci-sandi/pertanyaan")
    ResponseEntity<PasskeyQuestions.ToCreate> askToEnrol(LocalGovernment government, Actor actor) {
        return fresh(
                asking.toEnrol(
                        actor,
                        people.get(government.id(), actor.person()).displayName(),
                        "Pamong " + government.place()));
    }

    @Performs("identity.add-passkey")
    @PostMapping("/{government}/akun/kunci-sandi")
    String enrol(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        String label = form.text("label");
        Finding problem;
        if (label.isEmpty()) {
            problem = Finding.blocking("passkey.label-missing", "label");
        } else {
            switch (passkeys.enrol(actor, form.text("passkey"), label)) {
                case Passkeys.Enrolment.Enrolled(var codes) -> {
                    signedIn.factorShown(request, actor);
                    if (codes.isEmpty()) {
                        return "redirect:/" + government.slug() + PAGE + "?ditambah";
                    }
                    model.addAttribute("codes", codes);
                    model.addAttribute("onward", "/" + government.slug() + PAGE + "?ditambah");
                    return "identity/backup-codes";
                }
                case Passkeys.Enrolment.Refused(var why) ->
                        problem = Finding.blocking(why.findingCode(), "label");
                case Passkeys.Enrolment.TooMany() ->
                        problem = Finding.blocking("passkey.too-many", "label", Passkeys.MOST);
            }
        }
        model.addAttribute("findings", List.of(problem));
        return shown(actor, label, model);
    }

    @Performs("identity.name-passkey")
    @PostMapping("/{government}/akun/kunci-sandi/{id}/nama")
    String rename(
            LocalGovernment government,
            Actor actor,
            @PathVariable("id") UUID passkey,
            SubmittedForm form,
            Model model) {
        passkeys.requireOwn(actor, passkey);
        if (form.text("label").isEmpty()) {
            model.addAttribute(
                    "findings", List.of(Finding.blocking("passkey.label-missing", "label")));
            return shown(actor, "", model);
        }
        passkeys.rename(actor, passkey, form.text("label"));
        return "redirect:/" + government.slug() + PAGE + "?diberi-nama";
    }

    /** All other sessions of the account end, as after a new password. */
    @Performs("identity.remove-passkey")
    @PostMapping("/{government}/akun/kunci-sandi/{id}/hapus")
    String remove(
            LocalGovernment government,
            Actor actor,
            @PathVariable("id") UUID passkey,
            HttpServletRequest request) {
        passkeys.remove(actor, passkey);
        signedIn.endAll(actor.account());
        signedIn.begin(request, government.id(), actor.account());
        return "redirect:/" + government.slug() + PAGE + "?dihapus";
    }

    @Performs("identity.prove-factor")
    @GetMapping("/{government}/kode/pertanyaan")
    ResponseEntity<PasskeyQuestions.ToShow> askToProve(LocalGovernment government, Actor actor) {
        return fresh(asking.toProve(actor));
    }

    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk/kunci-sandi")
    ResponseEntity<PasskeyQuestions.ToShow> askToSignIn(LocalGovernment government) {
        return fresh(asking.toSignIn(government.id()));
    }

    /** A shown passkey is both factors: what the owner has, and finger, face or PIN. */
    @Performs("identity.sign-in")
    @PostMapping("/{government}/masuk/kunci-sandi")
    String signIn(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        switch (passkeys.signIn(government.id(), form.text("passkey"))) {
            case Passkeys.Outcome.Welcome(var account) -> {
                signedIn.begin(request, government.id(), account);
                browser.remember(government, account, request, response);
                signedIn.actor(request, government)
                        .ifPresent(actor -> signedIn.factorShown(request, actor));
                return "redirect:" + SafePath.of(government, form.text("lanjut"));
            }
            case Passkeys.Outcome.Refused(PasskeyProblem problem) -> {
                model.addAttribute(
                        "findings", List.of(Finding.blocking(problem.findingCode(), "passkey")));
                model.addAttribute("onward", form.text("lanjut"));
                model.addAttribute("who", "");
                settings.active(government.id())
                        .ifPresent(provider -> model.addAttribute("ssoLabel", provider.label()));
                return "identity/sign-in";
            }
        }
    }

    private static <T> ResponseEntity<T> fresh(T question) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(question);
    }
}
