package id.pamong.office.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of one regulation as data. Cases keep the hash of the version they began under.
 *
 * @param id such as {@code perwal-30-2019}
 * @param code prefix of its clause ids, such as {@code MDN}
 * @param hash SHA-256 of the file's bytes, lower-case hexadecimal
 * @param inForceOn the day it began to bind
 * @param validFrom the day from which this version holds; {@link #inForceOn} unless amended
 * @param amendedBy what made this version; null for the first
 */
public record RegulationProfile(
        String id,
        String code,
        String hash,
        Words title,
        LocalDate inForceOn,
        LocalDate validFrom,
        @Nullable Words amendedBy,
        Map<String, Setting> settings,
        Map<String, Clause> clauses,
        Map<CertificateType, List<ChecklistItem>> checklists,
        Map<RuleId, List<Citation>> rules,
        Map<String, List<Citation>> commands,
        Map<String, List<Citation>> screens) {

    /** The setting of a key of the catalogue; an unknown key is a programming error. */
    public Setting setting(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalArgumentException(id + " has no setting " + key);
        }
        return setting;
    }

    /** This version with the settings and bindings that only the other one has. */
    RegulationProfile completedBy(RegulationProfile other) {
        return new RegulationProfile(
                id,
                code,
                hash,
                title,
                inForceOn,
                validFrom,
                amendedBy,
                filled(other.settings, settings),
                clauses,
                checklists,
                filled(other.rules, rules),
                filled(other.commands, commands),
                filled(other.screens, screens));
    }

    private static <K, V> Map<K, V> filled(Map<K, V> other, Map<K, V> own) {
        Map<K, V> both = new HashMap<>(other);
        both.putAll(own);
        return Map.copyOf(both);
    }

    /** The settings that this version answers, by what they are about, in the order of reading. */
    public Map<SettingTheme, List<Setting>> settingsByTheme() {
        Map<SettingTheme, List<Setting>> themes = new EnumMap<>(SettingTheme.class);
        SettingKey.CATALOGUE.values().stream()
                .filter(key -> settings.containsKey(key.key()))
                .forEach(key ->
                        themes.computeIfAbsent(key.theme(), theme -> new ArrayList<>())
                                .add(setting(key.key())));
        return themes;
    }

    /** What this regulation leaves to the legal office, with the answers to choose from. */
    public List<OpenQuestion> openQuestions() {
        return SettingKey.CATALOGUE.values().stream()
                .filter(key -> settings.containsKey(key.key()))
                .filter(key -> setting(key.key()).source() == SettingSource.OPEN)
                .map(key -> new OpenQuestion(setting(key.key()), key.choices()))
                .toList();
    }

    /** The clause of an id such as {@code MDN-10(3)b}. */
    public Clause clause(String clauseId) {
        return findClause(clauseId)
                .orElseThrow(() -> new IllegalArgumentException(id + " has no clause " + clauseId));
    }

    /** The clause, if this regulation has it. */
    public Optional<Clause> findClause(String clauseId) {
        return Optional.ofNullable(clauses.get(clauseId));
    }

    /** The clauses a rule serves under this regulation; empty when it rests on none. */
    public List<Citation> clausesOf(RuleId rule) {
        return rules.getOrDefault(rule, List.of());
    }

    /** The clauses a command of the table of permissions serves under this regulation. */
    public List<Citation> clausesOfCommand(String command) {
        return commands.getOrDefault(command, List.of());
    }

    /** The clauses a page serves, by its path below the local government. */
    public List<Citation> clausesOfScreen(String path) {
        return screens.getOrDefault(path, List.of());
    }

    /** What the dossier of the type must hold, in the order of the law. */
    public List<ChecklistItem> checklist(CertificateType type) {
        return checklists.getOrDefault(type, List.of());
    }

    /** The citations without those that only another type's checklist rests on. */
    public List<Citation> forType(CertificateType type, List<Citation> citations) {
        return citations.stream()
                .filter(citation ->
                        asks(type, citation)
                                || checklists.keySet().stream()
                                        .noneMatch(other -> asks(other, citation)))
                .toList();
    }

    private boolean asks(CertificateType type, Citation citation) {
        return checklist(type).stream().anyMatch(item -> item.clause().equals(citation));
    }
}
