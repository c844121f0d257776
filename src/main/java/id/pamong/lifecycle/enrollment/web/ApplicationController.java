package id.pamong.lifecycle.enrollment.web;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.CertificateOffers;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.MailboxStep;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.Dates;
import id.pamong.office.page.FormLimit;
import id.pamong.office.page.ListPages;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The applicant's page: one form, many buttons. Every button first keeps what was typed, so that
 * nothing is lost without scripts either.
 */
@Controller
class ApplicationController {
    /** A paper of 20 MB with the rest of the form. */
    static final long WITH_FILES = 44L << 20;

    private static final Set<String> NEWS =
            Set.of(
                    "saved",
                    "code-sent",
                    "proved",
                    "request-added",
                    "paper-added",
                    "paper-removed",
                    "asked",
                    "attached",
                    "detached",
                    "submitted",
                    "confirmed",
                    "amended",
                    "withdrawn",
                    "mailbox-asked",
                    "mailbox-cancelled",
                    "mailbox-declined");

    private final ApplicationDesk desk;
    private final MailboxStep mailbox;
    private final CertificateOffers offers;
    private final Enrollment enrollment;
    private final DossierPage page;
    private final Dates dates;
    private final MessageSource messages;
    private final Clock clock;
    private final OwnApplicationListing listing;
    private final ListPages pages;
    private final Permissions permissions;

    ApplicationController(
            ApplicationDesk desk,
            MailboxStep mailbox,
            CertificateOffers offers,
            Enrollment enrollment,
            DossierPage page,
            Dates dates,
            MessageSource messages,
            Clock clock,
            OwnApplicationListing listing,
            ListPages pages,
            Permissions permissions) {
        this.desk = desk;
        this.mailbox = mailbox;
        this.offers = offers;
        this.enrollment = enrollment;
        this.page = page;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
        this.listing = listing;
        this.pages = pages;
        this.permissions = permissions;
    }

    @Performs("enrollment.list")
    @GetMapping("/{government}/permohonan")
    String list(Actor actor, LocalGovernment government, SubmittedForm form, Model model) {
        ListPages.Page<ApplicationSummary> shown =
                pages.rows(listing, permissions.reader(government, actor), form);
        List<ApplicationSummary> applications =
                enrollment.ofPerson(government.id(), actor.person());
        model.addAttribute("applications", shown.rows());
        model.addAttribute("list", shown.view());
        model.addAttribute(
                "offers",
                offers.of(government).stream()
                        .filter(offer ->
                                offer.type() != CertificateType.INDIVIDUAL
                                        || applications.stream()
                                                .noneMatch(one ->
                                                        one.type() == offer.type()
                                                                && !one.state().isFinal()))
                        .toList());
        return "enrollment/applications";
    }

    @Performs("enrollment.start")
    @PostMapping("/{government}/permohonan")
    String start(Actor actor, LocalGovernment government, SubmittedForm form) {
        String typed = form.text("type");
        CertificateType type =
                Arrays.stream(CertificateType.values())
                        .filter(one -> one.name().equals(typed))
                        .findFirst()
                        .orElse(CertificateType.INDIVIDUAL);
        PositionKind kind =
                Arrays.stream(PositionKind.values())
                        .filter(one -> one.name().equals(form.text("kind")))
                        .findFirst()
                        .orElse(null);
        return "redirect:/" + government.slug() + "/permohonan/" + desk.start(actor, type, kind);
    }

    @Performs("enrollment.view")
    @GetMapping("/{government}/permohonan/{id}")
    String view(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kabar,
            Model model) {
        model.addAttribute("notice", NEWS.contains(kabar) ? "enrollment.notice." + kabar : null);
        return page.show(actor, government, new ApplicationId(id), model);
    }

    @Performs("enrollment.save")
    @PostMapping("/{government}/permohonan/{id}/isian")
    @FormLimit(WITH_FILES)
    String save(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        return page.keep(actor, government, application, form, model)
                .orElseGet(() -> to(government, application, "saved", "isian"));
    }

