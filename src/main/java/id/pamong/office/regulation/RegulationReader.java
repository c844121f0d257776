package id.pamong.office.regulation;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a regulation's file and collects every problem with its line before it refuses. A file is
 * read strictly at the start; a version kept from earlier, which was strict in its day, is read
 * without holding it against today's catalogue of settings and rules.
 */
final class RegulationReader {
    private static final Set<String> PARTS =
            Set.of(
                    "regulation",
                    "settings",
                    "checklists",
                    "rules",
                    "commands",
                    "screens",
                    "clauses");

    /** What stands in the preamble, which has no clause to name. */
    private static final String PREAMBLE = "reg.legalBases";

    private final String file;
    private final byte[] bytes;
    private final List<String> problems = new ArrayList<>();

    private String code = "";
    private final Map<String, Clause> clauses = new LinkedHashMap<>();

    /** What the file is about. */
    private record Head(
            String id,
            Words title,
            LocalDate inForceOn,
            LocalDate validFrom,
            @Nullable Words amendedBy) {}

    RegulationReader(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes.clone();
    }

    /** Strict: every key of the catalogue answered, no unknown key, every rule known and bound. */
    RegulationProfile read(Set<RuleId> knownRules) {
        return read(knownRules, true);
    }

    /** A version kept from earlier. */
    RegulationProfile readKept() {
        return read(Set.of(), false);
    }

    private RegulationProfile read(Set<RuleId> knownRules, boolean strict) {
        YamlPart root = parse();
        root.onlyKeys(PARTS);
        YamlPart head = root.part("regulation");
        head.onlyKeys(Set.of("id", "code", "title", "inForceOn", "validFrom", "amendedBy"));
        code = head.text("code");
        Head about = head(head);

        root.list("clauses").forEach(this::clause);
        Map<String, Setting> settings = settings(root, about, strict);
        Map<CertificateType, List<ChecklistItem>> checklists = checklists(root.part("checklists"));
        Map<RuleId, List<Citation>> rules = new LinkedHashMap<>();
        bindings(root, "rules", "rule")
                .forEach((name, binding) -> rule(name, binding, knownRules, strict, rules));
        if (strict) {
            new TreeSet<>(knownRules)
                    .stream()
                            .filter(rule -> !rules.containsKey(rule))
                            .forEach(rule -> root.problem("rules: " + rule + " is not bound"));
        }
        Map<String, List<Citation>> commands = new LinkedHashMap<>();
        bindings(root, "commands", "command")
                .forEach((name, binding) -> commands.put(name, citations(binding)));
        Map<String, List<Citation>> screens = new LinkedHashMap<>();
        bindings(root, "screens", "screen")
                .forEach((name, binding) -> screens.put(name, citations(binding)));
        stopOnProblems();
        return new RegulationProfile(
                about.id(),
                code,
                sha256(bytes),
                about.title(),
                about.inForceOn(),
                about.validFrom(),
                about.amendedBy(),
                Map.copyOf(settings),
                java.util.Collections.unmodifiableMap(clauses),
                Map.copyOf(checklists),
                Map.copyOf(rules),
                Map.copyOf(commands),
                Map.copyOf(screens));
    }

    private YamlPart parse() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(4 * 1024 * 1024);
        Node node;
        try {
            node =
                    new Yaml(options)
                            .compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (MarkedYAMLException unreadable) {
            int line =
                    unreadable.getProblemMark() == null
                            ? 1
                            : unreadable.getProblemMark().getLine() + 1;
            throw new InvalidRegulation(
                    List.of(file + ":" + line + ": not YAML: " + unreadable.getProblem()));
        }
        if (node == null) {
            throw new InvalidRegulation(List.of(file + ":1: the file is empty"));
        }
        return YamlPart.of(node, file, problems);
    }

    private void clause(YamlPart part) {
        part.onlyKeys(Set.of("id", "ref", "force", "summary", "printing"));
        String id = code + "-" + part.text("id");
        String force = part.text("force");
        ClauseForce meant =
                switch (force) {
                    case "W" -> ClauseForce.OBLIGATION;
                    case "H" -> ClauseForce.REQUIREMENT;
                    case "T" -> ClauseForce.TASK;
                    case "D" -> ClauseForce.OPTION;
                    case "R" -> ClauseForce.RIGHT;
                    case "P" -> ClauseForce.PROHIBITION;
                    case "N" -> ClauseForce.STATEMENT;
                    case String other -> {
                        part.problem(id + ": force is one of W, H, T, D, R, P, N, not " + other);
                        yield ClauseForce.STATEMENT;
                    }
                };
        Clause clause =
                new Clause(
                        id,
                        part.text("ref"),
                        meant,
                        part.words("summary"),
                        part.has("printing") ? part.words("printing") : null);
        if (clauses.putIfAbsent(id, clause) != null) {
            part.problem("clause " + id + " stands twice");
        }
    }

    /** The setting says what the head of the file says. */
    private static void agree(
            YamlPart root, Map<String, Setting> settings, String key, String expected) {
        Setting setting = settings.get(key);
        if (setting != null && !setting.values().equals(List.of(expected))) {
            root.problem(
                    "settings: "
                            + key
                            + " is "
                            + String.join(", ", setting.values())
                            + ", but the file is about "
                            + expected);
        }
    }

