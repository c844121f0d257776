package id.pamong.office.identity.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.OfficeNetworks;
import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.regulation.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The administrator declares the networks of offices, where many people share one address. */
@Controller
class NetworkController {
    private static final int LONGEST_NETWORK = 60;
    private static final int LONGEST_LABEL = 100;

    private final OfficeNetworks networks;

    NetworkController(OfficeNetworks networks) {
        this.networks = networks;
    }

    @Bean
    static NavItem networksEntry() {
        return new NavItem(
                84,
                "identity.nav.networks",
                "/pengelola/jaringan",
                "identity.set-networks",
                "building");
    }

    @Performs("identity.set-networks")
    @GetMapping("/{government}/pengelola/jaringan")
    String page(
            LocalGovernment government,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "notice",
                form.has("ditambah")
                        ? "identity.networks.added"
                        : form.has("dihapus") ? "identity.networks.removed" : null);
        return shown(government, "", "", request, model);
    }

    @Performs("identity.set-networks")
    @PostMapping("/{government}/pengelola/jaringan")
    String add(
            LocalGovernment government,
            Actor actor,
            SubmittedForm form,
            HttpServletRequest request,
            Model model) {
        String network = cut(form.text("network"), LONGEST_NETWORK);
        String label = cut(form.text("label"), LONGEST_LABEL).replaceAll("\\p{Cntrl}", " ");
        List<Finding> findings = new ArrayList<>();
        if (label.isBlank()) {
            findings.add(Finding.blocking("network.label-missing", "label"));
        }
        if (network.isEmpty()) {
            findings.add(Finding.blocking("network.missing", "network"));
        }
        if (findings.isEmpty()) {
            switch (networks.add(actor, network, label)) {
                case OfficeNetworks.Outcome.Added() -> {
                    return "redirect:/" + government.slug() + "/pengelola/jaringan?ditambah";
                }
                case OfficeNetworks.Outcome.NoNetwork() ->
                        findings.add(Finding.blocking("network.not-one", "network"));
            }
        }
        model.addAttribute("findings", findings);
        return shown(government, network, label, request, model);
    }

    @Performs("identity.set-networks")
    @PostMapping("/{government}/pengelola/jaringan/{id}/hapus")
    String remove(LocalGovernment government, Actor actor, @PathVariable UUID id) {
        networks.remove(actor, id);
        return "redirect:/" + government.slug() + "/pengelola/jaringan?dihapus";
    }

    private String shown(
            LocalGovernment government,
            String network,
            String label,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("networks", networks.of(government.id()));
        model.addAttribute("network", network);
        model.addAttribute("label", label);
        model.addAttribute("here", request.getRemoteAddr());
        return "identity/networks";
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
