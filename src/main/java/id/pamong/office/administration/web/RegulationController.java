package id.pamong.office.administration.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Clause;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.RuleId;
import id.pamong.office.regulation.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The law as data, for everyone to read: the profile in words, and each clause on its own. */
@Controller
class RegulationController {
    private final Regulations regulations;

    RegulationController(Regulations regulations) {
        this.regulations = regulations;
    }

    /** A setting in the reader's language. */
    public record SettingView(
            String key, String value, String reason, String source, List<Citation> citations) {}

    /** A clause in the reader's language. */
    public record ClauseView(Clause clause, String summary) {}

    /** A line of a checklist in the reader's language. */
    public record ChecklistView(String name, Citation clause) {}

    @Performs("regulation.read")
    @GetMapping("/{government}/profil-peraturan")
    String profile(
            LocalGovernment government,
            @RequestParam(defaultValue = "") String pasal,
            Model model) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        if (profile.findClause(pasal).isPresent()) {
            return "redirect:/" + government.slug() + "/pasal/" + pasal;
        }
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("profile", profile);
        model.addAttribute("title", profile.title().in(locale));
        model.addAttribute(
                "clauses",
                profile.clauses().values().stream()
                        .map(clause -> new ClauseView(clause, clause.summary().in(locale)))
                        .toList());
        model.addAttribute(
                "settings",
                profile.settings().values().stream()
                        .map(setting ->
                                new SettingView(
                                        setting.key(),
                                        String.join(", ", setting.values()),
                                        setting.reason().in(locale),
                                        setting.source().name(),
                                        setting.citations()))
                        .sorted(Comparator.comparing(SettingView::key))
                        .toList());
        model.addAttribute(
                "checklist",
                profile.checklist(CertificateType.INDIVIDUAL).stream()
                        .map(item -> new ChecklistView(item.name().in(locale), item.clause()))
                        .toList());
        return "administration/regulation";
    }

    @Performs("regulation.read")
    @GetMapping("/{government}/pasal/{id}")
    String clause(LocalGovernment government, @PathVariable String id, Model model) {
        RegulationProfile profile = regulations.profile(government.regulationId());
        Clause clause = profile.findClause(id).orElseThrow(() -> new NotFound("clause.not-found"));
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("profile", profile);
        model.addAttribute("title", profile.title().in(locale));
        model.addAttribute("clause", clause);
        model.addAttribute("summary", clause.summary().in(locale));
        Words printing = clause.printing();
        model.addAttribute("printing", printing == null ? null : printing.in(locale));
        model.addAttribute("rules", serving(profile.rules(), id).map(RuleId::value).toList());
        model.addAttribute("commands", serving(profile.commands(), id).toList());
        model.addAttribute("screens", serving(profile.screens(), id).toList());
        return "administration/clause";
    }

    private static <K extends Comparable<K>> Stream<K> serving(
            Map<K, List<Citation>> bindings, String clause) {
        return bindings.entrySet().stream()
                .filter(binding ->
                        binding.getValue().stream()
                                .anyMatch(citation -> citation.id().equals(clause)))
                .map(Map.Entry::getKey)
                .sorted();
    }
}
