package id.pamong.lifecycle.revocation.web;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.revocation.loss.KeyLoss;
import id.pamong.lifecycle.revocation.loss.LossKind;
import id.pamong.lifecycle.revocation.loss.LossReport;
import id.pamong.lifecycle.revocation.loss.UrgentLane;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * "I have lost my key": from the own account, by a link to the mailbox, or by the code on paper.
 */
@Controller
class UrgentController {
    /** Every answer to an address takes at least so long, whether it is known or not. */
    private static final Duration SAME_FOR_ALL = Duration.ofMillis(400);

    private final KeyLoss loss;
    private final UrgentLane lane;
    private final UrgentRate rate;
    private final Clock clock;

    UrgentController(KeyLoss loss, UrgentLane lane, UrgentRate rate, Clock clock) {
        this.loss = loss;
        this.lane = lane;
        this.rate = rate;
        this.clock = clock;
    }

    @Bean
    static NavItem lossEntry() {
        return new NavItem(31, "keyloss.nav", "/kunci-hilang", "revocation.report-loss", "key");
    }

    @Performs("revocation.block-urgently")
    @GetMapping("/{government}/kunci-hilang")
    String door(
            LocalGovernment government, Optional<Actor> actor, SubmittedForm form, Model model) {
        model.addAttribute("notice", form.has("dikirim") ? "keyloss.link.sent" : null);
        return shown(government, actor, form, model);
    }

    private String shown(
            LocalGovernment government, Optional<Actor> actor, SubmittedForm form, Model model) {
        model.addAttribute("kinds", LossKind.values());
        model.addAttribute("kind", form.text("kind"));
        model.addAttribute("noticed", Typed.cut(form.text("noticed"), 30));
        model.addAttribute("circumstances", Typed.cut(form.text("circumstances"), 5000));
        model.addAttribute("now", clock.instant());
        model.addAttribute("signedIn", actor.isPresent());
        model.addAttribute(
                "certificates",
                actor.map(who -> loss.reportable(government.id(), who.person())).orElse(List.of()));
        model.addAttribute(
                "reports",
                actor.map(who -> loss.of(government.id(), who.person())).orElse(List.of()));
        return "revocation/lost";
    }

    @Performs("revocation.report-loss")
    @PostMapping("/{government}/kunci-hilang/lapor")
    String report(LocalGovernment government, Actor actor, SubmittedForm form, Model model) {
        List<Finding> findings = new ArrayList<>();
        Instant noticed = Typed.moment(form, "noticed", government, findings);
        LossKind kind =
                Arrays.stream(LossKind.values())
                        .filter(one -> one.name().equals(form.text("kind")))
                        .findFirst()
                        .orElse(null);
        Set<CertificateId> chosen = new HashSet<>();
        form.texts("certificate").forEach(id -> chosen.add(new CertificateId(Typed.id(id))));
        if (findings.isEmpty()) {
            switch (loss.report(actor, kind, chosen, noticed, form.text("circumstances"))) {
                case KeyLoss.Outcome.Reported(LossReport it) -> {
                    return "redirect:/"
                            + government.slug()
                            + "/laporan-kunci/"
                            + it.id()
                            + "?diblokir";
                }
                case KeyLoss.Outcome.Refused(List<Finding> refused) -> findings.addAll(refused);
            }
        }
        model.addAttribute("findings", findings);
        return shown(government, Optional.of(actor), form, model);
    }

    @Performs("revocation.block-urgently")
    @PostMapping("/{government}/kunci-hilang/tautan")
    String sendLink(
            LocalGovernment government,
            Optional<Actor> actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model)
            throws InterruptedException {
        long begun = System.nanoTime();
        if (!rate.allows(request.getRemoteAddr())) {
            return tooMany(government, actor, form, "email", model);
        }
        lane.sendLink(government.id(), Typed.cut(form.text("email"), 254));
        long left = SAME_FOR_ALL.toNanos() - (System.nanoTime() - begun);
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
        return "redirect:/" + government.slug() + "/kunci-hilang?dikirim";
    }

    /** Opening the link does nothing: readers of mail open links before people do. */
    @Performs("revocation.block-urgently")
    @GetMapping("/{government}/kunci-hilang/tautan/{token}")
    String link(LocalGovernment government, @PathVariable String token, Model model) {
        model.addAttribute("open", lane.isOpen(government.id(), token));
        model.addAttribute("token", token);
        return "revocation/link";
    }

    @Performs("revocation.block-urgently")
    @PostMapping("/{government}/kunci-hilang/tautan/{token}")
    String useLink(
            LocalGovernment government,
            Optional<Actor> actor,
            @PathVariable String token,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        if (!rate.allows(request.getRemoteAddr())) {
            return tooMany(government, actor, form, null, model);
        }
        return done(lane.blockByLink(government.id(), token), model);
    }

    @Performs("revocation.block-urgently")
    @PostMapping("/{government}/kunci-hilang/kode")
    String useCode(
            LocalGovernment government,
            Optional<Actor> actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        if (!rate.allows(request.getRemoteAddr())) {
            return tooMany(government, actor, form, "code", model);
        }
        UrgentLane.Outcome outcome =
                lane.blockByCode(government.id(), Typed.cut(form.text("code"), 100));
        if (outcome instanceof UrgentLane.Outcome.Unknown) {
            model.addAttribute(
                    "findings", List.of(Finding.blocking("keyloss.code-unknown", "code")));
            return shown(government, actor, form, model);
        }
        return done(outcome, model);
    }

    private static String done(UrgentLane.Outcome outcome, Model model) {
        model.addAttribute(
                "result",
                switch (outcome) {
                    case UrgentLane.Outcome.Blocked _ -> "blocked";
                    case UrgentLane.Outcome.NothingToBlock _ -> "nothing";
                    case UrgentLane.Outcome.Unknown _ -> "unknown";
                });
        model.addAttribute(
                "number",
                outcome instanceof UrgentLane.Outcome.Blocked(String number) ? number : "");
        return "revocation/blocked";
    }

    private String tooMany(
            LocalGovernment government,
            Optional<Actor> actor,
            SubmittedForm form,
            @Nullable String field,
            Model model) {
        model.addAttribute("findings", List.of(Finding.blocking("keyloss.too-many", field)));
        return shown(government, actor, form, model);
    }

    @Performs("revocation.make-emergency-code")
    @GetMapping("/{government}/kode-darurat")
    String codePage(Actor actor, Model model) {
        model.addAttribute("madeAt", lane.codeMadeAt(actor).orElse(null));
        return "revocation/code";
    }

    @Performs("revocation.make-emergency-code")
    @PostMapping("/{government}/kode-darurat")
    String newCode(Actor actor, Model model) {
        model.addAttribute("code", lane.newCode(actor));
        return "revocation/code";
    }
}
