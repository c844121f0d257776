package id.pamong.office.identity.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A person takes their account, or sets a forgotten password anew. */
@Controller
class ClaimController {
    private static final int LONGEST_NUMBER = 30;

    private final Claims claims;
    private final SignedIn signedIn;
    private final BrowserCookie browser;
    private final Dates dates;

    ClaimController(Claims claims, SignedIn signedIn, BrowserCookie browser, Dates dates) {
        this.claims = claims;
        this.signedIn = signedIn;
        this.browser = browser;
        this.dates = dates;
    }

    @Performs("identity.claim")
    @GetMapping("/{government}/akun/klaim")
    String page(LocalGovernment government, Model model) {
        keep(model, "", "");
        return "identity/claim";
    }

    /** Step one: the numbers. The answer never says whether they are known. */
    @Performs("identity.claim")
    @PostMapping("/{government}/akun/klaim/kode")
    String code(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        String nip = form.text("nip");
        String nik = form.text("nik");
        keep(model, nip, nik);
        List<Finding> findings = numbers(nip, nik);
        if (findings.isEmpty() && !form.text("way").equals("sheet")) {
            Optional<Instant> blocked =
                    claims.requestCode(government.id(), nip, nik, request.getRemoteAddr());
            blocked.ifPresent(until -> findings.add(blockedUntil(until, government)));
        }
        model.addAttribute("findings", findings);
        model.addAttribute("mailed", !form.text("way").equals("sheet"));
        return findings.isEmpty() ? "identity/claim-code" : "identity/claim";
    }

    /** Step two: the code and the password. */
    @Performs("identity.claim")
    @PostMapping("/{government}/akun/klaim")
    String claim(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String nip = form.text("nip");
        String nik = form.text("nik");
        keep(model, nip, nik);
        List<Finding> findings = numbers(nip, nik);
        if (!findings.isEmpty()) {
            model.addAttribute("findings", findings);
            return "identity/claim";
        }
        switch (claims.claim(
                government.id(),
                nip,
                nik,
                form.text("code"),
                form.secret("newPassword"),
                form.secret("passwordRepeat"),
                request.getRemoteAddr())) {
            case Claims.Outcome.Claimed(var account) -> {
                signedIn.endAll(account);
                signedIn.begin(request, government.id(), account);
                browser.remember(government, account, request, response);
                return "redirect:/" + government.slug() + "/akun/faktor";
            }
            case Claims.Outcome.NotYet(var found) -> findings.addAll(found);
            case Claims.Outcome.Blocked(var until) -> findings.add(blockedUntil(until, government));
        }
        model.addAttribute("findings", findings);
        model.addAttribute("code", form.text("code"));
        return "identity/claim-code";
    }

    private static List<Finding> numbers(String nip, String nik) {
        List<Finding> findings = new ArrayList<>();
        if (!nip.isEmpty() && !nip.replaceAll("\\s", "").matches("[0-9]{18}")) {
            findings.add(Finding.blocking("claim.nip-digits", "nip"));
        }
        if (!nik.replaceAll("\\s", "").matches("[0-9]{16}")) {
            findings.add(Finding.blocking("claim.nik-digits", "nik"));
        }
        return findings;
    }

    private Finding blockedUntil(Instant until, LocalGovernment government) {
        return Finding.blocking("tries.blocked", "code", dates.time(until, government));
    }

    private static void keep(Model model, String nip, String nik) {
        model.addAttribute("nip", nip.substring(0, Math.min(nip.length(), LONGEST_NUMBER)));
        model.addAttribute("nik", nik.substring(0, Math.min(nik.length(), LONGEST_NUMBER)));
        model.addAttribute("code", "");
        model.addAttribute("mailed", false);
    }
}
