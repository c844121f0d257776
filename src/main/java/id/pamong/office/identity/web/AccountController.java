package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.identity.passkey.Passkeys;
import id.pamong.office.identity.sso.SsoSignIn;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.page.SubmittedForm;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own account: roles and means of sign-in. */
@Controller
class AccountController {
    private final Claims claims;
    private final SecondFactor factor;
    private final Passkeys passkeys;
    private final SsoSignIn sso;
    private final SignedIn signedIn;
    private final People people;

    AccountController(
            Claims claims,
            SecondFactor factor,
            Passkeys passkeys,
            SsoSignIn sso,
            SignedIn signedIn,
            People people) {
        this.claims = claims;
        this.factor = factor;
        this.passkeys = passkeys;
        this.sso = sso;
        this.signedIn = signedIn;
        this.people = people;
    }

    @Performs("identity.account")
    @GetMapping("/{government}/akun")
    String account(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        model.addAttribute("person", people.get(government.id(), actor.person()));
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        model.addAttribute("enrolled", factor.isEnrolled(government.id(), actor.account()));
        model.addAttribute(
                "authenticator", factor.hasAuthenticator(government.id(), actor.account()));
        model.addAttribute("passkeys", passkeys.of(actor).size());
        model.addAttribute("codesLeft", factor.backupCodesLeft(actor));
        model.addAttribute(
                "notice",
                form.has("sandi-diganti")
                        ? "identity.password.changed"
                        : form.has("sso-terhubung")
                                ? "identity.sso.linked"
                                : form.has("sso-putus") ? "identity.sso.unlinked" : null);
        model.addAttribute("ssoLinked", sso.isLinked(actor));
        return "identity/account";
    }

    @Performs("identity.change-password")
    @GetMapping("/{government}/akun/kata-sandi")
    String passwordPage() {
        return "identity/password";
    }

    /** All other sessions of the account end; this one begins anew. */
    @Performs("identity.change-password")
    @PostMapping("/{government}/akun/kata-sandi")
    String changePassword(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        switch (claims.changePassword(
                actor,
                form.secret("password"),
                form.secret("newPassword"),
                form.secret("passwordRepeat"))) {
            case Claims.Change.NotYet(var findings) -> {
                model.addAttribute("findings", findings);
                return "identity/password";
            }
            case Claims.Change.Changed() -> {
                signedIn.endAll(actor.account());
                signedIn.begin(request, government.id(), actor.account());
                return "redirect:/" + government.slug() + "/akun?sandi-diganti";
            }
        }
    }
}
