package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.letter.Letters;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The second factor: enrol, show, replace, and the backup codes. */
@Controller
class FactorController {
    private static final int QR_PIXELS = 220;

    private final SecondFactor factor;
    private final ShownFactors shownFactors;
    private final SignedIn signedIn;
    private final People people;
    private final Letters letters;
    private final Dates dates;

    FactorController(
            SecondFactor factor,
            ShownFactors shownFactors,
            SignedIn signedIn,
            People people,
            Letters letters,
            Dates dates) {
        this.factor = factor;
        this.shownFactors = shownFactors;
        this.signedIn = signedIn;
        this.people = people;
        this.letters = letters;
        this.dates = dates;
    }

    /** The first authenticator, or a new one after a release by an officer. */
    @Performs("identity.enrol-factor")
    @GetMapping("/{government}/akun/faktor")
    String enrolPage(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        if (!factor.mayEnrol(actor)) {
            return "redirect:/" + government.slug() + "/akun/faktor/ganti";
        }
        return enrolForm(government, actor, form, model, "/akun/faktor");
    }

    @Performs("identity.enrol-factor")
    @PostMapping("/{government}/akun/faktor")
    String enrol(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        return confirm(government, actor, form, request, model, "/akun/faktor");
    }

    /** Another authenticator in place of the one just shown. */
    @Performs("identity.replace-factor")
    @GetMapping("/{government}/akun/faktor/ganti")
    String replacePage(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        return enrolForm(government, actor, form, model, "/akun/faktor/ganti");
    }

    @Performs("identity.replace-factor")
    @PostMapping("/{government}/akun/faktor/ganti")
    String replace(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        return confirm(government, actor, form, request, model, "/akun/faktor/ganti");
    }

    /** The pending secret as a picture for the authenticator app. */
    @Performs("identity.enrol-factor")
    @GetMapping("/{government}/akun/faktor/qr.png")
    ResponseEntity<byte[]> qr(LocalGovernment government, Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(letters.qrPng(keyUri(government, actor), QR_PIXELS));
    }

    /** New backup codes, shown once. */
    @Performs("identity.renew-backup-codes")
    @PostMapping("/{government}/akun/kode-cadangan")
    String renew(LocalGovernment government, Actor actor, Model model) {
        model.addAttribute("codes", factor.renewBackupCodes(actor));
        model.addAttribute("onward", "/" + government.slug() + "/akun");
        return "identity/backup-codes";
    }

    /** Asks for the second factor and goes on to where it was needed. */
    @Performs("identity.prove-factor")
    @GetMapping("/{government}/kode")
    String provePage(SubmittedForm form, Model model) {
        model.addAttribute("onward", form.text("lanjut"));
        return "identity/prove";
    }

    @Performs("identity.prove-factor")
    @PostMapping("/{government}/kode")
    String prove(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        Optional<SecondFactor.Outcome> outcome = shownFactors.judge(form, actor);
        if (outcome.isPresent() && outcome.get() instanceof SecondFactor.Outcome.Proven) {
            signedIn.factorShown(request, actor);
            return "redirect:" + SafePath.of(government, form.text("lanjut"));
        }
        model.addAttribute("findings", List.of(finding(outcome, government, dates)));
        model.addAttribute("onward", form.text("lanjut"));
        return "identity/prove";
    }

    /** What to say about a code that did not prove anything. */
    static Finding finding(
            Optional<SecondFactor.Outcome> outcome, LocalGovernment government, Dates dates) {
        return outcome.map(shown ->
                        switch (shown) {
                            case SecondFactor.Outcome.Blocked(var until) ->
                                    Finding.blocking(
                                            "tries.blocked", "totp", dates.time(until, government));
                            case SecondFactor.Outcome.Wrong(int left) -> wrong(left);
                            case SecondFactor.Outcome.Refused(var code) ->
                                    Finding.blocking(code, "totp");
                            case SecondFactor.Outcome.Proven _ -> wrong(0);
                        })
                .orElseGet(() -> Finding.blocking("factor.missing", "totp"));
    }

    private static Finding wrong(int left) {
        return left > 0
                ? Finding.blocking("factor.wrong", "totp", left)
                : Finding.blocking("factor.wrong-last", "totp");
    }

    private String enrolForm(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            Model model,
            String action) {
        model.addAttribute("secret", grouped(factor.pendingSecret(actor)));
        model.addAttribute("action", "/" + government.slug() + action);
        model.addAttribute("onward", form.text("lanjut"));
        model.addAttribute("replaces", factor.hasAuthenticator(government.id(), actor.account()));
        return "identity/enrol";
    }

    private String confirm(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model,
            String action) {
        Optional<SecretBytes> code = form.secret("totp");
        Finding problem = Finding.blocking("factor.missing", "totp");
        if (code.isPresent()) {
            switch (factor.confirm(actor, code.get())) {
                case SecondFactor.Enrolment.Confirmed(var codes) -> {
                    signedIn.factorShown(request, actor);
                    model.addAttribute("codes", codes);
                    model.addAttribute("onward", SafePath.of(government, form.text("lanjut")));
                    return "identity/backup-codes";
                }
                case SecondFactor.Enrolment.Wrong(int left) -> problem = wrong(left);
                case SecondFactor.Enrolment.Blocked(var until) ->
                        problem =
                                Finding.blocking(
                                        "tries.blocked", "totp", dates.time(until, government));
            }
        }
        model.addAttribute("findings", List.of(problem));
        return enrolForm(government, actor, form, model, action);
    }

    /** The key URI that authenticator apps read. */
    private String keyUri(LocalGovernment government, Actor actor) {
        String issuer = encoded("Pamong " + government.place());
        String name = encoded(people.get(government.id(), actor.person()).displayName());
        return "otpauth://totp/"
                + issuer
                + ":"
                + name
                + "?secret="
                + factor.pendingSecret(actor)
                + "&issuer="
                + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