    /** The same, while typing: answers with the new version and when it was kept. */
    @Performs("enrollment.save")
    @PostMapping("/{government}/permohonan/{id}/isian/sementara")
    ResponseEntity<Kept> keepTyping(
            Actor actor, LocalGovernment government, @PathVariable UUID id, SubmittedForm form) {
        ApplicationId application = new ApplicationId(id);
        return switch (desk.save(
                actor, application, DossierPage.version(form), DossierPage.fieldsOf(form))) {
            case ApplicationDesk.Saving.Saved(var dossier) ->
                    ResponseEntity.ok(
                            new Kept(
                                    dossier.version(),
                                    say(
                                            "enrollment.saved.at",
                                            dates.time(clock.instant(), government))));
            case ApplicationDesk.Saving.Refused refused ->
                    ResponseEntity.unprocessableContent()
                            .body(new Kept(-1, say("enrollment.saved.failed")));
        };
    }

    /** What the script that keeps typing learns. */
    record Kept(int version, String text) {}

    @Performs("enrollment.prove-email")
    @PostMapping("/{government}/permohonan/{id}/kode")
    @FormLimit(WITH_FILES)
    String sendCode(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        return switch (mailbox.sendCode(actor, application)) {
            case MailboxProofs.Sending.Sent sent ->
                    to(government, application, "code-sent", "officialEmail");
            case MailboxProofs.Sending.Refused(List<Finding> findings) ->
                    page.refused(actor, government, application, form, findings, model);
        };
    }

    @Performs("enrollment.prove-email")
    @PostMapping("/{government}/permohonan/{id}/kode/bukti")
    @FormLimit(WITH_FILES)
    String confirmCode(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        Optional<String> notKept = page.keep(actor, government, application, form, model);
        if (notKept.isPresent()) {
            return notKept.get();
        }
        return switch (mailbox.confirmCode(actor, application, form.text("code"))) {
            case MailboxProofs.Proof.Confirmed confirmed ->
                    to(government, application, "proved", "officialEmail");
            case MailboxProofs.Proof.Refused(Finding finding) ->
                    page.refused(actor, government, application, form, List.of(finding), model);
        };
    }

    @Performs("enrollment.submit")
    @PostMapping("/{government}/permohonan/{id}/ajukan")
    @FormLimit(WITH_FILES)
    String submit(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        ApplicationId application = new ApplicationId(id);
        try {
            Optional<String> notKept = page.keep(actor, government, application, form, model);
            if (notKept.isPresent()) {
                return notKept.get();
            }
            int version = desk.view(actor, application).version();
            String declaration =
                    form.text("declared").equals("yes") ? say("enrollment.declare.text") : "";
            return switch (desk.submit(actor, application, version, declaration)) {
                case ApplicationDesk.Submission.Submitted submitted ->
                        to(government, application, "submitted", "isi");
                case ApplicationDesk.Submission.Confirmed confirmed ->
                        to(government, application, "confirmed", "isi");
                case ApplicationDesk.Submission.Refused(List<Finding> findings) ->
                        page.refused(actor, government, application, form, findings, model);
            };
        } catch (Conflict sentTwice) {
            if (sentTwice.code().equals("application.state")) {
                return to(government, application, "", "isi");
            }
            throw sentTwice;
        }
    }

    @Performs("enrollment.amend")
    @PostMapping("/{government}/permohonan/{id}/perbaiki")
    String amend(
            Actor actor, LocalGovernment government, @PathVariable UUID id, SubmittedForm form) {
        ApplicationId application = new ApplicationId(id);
        desk.amend(actor, application, DossierPage.version(form));
        return to(government, application, "amended", "isi");
    }

    @Performs("enrollment.withdraw")
    @PostMapping("/{government}/permohonan/{id}/batal")
    @FormLimit(WITH_FILES)
    String withdraw(
            Actor actor, LocalGovernment government, @PathVariable UUID id, SubmittedForm form) {
        ApplicationId application = new ApplicationId(id);
        desk.withdraw(actor, application, DossierPage.version(form));
        return to(government, application, "withdrawn", "isi");
    }

    static String to(LocalGovernment government, ApplicationId id, String news, String place) {
        return "redirect:/"
                + government.slug()
                + "/permohonan/"
                + id
                + (news.isEmpty() ? "" : "?kabar=" + news)
                + "#"
                + place;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
