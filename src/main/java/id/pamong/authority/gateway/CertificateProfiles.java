package id.pamong.authority.gateway;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The profiles of certificates: those that come with the program and those in the folder {@code
 * profiles} of its data, where one file takes the place of the profile it names. A wrong file stops
 * the start with every problem named.
 */
@Component
public class CertificateProfiles {
    private static final String FILES = "classpath*:profiles/*.yaml";

    private final Map<ProfileId, CertificateProfile> known;

    @Autowired
    CertificateProfiles(@Value("${pamong.profiles}") Path folder) {
        this(bundled(), filesIn(folder));
    }

    /** The files by name; those of the second take the place of profiles of the first. */
    CertificateProfiles(Map<String, String> bundled, Map<String, String> own) {
        List<String> problems = new ArrayList<>();
        Map<ProfileId, CertificateProfile> read = read(bundled, problems);
        read.putAll(read(own, problems));
        Map<Integer, ProfileId> policies = new TreeMap<>();
        for (CertificateProfile profile : read.values()) {
            Integer policy = profile.policy();
            if (policy != null && policies.putIfAbsent(policy, profile.id()) != null) {
                problems.add(
                        "profiles: "
                                + profile.id()
                                + " and "
                                + policies.get(policy)
                                + " have the same policy "
                                + policy);
            }
        }
        for (ProfileId id : ProfileId.values()) {
            if (problems.isEmpty() && !read.containsKey(id)) {
                problems.add("profiles: no file has the profile " + id);
            }
        }
        if (!problems.isEmpty()) {
            String all = String.join(System.lineSeparator(), problems);
            throw new StartRefusal(
                    "Berkas profil sertifikat salah:" + System.lineSeparator() + all,
                    "Files of certificate profiles are wrong:" + System.lineSeparator() + all);
        }
        this.known = read;
    }

    /** Those that come with the program. */
    public static CertificateProfiles ofProgram() {
        return new CertificateProfiles(bundled(), Map.of());
    }

    public CertificateProfile of(ProfileId id) {
        return Objects.requireNonNull(known.get(id));
    }

    public List<CertificateProfile> all() {
        return List.copyOf(known.values());
    }

    /** Refuses to start with a lint that nobody knows. */
    public void requireLints(Predicate<String> isKnown) {
        List<String> unknown =
                known.values().stream()
                        .flatMap(profile ->
                                profile.lints().stream()
                                        .filter(isKnown.negate())
                                        .map(lint -> profile.id() + ": no lint " + lint))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new StartRefusal(
                    "Profil sertifikat menyebut pemeriksaan yang tidak dikenal: " + unknown,
                    "Certificate profiles name checks that nobody knows: " + unknown);
        }
    }

    private static Map<ProfileId, CertificateProfile> read(
            Map<String, String> files, List<String> problems) {
        Map<ProfileId, CertificateProfile> read = new EnumMap<>(ProfileId.class);
        files.forEach((file, text) -> {
            ProfileReader reader = new ProfileReader(file, text);
            reader.read()
                    .ifPresent(profile -> {
                        if (read.put(profile.id(), profile) != null) {
                            problems.add(file + ":1: another file has the profile " + profile.id());
                        }
                    });
            problems.addAll(reader.problems());
        });
        return read;
    }

    static Map<String, String> bundled() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources(FILES)) {
                files.put(
                        "profiles/" + resource.getFilename(),
                        resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles of the program cannot be read", e);
        }
        return files;
    }

    private static Map<String, String> filesIn(Path folder) {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file :
                    found.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                files.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new StartRefusal(
                    "Berkas profil di " + folder + " tidak dapat dibaca.",
                    "The files of profiles in " + folder + " cannot be read.",
                    e);
        }
        return files;
    }
}
