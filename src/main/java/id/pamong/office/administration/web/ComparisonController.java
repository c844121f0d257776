package id.pamong.office.administration.web;

import id.pamong.office.identity.Performs;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Setting;
import id.pamong.office.regulation.SettingTheme;
import id.pamong.office.regulation.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two regulations side by side, setting by setting and paper by paper. */
@Controller
class ComparisonController {
    private final Regulations regulations;
    private final SettingSentences sentences;

    ComparisonController(Regulations regulations, SettingSentences sentences) {
        this.regulations = regulations;
        this.sentences = sentences;
    }

    /** One side of a line. */
    public record Side(String text, List<Citation> citations) {}

    /** One setting or paper in both regulations. */
    public record Line(Side left, Side right, boolean differs) {}

    /** The lines about one subject. */
    public record Subject(String titleKey, List<Line> lines) {}

    /** A regulation to choose. */
    public record Choice(String id, String title, boolean chosen) {}

    @Performs("regulation.read")
    @GetMapping("/{government}/profil-peraturan/banding")
    String compare(
            LocalGovernment government,
            @RequestParam(defaultValue = "") String dengan,
            @RequestParam(defaultValue = "false") boolean semua,
            Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        RegulationProfile left = regulations.profile(government.regulationId());
        List<RegulationProfile> others =
                regulations.ids().stream()
                        .sorted(Comparator.comparing(left.id()::equals))
                        .flatMap(id -> regulations.versionsOf(id).stream())
                        .filter(profile -> !profile.equals(left))
                        .toList();
        model.addAttribute("left", name(left, locale));
        model.addAttribute("all", semua);
        if (others.isEmpty()) {
            model.addAttribute("choices", List.of());
            return "administration/comparison";
        }
        RegulationProfile right =
                others.stream()
                        .filter(profile ->
                                profile.id().equals(dengan) || profile.hash().equals(dengan))
                        .findFirst()
                        .orElse(others.getFirst());
        List<Subject> subjects = new ArrayList<>(settings(left, right, locale));
        long differing = differing(subjects);
        long equal = subjects.stream().mapToLong(one -> one.lines().size()).sum() - differing;
        subjects.addAll(checklists(left, right, locale));
        model.addAttribute("right", name(right, locale));
        model.addAttribute(
                "choices",
                others.stream()
                        .map(one -> new Choice(one.hash(), name(one, locale), one.equals(right)))
                        .toList());
        model.addAttribute("differing", differing);
        model.addAttribute("equal", equal);
        model.addAttribute(
                "subjects",
                subjects.stream()
                        .map(one -> semua ? one : onlyDifferences(one))
                        .filter(one -> !one.lines().isEmpty())
                        .toList());
        return "administration/comparison";
    }

    private List<Subject> settings(RegulationProfile left, RegulationProfile right, Locale locale) {
        List<Subject> subjects = new ArrayList<>();
        for (SettingTheme theme : SettingTheme.values()) {
            List<Line> lines =
                    left.settingsByTheme().getOrDefault(theme, List.of()).stream()
                            .map(setting -> line(setting, right.setting(setting.key()), locale))
                            .toList();
            subjects.add(new Subject("regulation.theme." + theme, lines));
        }
        return subjects;
    }

    private Line line(Setting left, Setting right, Locale locale) {
        return new Line(
                new Side(sentences.of(left, locale), left.citations()),
                new Side(sentences.of(right, locale), right.citations()),
                !left.values().equals(right.values()));
    }

    private static List<Subject> checklists(
            RegulationProfile left, RegulationProfile right, Locale locale) {
        return Arrays.stream(CertificateType.values())
                .map(type -> {
                    Set<String> items = new LinkedHashSet<>();
                    Stream.concat(left.checklist(type).stream(), right.checklist(type).stream())
                            .map(ChecklistItem::item)
                            .forEach(items::add);
                    return new Subject(
                            "regulation.type." + type,
                            items.stream()
                                    .map(item ->
                                            line(
                                                    item(left, type, item, locale),
                                                    item(right, type, item, locale)))
                                    .toList());
                })
                .toList();
    }

    private static Line line(Side left, Side right) {
        return new Line(left, right, !left.text().equals(right.text()));
    }

    private static Side item(
            RegulationProfile profile, CertificateType type, String item, Locale locale) {
        return profile.checklist(type).stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .map(one -> new Side(one.name().in(locale), List.of(one.clause())))
                .orElseGet(() -> new Side("–", List.of()));
    }

    private static Subject onlyDifferences(Subject subject) {
        return new Subject(
                subject.titleKey(), subject.lines().stream().filter(Line::differs).toList());
    }

    /** The title, and for an amended version what made it. */
    private static String name(RegulationProfile profile, Locale locale) {
        Words amended = profile.amendedBy();
        return profile.title().in(locale)
                + (amended == null ? "" : " (" + amended.in(locale) + ")");
    }

    private static long differing(List<Subject> subjects) {
        return subjects.stream().flatMap(one -> one.lines().stream()).filter(Line::differs).count();
    }
}
