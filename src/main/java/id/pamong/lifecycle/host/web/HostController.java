package id.pamong.lifecycle.host.web;

import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.host.DrawnSecret;
import id.pamong.lifecycle.host.HostPermits;
import id.pamong.lifecycle.host.PermitOutcome;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The permit of a system's hosts: given by an officer, drawn by the responsible person. */
@Controller
class HostController {
    private static final String PAGE = "/{government}/sertifikat/{id}/peladen";

    private final HostPermits permits;
    private final BuiltinAuthority authority;
    private final PublicAddress address;
    private final Permissions permissions;

    HostController(
            HostPermits permits,
            BuiltinAuthority authority,
            PublicAddress address,
            Permissions permissions) {
        this.permits = permits;
        this.authority = authority;
        this.address = address;
        this.permissions = permissions;
    }

    @Performs("host.view")
    @GetMapping(PAGE)
    String page(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        return shown(actor, government, id, List.of(), model);
    }

    @Performs("host.permit")
    @PostMapping(PAGE)
    String permit(
            Actor actor,
            LocalGovernment government,
            @PathVariable UUID id,
            SubmittedForm form,
            Model model) {
        PermitOutcome outcome =
                permits.grant(
                        actor,
                        new CertificateId(id),
                        number(form.text("uses")),
                        date(form.text("until")));
        return switch (outcome) {
            case PermitOutcome.Granted _ -> back(government, id);
            case PermitOutcome.Refused(List<Finding> findings) -> {
                model.addAttribute("uses", form.text("uses"));
                model.addAttribute("until", form.text("until"));
                yield shown(actor, government, id, findings, model);
            }
        };
    }

    /** Reference and secret stand on this one page and never again. */
    @Performs("host.draw")
    @PostMapping(PAGE + "/rahasia")
    String draw(Actor actor, LocalGovernment government, @PathVariable UUID id, Model model) {
        DrawnSecret drawn = permits.draw(actor, new CertificateId(id));
        model.addAttribute("reference", drawn.reference());
        try (SecretBytes secret = drawn.secret()) {
            model.addAttribute(
                    "secret",
                    secret.<String>reveal(bytes -> new String(bytes, StandardCharsets.US_ASCII)));
        }
        return shown(actor, government, id, List.of(), model);
    }

    @Performs("host.end")
    @PostMapping(PAGE + "/akhiri")
    String end(Actor actor, LocalGovernment government, @PathVariable UUID id) {
        permits.end(actor, new CertificateId(id));
        return back(government, id);
    }

    private static String back(LocalGovernment government, UUID id) {
        return "redirect:/" + government.slug() + "/sertifikat/" + id + "/peladen";
    }

    private String shown(
            Actor actor, LocalGovernment government, UUID id, List<Finding> findings, Model model) {
        HostPermits.Shown it = permits.view(actor, new CertificateId(id));
        model.addAttribute("certificate", it.certificate());
        model.addAttribute("permit", it.permit());
        model.addAttribute("open", it.open());
        model.addAttribute("own", it.own());
        model.addAttribute("fetched", it.fetched());
        model.addAttribute("findings", findings);
        model.addAttribute("mayPermit", permissions.isOpenTo(actor.roles(), "host.permit"));
        authority
                .issuing(government.id())
                .ifPresent(ca ->
                        model.addAttribute("cmp", address.pki() + "/pki/" + ca.ca() + "/cmp"));
        return "host/permit";
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
