package id.pamong.use.verification.web;

import id.pamong.authority.signature.DocumentSource;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.use.signing.Letter;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Anyone checks a document, by upload or by the QR code on it; no sign-in, no script needed. */
@Controller
class CheckController {
    static final long UPLOAD = (100L << 20) + (1L << 20);

    private final Verification verification;
    private final CheckTerms terms;
    private final Dates dates;

    CheckController(Verification verification, CheckTerms terms, Dates dates) {
        this.verification = verification;
        this.terms = terms;
        this.dates = dates;
    }

    @Bean
    static NavItem checkEntry() {
        return new NavItem(90, "verification.nav", "/periksa", "verification.check", "file-check");
    }

    @Performs("verification.check")
    @GetMapping("/{government}/periksa")
    String page(LocalGovernment government, Optional<Actor> visitor, Model model) {
        terms.enter(government, visitor);
        return "verification/check";
    }

    @Performs("verification.check")
    @FormLimit(UPLOAD)
    @PostMapping("/{government}/periksa")
    ModelAndView check(
            LocalGovernment government, Optional<Actor> visitor, SubmittedForm form, Model model) {
        terms.enter(government, visitor);
        return judge(government, null, form, model);
    }

    /** By the QR code: what was registered, and the invitation to prove the copy in hand. */
    @Performs("verification.check")
    @GetMapping("/{government}/periksa/{token}")
    String registered(
            LocalGovernment government,
            Optional<Actor> visitor,
            @PathVariable String token,
            Model model) {
        terms.enter(government, visitor);
        show(government, letter(government, token), model);
        return "verification/check";
    }

    @Performs("verification.check")
    @FormLimit(UPLOAD)
    @PostMapping("/{government}/periksa/{token}")
    ModelAndView compare(
            LocalGovernment government,
            Optional<Actor> visitor,
            @PathVariable String token,
            SubmittedForm form,
            Model model) {
        terms.enter(government, visitor);
        return judge(government, letter(government, token), form, model);
    }

    private ModelAndView judge(
            LocalGovernment government, @Nullable Letter letter, SubmittedForm form, Model model) {
        show(government, letter, model);
        Optional<SpooledFile> file = form.file("document");
        if (file.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "verification.no-document", model);
        }
        List<Finding> tooLarge = terms.objections(government, file.get().size());
        if (!tooLarge.isEmpty()) {
            model.addAttribute("findings", tooLarge);
            return new ModelAndView(
                    "verification/check", model.asMap(), HttpStatus.CONTENT_TOO_LARGE);
        }
        CheckResult result =
                verification.check(
                        government.id(), source(file.get()), Optional.ofNullable(letter));
        model.addAttribute("result", result);
        model.addAttribute("verdict", VerdictView.of(result, government, dates));
        model.addAttribute("fileName", file.get().name());
        return new ModelAndView("verification/check", model.asMap());
    }

    private static ModelAndView refused(HttpStatus status, String code, Model model) {
        model.addAttribute("findings", List.of(Finding.blocking(code, "document")));
        return new ModelAndView("verification/check", model.asMap(), status);
    }

    private void show(LocalGovernment government, @Nullable Letter letter, Model model) {
        model.addAttribute("letter", letter);
        model.addAttribute(
                "letterPosts", letter == null ? null : verification.posts(government.id(), letter));
    }

    private Letter letter(LocalGovernment government, String token) {
        return verification
                .registered(government.id(), token)
                .orElseThrow(() -> new NotFound("verification.unknown-token"));
    }

    static DocumentSource source(SpooledFile file) {
        return new DocumentSource() {
            @Override
            public long size() {
                return file.size();
            }

            @Override
            public InputStream open() throws IOException {
                return file.open();
            }
        };
    }
}