    private Map<String, Setting> settings(YamlPart root, Head head, boolean strict) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (YamlPart part : root.list("settings")) {
            part.onlyKeys(Set.of("key", "value", "clauses", "source", "reason"));
            String key = part.text("key");
            SettingKey known = SettingKey.CATALOGUE.get(key);
            if (strict && known == null) {
                part.problem("setting " + key + " is not known");
            }
            List<String> values = part.values("value");
            if (strict && known != null) {
                known.objection(values, part.isList("value")).ifPresent(part::problem);
            }
            SettingSource source = SettingSource.DEFAULT;
            try {
                source = SettingSource.valueOf(part.text("source"));
            } catch (IllegalArgumentException unknown) {
                part.problem(key + ": source is LAW, CA, DEFAULT or OPEN");
            }
            List<Citation> citations = citations(part);
            if (source == SettingSource.OPEN
                    && known != null
                    && (known.form() == SettingKey.Form.LIST || known.choices().size() < 2)) {
                part.problem(key + ": a question is OPEN only where there are answers to choose");
            }
            if (source == SettingSource.LAW && citations.isEmpty() && !key.equals(PREAMBLE)) {
                part.problem(key + ": source LAW needs a clause");
            }
            Setting setting = new Setting(key, values, citations, source, part.words("reason"));
            if (settings.putIfAbsent(key, setting) != null) {
                part.problem("setting " + key + " stands twice");
            }
        }
        if (strict) {
            agree(root, settings, "reg.id", head.id());
            agree(root, settings, "reg.inForce", head.inForceOn().toString());
            new TreeSet<>(SettingKey.CATALOGUE.keySet())
                    .stream()
                            .filter(key -> !settings.containsKey(key))
                            .forEach(key -> root.problem("settings: " + key + " is missing"));
        }
        return settings;
    }

    private Map<CertificateType, List<ChecklistItem>> checklists(YamlPart part) {
        Map<CertificateType, List<ChecklistItem>> checklists = new LinkedHashMap<>();
        part.onlyKeys(Set.of("INDIVIDUAL", "POSITION", "SYSTEM"));
        for (CertificateType type : CertificateType.values()) {
            List<ChecklistItem> items = new ArrayList<>();
            for (YamlPart item : part.list(type.name())) {
                item.onlyKeys(Set.of("item", "clause", "name", "how"));
                Citation citation = citation(item, item.text("clause"));
                ChecklistItem entry =
                        new ChecklistItem(
                                item.text("item"), citation, item.words("name"), item.words("how"));
                if (items.stream().anyMatch(other -> other.item().equals(entry.item()))) {
                    item.problem(type + ": " + entry.item() + " stands twice");
                }
                items.add(entry);
            }
            checklists.put(type, List.copyOf(items));
        }
        return checklists;
    }

    private Map<String, YamlPart> bindings(YamlPart root, String list, String nameKey) {
        Map<String, YamlPart> bindings = new LinkedHashMap<>();
        for (YamlPart part : root.list(list)) {
            part.onlyKeys(Set.of(nameKey, "clauses"));
            String name = part.text(nameKey);
            if (bindings.putIfAbsent(name, part) != null) {
                part.problem(nameKey + " " + name + " stands twice");
            }
        }
        return bindings;
    }

    private void rule(
            String name,
            YamlPart binding,
            Set<RuleId> known,
            boolean strict,
            Map<RuleId, List<Citation>> rules) {
        try {
            RuleId rule = RuleId.of(name);
            if (strict && !known.contains(rule)) {
                binding.problem("rule " + name + " is not known");
            }
            rules.put(rule, citations(binding));
        } catch (IllegalArgumentException malformed) {
            binding.problem(String.valueOf(malformed.getMessage()));
        }
    }

    private List<Citation> citations(YamlPart part) {
        return part.values("clauses").stream().map(id -> citation(part, id)).toList();
    }

    private Citation citation(YamlPart part, String shortId) {
        Clause clause = clauses.get(code + "-" + shortId);
        if (clause == null) {
            part.problem("there is no clause " + code + "-" + shortId);
            return new Citation(code + "-" + shortId, shortId);
        }
        return clause.citation();
    }

    /** The first version, or a later one that says from when it holds and what made it. */
    private static Head head(YamlPart head) {
        LocalDate inForceOn = date(head, "inForceOn");
        boolean amended = head.has("validFrom") || head.has("amendedBy");
        LocalDate validFrom = amended ? date(head, "validFrom") : inForceOn;
        if (amended && !validFrom.isAfter(inForceOn)) {
            head.problem("validFrom of an amended version is later than inForceOn");
        }
        return new Head(
                head.text("id"),
                head.words("title"),
                inForceOn,
                validFrom,
                amended ? head.words("amendedBy") : null);
    }

    private static LocalDate date(YamlPart part, String key) {
        @Nullable String text = part.text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            part.problem(key + " is a date such as 2019-07-31");
            return LocalDate.EPOCH;
        }
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidRegulation(problems);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
