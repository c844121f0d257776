package id.pamong.office.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The regulations that this installation knows: those that come with the program and those in the
 * folder {@code regulations} of its data. A regulation that was amended has a file for each
 * version; the one in force on a day judges what begins on that day, and what began earlier keeps
 * the version it began under, by its hash. A wrong file stops the start with every problem named.
 */
@Component
public class Regulations {
    private static final String FILES = "classpath*:regulations/*.yaml";

    /** A version takes force when its day begins here; a local government knows its own day. */
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final RegulationVersions versions;
    private final Clock clock;
    private final Map<String, NavigableMap<LocalDate, RegulationProfile>> known;
    private final Map<String, RegulationProfile> byHash = new ConcurrentHashMap<>();

    Regulations(
            ObjectProvider<Rule<?>> rules,
            RegulationVersions versions,
            Clock clock,
            @Value("${pamong.regulations}") Path folder) {
        this.versions = versions;
        this.clock = clock;
        Map<String, byte[]> files = files();
        files.putAll(filesIn(folder));
        Set<RuleId> ids = rules.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        this.known = read(files, ids);
        known.values().stream()
                .flatMap(dated -> dated.values().stream())
                .forEach(profile -> byHash.put(profile.hash(), profile));
        files.values()
                .forEach(bytes -> versions.keep(byHash(RegulationReader.sha256(bytes)), bytes));
    }

    /** The version of a regulation in force now, by its id such as {@code perwal-30-2019}. */
    public RegulationProfile profile(String regulationId) {
        return profile(regulationId, LocalDate.ofInstant(clock.instant(), CAPITAL));
    }

    /** The version in force on a day; the first one before it took force. */
    public RegulationProfile profile(String regulationId, LocalDate on) {
        NavigableMap<LocalDate, RegulationProfile> dated = known.get(regulationId);
        if (dated == null) {
            throw new IllegalArgumentException("no regulation " + regulationId);
        }
        Map.Entry<LocalDate, RegulationProfile> inForce = dated.floorEntry(on);
        return inForce == null ? dated.firstEntry().getValue() : inForce.getValue();
    }

    /** Every version of a regulation that has a file, the first one first. */
    public List<RegulationProfile> versionsOf(String regulationId) {
        return List.copyOf(
                Objects.requireNonNull(known.get(regulationId), "no regulation " + regulationId)
                        .values());
    }

    /** The version with this SHA-256, current or kept; a case keeps the hash it began under. */
    public RegulationProfile byHash(String sha256) {
        return byHash.computeIfAbsent(
                sha256,
                hash ->
                        versions.find(hash)
                                .map(bytes -> new RegulationReader(hash, bytes).readKept())
                                .map(this::completed)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "no regulation with hash " + hash)));
    }

    /**
     * What a kept version could not answer yet, since nobody asked, the version of its own time
     * answers that has a file; so the answer stays the same when the regulation is amended.
     */
    private RegulationProfile completed(RegulationProfile kept) {
        return known.containsKey(kept.id())
                ? kept.completedBy(profile(kept.id(), kept.validFrom()))
                : kept;
    }

    /** The ids of the regulations with a file. */
    public Set<String> ids() {
        return known.keySet();
    }

    /** The files that come with the program. */
    static Map<String, byte[]> files() {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                files.put("regulations/" + file.getFilename(), file.getContentAsByteArray());
            }
            if (files.isEmpty()) {
                throw new InvalidRegulation(List.of("regulations/:0: there is no regulation"));
            }
            return files;
        } catch (IOException unreadable) {
            throw new InvalidRegulation(
                    List.of("regulations/:0: cannot be read: " + unreadable.getMessage()));
        }
    }

    /** The files that the office has put into a folder; none where there is no such folder. */
    static Map<String, byte[]> filesIn(Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                files.put(file.toString(), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException unreadable) {
            throw new InvalidRegulation(
                    List.of(folder + ":0: cannot be read: " + unreadable.getMessage()));
        }
    }

    static Map<String, NavigableMap<LocalDate, RegulationProfile>> read(
            Map<String, byte[]> files, Set<RuleId> rules) {
        Map<String, NavigableMap<LocalDate, RegulationProfile>> all = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        files.forEach((file, bytes) -> {
            try {
                RegulationProfile profile = new RegulationReader(file, bytes).read(rules);
                NavigableMap<LocalDate, RegulationProfile> dated =
                        all.computeIfAbsent(profile.id(), id -> new TreeMap<>());
                if (dated.putIfAbsent(profile.validFrom(), profile) != null) {
                    problems.add(
                            file
                                    + ":1: "
                                    + profile.id()
                                    + " of "
                                    + profile.validFrom()
                                    + " stands in two files");
                }
            } catch (InvalidRegulation invalid) {
                problems.addAll(invalid.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRegulation(problems);
        }
        return Map.copyOf(all);
    }
}
