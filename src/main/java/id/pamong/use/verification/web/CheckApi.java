package id.pamong.use.verification.web;

import id.pamong.authority.signature.CheckReport;
import id.pamong.authority.signature.SignatureReport;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import id.pamong.use.verification.CheckResult;
import id.pamong.use.verification.SignerPosts;
import id.pamong.use.verification.Verification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The check for programs: a file in, JSON out; problems by RFC 9457. */
@RestController
class CheckApi {
    private final Verification verification;
    private final CheckTerms terms;
    private final MessageSource messages;

    CheckApi(Verification verification, CheckTerms terms, MessageSource messages) {
        this.verification = verification;
        this.terms = terms;
        this.messages = messages;
    }

    /**
     * The answer.
     *
     * @param standing of the deciding signature's authority, or null when unknown
     * @param registered whether a letter with this signature was signed here
     * @param registeredCopy whether the file is the registered one, byte for byte
     */
    record Answer(
            String verdict,
            String reason,
            @Nullable String standing,
            String sha256,
            int pages,
            List<Integer> changedPages,
            boolean registered,
            boolean registeredCopy,
            String checkedAt,
            List<Signature> signatures) {}

    /**
     * One signature of the answer.
     *
     * @param post as the block or the certificate claims it
     * @param postRegistered whether the signer held it on that day; null when the register does not
     *     know the signer
     * @param registeredPosts what the signer held on that day
     */
    record Signature(
            String verdict,
            String reason,
            @Nullable String standing,
            String signer,
            @Nullable String post,
            @Nullable Boolean postRegistered,
            List<String> registeredPosts,
            @Nullable String organization,
            @Nullable String authority,
            @Nullable String signedAt,
            String timeSource,
            @Nullable String timeStampedBy,
            @Nullable String level,
            boolean coversWholeFile) {}

    @Performs("verification.check")
    @FormLimit(CheckController.UPLOAD)
    @PostMapping("/{government}/api/periksa")
    ResponseEntity<?> check(
            LocalGovernment government, Optional<Actor> visitor, SubmittedForm form) {
        terms.enter(government, visitor);
        Optional<SpooledFile> file = form.file("document");
        if (file.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "verification.no-document");
        }
        List<Finding> tooLarge = terms.objections(government, file.get().size());
        if (!tooLarge.isEmpty()) {
            return problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "verification.too-large",
                    tooLarge.getFirst().arguments().toArray());
        }
        return ResponseEntity.ok(
                answer(
                        verification.check(
                                government.id(),
                                CheckController.source(file.get()),
                                Optional.empty())));
    }

    private static Answer answer(CheckResult result) {
        CheckReport report = result.report();
        return new Answer(
                report.verdict().name(),
                report.reason().name(),
                report.standing() == null ? null : report.standing().name(),
                report.sha256(),
                report.pages(),
                result.changedPages(),
                result.registered().isPresent(),
                result.isRegisteredCopy(),
                report.checkedAt().toString(),
                report.signatures().stream()
                        .map(one -> signature(one, result.posts().get(one.mark())))
                        .toList());
    }

    private static Signature signature(SignatureReport report, @Nullable SignerPosts posts) {
        return new Signature(
                report.verdict().name(),
                report.reason().name(),
                report.standing() == null ? null : report.standing().name(),
                report.signer(),
                (posts == null || posts.claimed().isEmpty()) ? report.post() : posts.claimed(),
                (posts == null || posts.claimed().isEmpty()) ? null : posts.isHeld(),
                posts == null ? List.of() : posts.registered(),
                report.organization(),
                report.authority(),
                report.signedAt() == null ? null : report.signedAt().toString(),
                report.timeSource().name(),
                report.timeStampedBy(),
                report.level(),
                report.coversWholeFile());
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, Object... arguments) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        status,
                        messages.getMessage(
                                "finding." + code, arguments, LocaleContextHolder.getLocale()));
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
