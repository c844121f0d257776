package id.pamong.office.regulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The regulations that this installation knows: the current version of each from its file, earlier
 * ones by their hash. A wrong file stops the start with every problem named.
 */
@Component
public class Regulations {
    private static final String FILES = "classpath*:regulations/*.yaml";

    private final RegulationVersions versions;
    private final Map<String, RegulationProfile> current;
    private final Map<String, RegulationProfile> byHash = new ConcurrentHashMap<>();

    Regulations(ObjectProvider<Rule<?>> rules, RegulationVersions versions) {
        this.versions = versions;
        Map<String, byte[]> files = files();
        Set<RuleId> known = rules.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        this.current = read(files, known);
        current.values().forEach(profile -> byHash.put(profile.hash(), profile));
        files.values()
                .forEach(bytes -> versions.keep(byHash(RegulationReader.sha256(bytes)), bytes));
    }

    /** The current version of a regulation by its id, such as {@code perwal-30-2019}. */
    public RegulationProfile profile(String regulationId) {
        RegulationProfile profile = current.get(regulationId);
        if (profile == null) {
            throw new IllegalArgumentException("no regulation " + regulationId);
        }
        return profile;
    }

    /** The version with this SHA-256, current or kept; a case keeps the hash it began under. */
    public RegulationProfile byHash(String sha256) {
        return byHash.computeIfAbsent(
                sha256,
                hash ->
                        versions.find(hash)
                                .map(bytes -> new RegulationReader(hash, bytes).readKept())
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "no regulation with hash " + hash)));
    }

    /** The ids of the regulations with a file. */
    public Set<String> ids() {
        return current.keySet();
    }

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

    static Map<String, RegulationProfile> read(Map<String, byte[]> files, Set<RuleId> known) {
        Map<String, RegulationProfile> profiles = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        files.forEach((file, bytes) -> {
            try {
                RegulationProfile profile = new RegulationReader(file, bytes).read(known);
                if (profiles.putIfAbsent(profile.id(), profile) != null) {
                    problems.add(file + ":1: " + profile.id() + " stands in two files");
                }
            } catch (InvalidRegulation invalid) {
                problems.addAll(invalid.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidRegulation(problems);
        }
        return Map.copyOf(profiles);
    }
}
