package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.sso.SsoProvider;
import id.pamong.office.identity.sso.SsoSettings;
import id.pamong.office.identity.sso.SsoSignIn;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The administrator enters the government's single sign-on. */
@Controller
class SsoSettingsController {
    private final SsoSettings settings;
    private final SsoSignIn sso;

    SsoSettingsController(SsoSettings settings, SsoSignIn sso) {
        this.settings = settings;
        this.sso = sso;
    }

    @Bean
    static NavItem ssoEntry() {
        return new NavItem(85, "identity.nav.sso", "/pengelola/sso", "identity.set-sso", "login");
    }

    @Performs("identity.set-sso")
    @GetMapping("/{government}/pengelola/sso")
    String page(LocalGovernment government, SubmittedForm form, Model model) {
        model.addAttribute("notice", form.has("tersimpan") ? "identity.sso.saved" : null);
        return shown(
                government,
                settings.of(government.id())
                        .map(SsoSettingsController::entry)
                        .orElse(new SsoSettings.Entry("", "", "nip", "", "", false)),
                model);
    }

    @Performs("identity.set-sso")
    @PostMapping("/{government}/pengelola/sso")
    String set(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        SsoSettings.Entry entry =
                new SsoSettings.Entry(
                        form.text("issuer"),
                        form.text("clientId"),
                        form.text("nipClaim"),
                        form.text("label"),
                        form.text("factorValues"),
                        form.text("active").equals("yes"));
        List<Finding> findings = settings.set(actor, entry, form.secret("clientSecret"));
        if (findings.isEmpty()) {
            return "redirect:/" + government.slug() + "/pengelola/sso?tersimpan";
        }
        model.addAttribute("findings", findings);
        return shown(government, entry, model);
    }

    private String shown(LocalGovernment government, SsoSettings.Entry entry, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("known", settings.of(government.id()).isPresent());
        model.addAttribute("back", sso.back(government));
        return "identity/sso-settings";
    }

    private static SsoSettings.Entry entry(SsoProvider kept) {
        return new SsoSettings.Entry(
                kept.issuer().toString(),
                kept.clientId(),
                kept.nipClaim(),
                kept.label(),
                String.join(" ", new TreeSet<>(kept.factorValues())),
                kept.active());
    }
}
