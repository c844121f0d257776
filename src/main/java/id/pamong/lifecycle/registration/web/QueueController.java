package id.pamong.lifecycle.registration.web;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.registration.RaOfficers;
import id.pamong.lifecycle.registration.VerificationDesk;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Regulations;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The queue of the registration authority (MDN-3(1)c): what waits longest stands first. */
@Controller
class QueueController {
    private static final int PAGE = 50;

    private final Enrollment enrollment;
    private final VerificationDesk desk;
    private final RaOfficers officers;
    private final Regulations regulations;
    private final Clock clock;

    QueueController(
            Enrollment enrollment,
            VerificationDesk desk,
            RaOfficers officers,
            Regulations regulations,
            Clock clock) {
        this.enrollment = enrollment;
        this.desk = desk;
        this.officers = officers;
        this.regulations = regulations;
        this.clock = clock;
    }

    @Bean
    static NavItem queueEntry() {
        return new NavItem(
                40, "registration.nav.queue", "/petugas/antrean", "registration.queue", "list");
    }

    @Performs("registration.queue")
    @GetMapping("/{government}/petugas/antrean")
    String queue(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        QueuePart part = QueuePart.of(form.text("bagian"));
        String wanted = form.text("cari");
        wanted = wanted.substring(0, Math.min(100, wanted.length()));
        List<ApplicationSummary> found =
                enrollment.inStates(
                        government.id(),
                        part.states(),
                        wanted,
                        after(government, form.text("setelah")),
                        PAGE + 1);
        List<ApplicationSummary> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<QueuePart, Integer> counts = new EnumMap<>(QueuePart.class);
        for (QueuePart one : QueuePart.values()) {
            counts.put(one, enrollment.count(government.id(), one.states()));
        }
        model.addAttribute("part", part);
        model.addAttribute("parts", QueuePart.values());
        model.addAttribute("counts", counts);
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", rows(government, actor.person(), page));
        model.addAttribute("next", found.size() > PAGE ? next(part, wanted, page.getLast()) : null);
        model.addAttribute("objections", officers.objections(government.id(), actor.person()));
        model.addAttribute("notice", form.has("habis") ? "registration.queue.none-left" : null);
        return "registration/desk-queue";
    }

    @Performs("registration.next")
    @PostMapping("/{government}/petugas/antrean/berikutnya")
    String next(LocalGovernment government, Actor actor) {
        Optional<ApplicationId> taken = desk.claimNext(actor);
        return "redirect:/"
                + government.slug()
                + taken.map(id -> "/petugas/permohonan/" + id).orElse("/petugas/antrean?habis");
    }

    private List<QueueRow> rows(
            LocalGovernment government, PersonId reader, List<ApplicationSummary> page) {
        int allowed =
                regulations
                        .profile(government.regulationId())
                        .setting("verification.workingDays")
                        .number();
        LocalDate today = government.dateAt(clock.instant());
        Map<ApplicationId, VerificationDesk.Holder> holders =
                desk.holders(government.id(), page.stream().map(ApplicationSummary::id).toList());
        return page.stream()
                .map(one -> {
                    int days = WorkingDays.between(government.dateAt(one.queuedAt()), today);
                    VerificationDesk.@Nullable Holder holder = holders.get(one.id());
                    return new QueueRow(
                            one,
                            days,
                            QueuePart.TODO.states().contains(one.state()) && days > allowed,
                            holder == null ? "" : holder.name(),
                            holder != null && holder.officer().equals(reader),
                            one.applicant().equals(reader));
                })
                .toList();
    }

    private static String next(QueuePart part, String wanted, ApplicationSummary last) {
        return "/petugas/antrean?bagian="
                + part.word()
                + "&cari="
                + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                + "&setelah="
                + last.queuedAt()
                + "_"
                + last.id();
    }

    /** Where the page before ended: when its last one came there, and which it was. */
    private @Nullable ApplicationSummary after(LocalGovernment government, String cursor) {
        String[] parts = cursor.split("_", 2);
        if (parts.length != 2) {
            return null;
        }
        try {
            Instant at = Instant.parse(parts[0]);
            return enrollment
                    .find(government.id(), ApplicationId.of(parts[1]))
                    .map(dossier -> summary(dossier, at))
                    .orElse(null);
        } catch (DateTimeException | IllegalArgumentException notACursor) {
            return null;
        }
    }

    private static ApplicationSummary summary(Dossier dossier, Instant queuedAt) {
        return new ApplicationSummary(
                dossier.id(),
                dossier.number(),
                dossier.state(),
                dossier.type(),
                dossier.applicant().person(),
                dossier.applicant().displayName(),
                dossier.applicant().agencyName(),
                dossier.createdAt(),
                dossier.changedAt(),
                queuedAt,
                dossier.version());
    }
}
