package id.pamong.office.administration.web;

import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Performs;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.LegalAnswers;
import id.pamong.office.organization.LegalAnswers.LegalAnswer;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.page.NavItem;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Clause;
import id.pamong.office.regulation.OpenQuestion;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.RuleId;
import id.pamong.office.regulation.Setting;
import id.pamong.office.regulation.SettingSource;
import id.pamong.office.regulation.SettingTheme;
import id.pamong.office.regulation.UnreadSettings;
import id.pamong.office.regulation.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
    private final LegalAnswers answers;
    private final SettingSentences sentences;
    private final Permissions permissions;

    RegulationController(
            Regulations regulations,
            LegalAnswers answers,
            SettingSentences sentences,
            Permissions permissions) {
        this.regulations = regulations;
        this.answers = answers;
        this.sentences = sentences;
        this.permissions = permissions;
    }

    @Bean
    static NavItem regulationEntry() {
        return new NavItem(90, "regulation.nav", "/profil-peraturan", LegalAnswers.COMMAND, "book");
    }

    /**
     * A setting in the reader's language.
     *
     * @param unread whether nothing in the program acts on it yet
     */
    public record SettingView(
            String key,
            String sentence,
            String reason,
            SettingSource source,
            List<Citation> citations,
            boolean unread) {}

    /** The settings about one subject. */
    public record ThemeView(SettingTheme theme, List<SettingView> settings) {}

    /** An open question with the answer in force, or null while there is none. */
    public record QuestionView(
            String key,
            String sentence,
            String note,
            List<Citation> citations,
            @Nullable LegalAnswer answer) {}

    /** A version of the regulation, with what made it. */
    public record VersionView(
            LocalDate validFrom, String amendedBy, String hash, boolean inForce) {}

    /** A clause in the reader's language. */
    public record ClauseView(Clause clause, String summary) {}

    /** A line of a checklist in the reader's language. */
    public record ItemView(String name, Citation clause) {}

    /** The checklist of a type of certificate. */
    public record ChecklistView(CertificateType type, List<ItemView> items) {}

    @Performs("regulation.read")
    @GetMapping("/{government}/profil-peraturan")
    String profile(
            LocalGovernment government,
            Optional<Actor> reader,
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
                "versions",
                regulations.versionsOf(profile.id()).stream()
                        .map(version ->
                                new VersionView(
                                        version.validFrom(),
                                        version.amendedBy() == null
                                                ? ""
                                                : version.amendedBy().in(locale),
                                        version.hash(),
                                        version.equals(profile)))
                        .toList());
        model.addAttribute(
                "mayAnswer",
                reader.filter(actor ->
                                permissions.mayTry(actor, LegalAnswers.COMMAND, "*", Scope.ANY))
                        .isPresent());
        model.addAttribute("counts", counts(profile));
        model.addAttribute(
                "questions",
                profile.openQuestions().stream()
                        .map(question -> question(government, question, locale))
                        .toList());
        model.addAttribute("themes", themes(profile, locale));
        model.addAttribute("checklists", checklists(profile, locale));
        model.addAttribute(
                "clauses",
                profile.clauses().values().stream()
                        .map(clause -> new ClauseView(clause, clause.summary().in(locale)))
                        .toList());
        return "administration/regulation";
    }

    /** A clause of this local government's regulation, or of another that is compared with it. */
    @Performs("regulation.read")
    @GetMapping("/{government}/pasal/{id}")
    String clause(LocalGovernment government, @PathVariable String id, Model model) {
        RegulationProfile own = regulations.profile(government.regulationId());
        RegulationProfile profile =
                Stream.concat(
                                Stream.of(own),
                                regulations.ids().stream().sorted().map(regulations::profile))
                        .filter(one -> one.findClause(id).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new NotFound("clause.not-found"));
        Clause clause = profile.clause(id);
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("profile", profile);
        model.addAttribute("own", profile.equals(own));
        model.addAttribute("title", profile.title().in(locale));
        model.addAttribute("clause", clause);
        model.addAttribute("summary", clause.summary().in(locale));
        Words printing = clause.printing();
        model.addAttribute("printing", printing == null ? null : printing.in(locale));
        model.addAttribute("rules", serving(profile.rules(), id).map(RuleId::value).toList());
        model.addAttribute("commands", serving(profile.commands(), id).toList());
        model.addAttribute("screens", serving(profile.screens(), id).toList());
        model.addAttribute(
                "settings",
                profile.settingsByTheme().values().stream()
                        .flatMap(List::stream)
                        .filter(setting ->
                                setting.citations().stream()
                                        .anyMatch(citation -> citation.id().equals(id)))
                        .map(setting -> sentences.of(setting, locale))
                        .toList());
        return "administration/clause";
    }

    private QuestionView question(
            LocalGovernment government, OpenQuestion question, Locale locale) {
        Setting setting = question.setting();
        @Nullable LegalAnswer answer = answers.answer(government.id(), setting.key()).orElse(null);
        return new QuestionView(
                setting.key(),
                answer == null
                        ? sentences.of(setting, locale)
                        : sentences.of(setting, answer.value(), locale),
                setting.reason().in(locale),
                setting.citations(),
                answer);
    }

    private List<ThemeView> themes(RegulationProfile profile, Locale locale) {
        return profile.settingsByTheme().entrySet().stream()
                .map(theme ->
                        new ThemeView(
                                theme.getKey(),
                                theme.getValue().stream()
                                        .filter(setting -> setting.source() != SettingSource.OPEN)
                                        .map(setting -> view(setting, locale))
                                        .toList()))
                .toList();
    }

    private SettingView view(Setting setting, Locale locale) {
        return new SettingView(
                setting.key(),
                sentences.of(setting, locale),
                setting.reason().in(locale),
                setting.source(),
                setting.citations(),
                UnreadSettings.KEYS.contains(setting.key()));
    }

    static List<ChecklistView> checklists(RegulationProfile profile, Locale locale) {
        return Arrays.stream(CertificateType.values())
                .map(type ->
                        new ChecklistView(
                                type,
                                profile.checklist(type).stream()
                                        .map(item ->
                                                new ItemView(item.name().in(locale), item.clause()))
                                        .toList()))
                .toList();
    }

    private static List<Long> counts(RegulationProfile profile) {
        return Arrays.stream(SettingSource.values())
                .map(source ->
                        profile.settings().values().stream()
                                .filter(setting -> setting.source() == source)
                                .count())
                .toList();
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
