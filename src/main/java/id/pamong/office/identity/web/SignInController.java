package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.identity.means.SignIn;
import id.pamong.office.identity.sso.SsoSettings;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in and out. */
@Controller
class SignInController {
    private static final int LONGEST = 200;

    private final SignIn signIn;
    private final SignedIn signedIn;
    private final SecondFactor factor;
    private final BrowserCookie browser;
    private final SsoSettings settings;
    private final Dates dates;

    SignInController(
            SignIn signIn,
            SignedIn signedIn,
            SecondFactor factor,
            BrowserCookie browser,
            SsoSettings settings,
            Dates dates) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.factor = factor;
        this.browser = browser;
        this.settings = settings;
        this.dates = dates;
    }

    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk")
    String page(
            LocalGovernment government, Optional<Actor> actor, SubmittedForm form, Model model) {
        if (actor.isPresent()) {
            return "redirect:" + SafePath.of(government, form.text("lanjut"));
        }
        model.addAttribute("onward", form.text("lanjut"));
        model.addAttribute("who", "");
        settings.active(government.id())
                .ifPresent(provider -> model.addAttribute("ssoLabel", provider.label()));
        return "identity/sign-in";
    }

    @Performs("identity.sign-in")
    @PostMapping("/{government}/masuk")
    String signIn(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String who = form.text("who");
        Optional<SecretBytes> password = form.secret("password");
        List<Finding> findings = new ArrayList<>();
        if (who.isEmpty() || who.length() > LONGEST) {
            findings.add(Finding.blocking("sign-in.who-missing", "who"));
        }
        if (password.isEmpty()) {
            findings.add(Finding.blocking("password.missing-here", "password"));
        }
        if (findings.isEmpty() && password.isPresent()) {
            switch (signIn.signIn(
                    government.id(),
                    new SignIn.Try(
                            who,
                            password.get(),
                            form.secret("totp"),
                            request.getRemoteAddr(),
                            browser.of(request)))) {
                case SignIn.Outcome.Welcome(var account, boolean proven) -> {
                    signedIn.begin(request, government.id(), account);
                    browser.remember(government, account, request, response);
                    if (proven) {
                        signedIn.actor(request, government)
                                .ifPresent(actor -> signedIn.factorShown(request, actor));
                    }
                    boolean enrolled = factor.isEnrolled(government.id(), account);
                    return "redirect:"
                            + (enrolled
                                    ? SafePath.of(government, form.text("lanjut"))
                                    : "/" + government.slug() + "/akun/faktor");
                }
                case SignIn.Outcome.Wrong(int left) ->
                        findings.add(
                                left > 0
                                        ? Finding.blocking("sign-in.wrong", "password", left)
                                        : Finding.blocking("sign-in.wrong-last", "password"));
                case SignIn.Outcome.WrongTogether() -> {
                    model.addAttribute("askCode", true);
                    findings.add(Finding.blocking("sign-in.wrong-together", "totp"));
                }
                case SignIn.Outcome.Blocked(var until) -> {
                    model.addAttribute("askCode", true);
                    findings.add(
                            Finding.blocking(
                                    "sign-in.blocked", "totp", dates.time(until, government)));
                }
                case SignIn.Outcome.ProofNeeded() -> {
                    model.addAttribute("askCode", true);
                    findings.add(Finding.blocking("sign-in.proof-needed", "totp"));
                }
                case SignIn.Outcome.Closed(var until) ->
                        findings.add(
                                Finding.blocking(
                                        "tries.blocked", "who", dates.time(until, government)));
            }
        }
        model.addAttribute("findings", findings);
        model.addAttribute("who", who.length() > LONGEST ? who.substring(0, LONGEST) : who);
        model.addAttribute("onward", form.text("lanjut"));
        settings.active(government.id())
                .ifPresent(provider -> model.addAttribute("ssoLabel", provider.label()));
        return "identity/sign-in";
    }

    @Performs("identity.sign-out")
    @PostMapping("/{government}/keluar")
    String signOut(LocalGovernment government, HttpServletRequest request) {
        signedIn.end(request);
        return "redirect:/" + government.slug() + "/";
    }
}
