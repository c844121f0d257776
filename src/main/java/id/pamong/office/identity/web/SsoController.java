package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.identity.means.SignIn;
import id.pamong.office.identity.passkey.PasskeyAsking;
import id.pamong.office.identity.passkey.PasskeyQuestions;
import id.pamong.office.identity.sso.SsoPending;
import id.pamong.office.identity.sso.SsoSettings;
import id.pamong.office.identity.sso.SsoSignIn;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing in by the government's single sign-on, and linking it to one's own account. */
@Controller
class SsoController {
    private final SsoSignIn sso;
    private final SsoSettings settings;
    private final SsoSession memory;
    private final SignIn signIn;
    private final SignedIn signedIn;
    private final SecondFactor factor;
    private final ShownFactors shownFactors;
    private final PasskeyAsking asking;
    private final Accounts accounts;
    private final BrowserCookie browser;
    private final Dates dates;

    SsoController(
            SsoSignIn sso,
            SsoSettings settings,
            SsoSession memory,
            SignIn signIn,
            SignedIn signedIn,
            SecondFactor factor,
            ShownFactors shownFactors,
            PasskeyAsking asking,
            Accounts accounts,
            BrowserCookie browser,
            Dates dates) {
        this.sso = sso;
        this.settings = settings;
        this.memory = memory;
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.factor = factor;
        this.shownFactors = shownFactors;
        this.asking = asking;
        this.accounts = accounts;
        this.browser = browser;
        this.dates = dates;
    }

    /** To the provider. A link, not a form: the content policy keeps forms on our own pages. */
    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk/sso")
    String begin(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        return switch (sso.begin(government)) {
            case SsoSignIn.Begin.Go(var to, var pending) -> {
                memory.keep(request, government, pending, form.text("lanjut"));
                yield "redirect:" + to;
            }
            case SsoSignIn.Begin.Refused(var problem) -> refused(government, problem, "", model);
        };
    }

    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk/sso/kembali")
    String back(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String onward = memory.onward(request);
        Optional<SsoPending> pending = memory.take(request, government);
        switch (sso.finish(
                government,
                pending,
                new SsoSignIn.Answer(
                        form.text("state"),
                        form.text("code"),
                        form.text("error"),
                        form.text("iss")))) {
            case SsoSignIn.Outcome.Welcome(var account, boolean proven) -> {
                enter(government, account, proven, request, response);
                return "redirect:" + SafePath.of(government, onward);
            }
            case SsoSignIn.Outcome.ToConfirm(var unlinked) -> {
                memory.keep(request, government, unlinked);
                return "redirect:/" + government.slug() + "/masuk/sso/hubungkan";
            }
            case SsoSignIn.Outcome.Refused(var problem) -> {
                return refused(government, problem, onward, model);
            }
        }
    }

    /** The owner confirms once that the identity is theirs. */
    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk/sso/hubungkan")
    String linkPage(LocalGovernment government, HttpServletRequest request, Model model) {
        Optional<SsoSignIn.Unlinked> unlinked = memory.unlinked(request, government);
        return unlinked.isEmpty()
                ? "redirect:/" + government.slug() + "/masuk"
                : linkForm(government, unlinked.get().account(), List.of(), model);
    }

    @Performs("identity.sign-in")
    @PostMapping("/{government}/masuk/sso/hubungkan")
    String link(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<SsoSignIn.Unlinked> unlinked = memory.unlinked(request, government);
        if (unlinked.isEmpty()) {
            return refused(government, SsoSignIn.Problem.NOT_ASKED, "", model);
        }
        AccountId account = unlinked.get().account();
        boolean needsFactor = factor.isEnrolled(government.id(), account);
        List<Finding> findings = judge(government, account, needsFactor, form);
        if (!findings.isEmpty()) {
            return linkForm(government, account, findings, model);
        }
        if (!sso.link(government.id(), unlinked.get(), needsFactor)) {
            return refused(government, SsoSignIn.Problem.TAKEN, "", model);
        }
        enter(government, account, needsFactor, request, response);
        return "redirect:/" + government.slug() + "/akun?sso-terhubung";
    }

    /** What the browser asks a passkey of the account that is about to be linked. */
    @Performs("identity.sign-in")
    @GetMapping("/{government}/masuk/sso/hubungkan/pertanyaan")
    ResponseEntity<PasskeyQuestions.ToShow> askToLink(
            LocalGovernment government, HttpServletRequest request) {
        AccountId account =
                memory.unlinked(request, government)
                        .orElseThrow(() -> new NotFound("sso.not-linked"))
                        .account();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(asking.toProve(actor(government, account)));
    }

    private List<Finding> judge(
            LocalGovernment government,
            AccountId account,
            boolean needsFactor,
            SubmittedForm form) {
        List<Finding> findings = new ArrayList<>();
        Optional<SecretBytes> password = form.secret("password");
        if (password.isEmpty()) {
            findings.add(Finding.blocking("password.missing-here", "password"));
        }
        if (needsFactor
                && form.text("passkey").isEmpty()
                && form.secret("totp").isEmpty()
                && form.secret("backupCode").isEmpty()) {
            findings.add(Finding.blocking("factor.missing-any", "totp"));
        }
        if (!findings.isEmpty() || password.isEmpty()) {
            return findings;
        }
        switch (signIn.confirm(government.id(), account, password.get())) {
            case SignIn.Outcome.Welcome _ -> {
                if (needsFactor) {
                    Optional<SecondFactor.Outcome> shown =
                            shownFactors.judge(form, actor(government, account));
                    if (shown.filter(SecondFactor.Outcome.Proven.class::isInstance).isEmpty()) {
                        findings.add(FactorController.finding(shown, government, dates));
                    }
                }
            }
            case SignIn.Outcome.Closed(var until) ->
                    findings.add(
                            Finding.blocking(
                                    "tries.blocked", "password", dates.time(until, government)));
            case SignIn.Outcome.Wrong _,
                    SignIn.Outcome.WrongTogether _,
                    SignIn.Outcome.Blocked _,
                    SignIn.Outcome.ProofNeeded _ ->
                    findings.add(Finding.blocking("password.current-wrong", "password"));
        }
        return findings;
    }

    private String linkForm(
            LocalGovernment government, AccountId account, List<Finding> findings, Model model) {
        model.addAttribute("findings", findings);
        model.addAttribute("needsFactor", factor.isEnrolled(government.id(), account));
        model.addAttribute("hasApp", factor.hasAuthenticator(government.id(), account));
        model.addAttribute(
                "label",
                settings.active(government.id()).map(found -> found.label()).orElse("SSO"));
        return "identity/sso-link";
    }

    @Performs("identity.unlink-sso")
    @PostMapping("/{government}/akun/sso/putus")
    String unlink(LocalGovernment government, Actor actor, HttpServletRequest request) {
        sso.unlink(actor);
        signedIn.endAll(actor.account());
        signedIn.begin(request, government.id(), actor.account());
        return "redirect:/" + government.slug() + "/akun?sso-putus";
    }

    private void enter(
            LocalGovernment government,
            AccountId account,
            boolean proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        signedIn.begin(request, government.id(), account);
        browser.remember(government, account, request, response);
        if (proven) {
            signedIn.actor(request, government)
                    .ifPresent(actor -> signedIn.factorShown(request, actor));
        }
    }

    private Actor actor(LocalGovernment government, AccountId account) {
        return new Actor(
                government.id(),
                account,
                accounts.personOf(government.id(), account),
                accounts.rolesOf(government.id(), account),
                null);
    }

    private String refused(
            LocalGovernment government, SsoSignIn.Problem problem, String onward, Model model) {
        String code = "sso." + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        model.addAttribute("findings", List.of(Finding.blocking(code, "sso")));
        model.addAttribute("onward", onward);
        model.addAttribute("who", "");
        settings.active(government.id())
                .ifPresent(provider -> model.addAttribute("ssoLabel", provider.label()));
        return "identity/sign-in";
    }
}
