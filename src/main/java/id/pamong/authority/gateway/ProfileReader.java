package id.pamong.authority.gateway;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificateProfile.Attribute;
import id.pamong.authority.gateway.CertificateProfile.HostRule;
import id.pamong.authority.gateway.CertificateProfile.SubjectRule;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one profile's file and names every problem as {@code file:line: reason}. */
final class ProfileReader {
    private static final Set<String> KEYS =
            Set.of(
                    "profile",
                    "about",
                    "ordered",
                    "authority",
                    "policy",
                    "keys",
                    "subject",
                    "hosts",
                    "keyUsage",
                    "purposes",
                    "validity",
                    "noCheck",
                    "lints");
    private static final Set<String> FAMILIES = Set.of("EC", "RSA");
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final Map<String, String> PURPOSES =
            Map.of(
                    "serverAuth", "1.3.6.1.5.5.7.3.1",
                    "clientAuth", "1.3.6.1.5.5.7.3.2",
                    "emailProtection", "1.3.6.1.5.5.7.3.4",
                    "timeStamping", TIME_STAMPING,
                    "OCSPSigning", "1.3.6.1.5.5.7.3.9",
                    "cmcCA", "1.3.6.1.5.5.7.3.27",
                    "documentSigning", "1.3.6.1.5.5.7.3.36",
                    "documentEncryption", "1.3.6.1.4.1.311.80.1",
                    "authenticDocuments", "1.2.840.113583.1.1.5");

    private static final Map<String, KeyUse> USES =
            Stream.of(KeyUse.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    use -> use == KeyUse.CRL_SIGN ? "cRLSign" : camel(use.name()),
                                    use -> use));
    private static final Map<String, Attribute> ATTRIBUTES = named(Attribute.values());
    private static final Map<String, HostRule> HOSTS = named(HostRule.values());

    private final List<String> problems = new ArrayList<>();
    private final ProfileFile root;

    ProfileReader(String file, String text) {
        this.root = ProfileFile.parse(file, text, problems);
    }

    /** Everything that is wrong; empty after a {@link #read} that found a profile. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The profile; empty if there is a problem. */
    Optional<CertificateProfile> read() {
        root.onlyKeys(KEYS);
        if (root.has("about")) {
            ProfileFile about = root.part("about");
            about.onlyKeys(Set.of("id", "en"));
            about.text("id");
            about.text("en");
        } else {
            root.problem("about", "about is missing");
        }
        Optional<ProfileId> id =
                oneOf("profile", root.text("profile"), names(ProfileId.values(), Enum::name));
        boolean authority = root.has("authority");
        Set<KeyAlgorithm> keys = keys();
        SubjectRule subject = subject();
        HostRule hosts =
                root.has("hosts")
                        ? oneOf("hosts", root.text("hosts"), HOSTS).orElse(HostRule.NONE)
                        : HostRule.NONE;
        Map<String, Set<KeyUse>> uses = uses(keys, authority);
        List<String> purposes = new ArrayList<>();
        boolean critical = purposes(purposes, authority);
        NavigableMap<LocalDate, Period> validities = validities();
        boolean ordered = root.flag("ordered");
        boolean noCheck = root.flag("noCheck");
        Integer policy = policy(authority);
        Integer pathLength = authority ? pathLength(root.part("authority")) : null;
        List<String> lints = root.values("lints");
        if (ordered && keys.isEmpty()) {
            root.problem("keys", "a profile that is ordered names the keys it takes");
        }
        if (id.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CertificateProfile(
                        id.get(),
                        policy,
                        ordered,
                        keys,
                        subject,
                        hosts,
                        uses,
                        purposes,
                        critical,
                        validities,
                        authority,
                        pathLength,
                        noCheck,
                        lints));
    }

    private Set<KeyAlgorithm> keys() {
        Set<KeyAlgorithm> keys = EnumSet.noneOf(KeyAlgorithm.class);
        root.values("keys")
                .forEach(value ->
                        oneOf("keys", value, names(KeyAlgorithm.values(), Enum::name))
                                .ifPresent(keys::add));
        return keys;
    }

    private SubjectRule subject() {
        ProfileFile part = root.part("subject");
        part.onlyKeys(Set.of("required", "optional"));
        Set<Attribute> required = attributes(part, "required");
        Set<Attribute> optional = attributes(part, "optional");
        for (Attribute attribute :
                List.of(Attribute.COUNTRY, Attribute.ORGANIZATION, Attribute.COMMON_NAME)) {
            if (!required.contains(attribute)) {
                part.problem("required", camel(attribute.name()) + " is always required");
            }
        }
        for (Attribute attribute : optional) {
            if (required.contains(attribute)) {
                part.problem(
                        "optional", camel(attribute.name()) + " is both required and optional");
            }
        }
        return new SubjectRule(required, optional);
    }

    private Set<Attribute> attributes(ProfileFile part, String key) {
        Set<Attribute> found = EnumSet.noneOf(Attribute.class);
        part.values(key)
                .forEach(value -> oneOf(part, key, value, ATTRIBUTES).ifPresent(found::add));
        return found;
    }

    private Map<String, Set<KeyUse>> uses(Set<KeyAlgorithm> keys, boolean authority) {
        Map<String, Set<KeyUse>> uses = new LinkedHashMap<>();
        if (root.isMapping("keyUsage")) {
            ProfileFile part = root.part("keyUsage");
            part.onlyKeys(FAMILIES);
            part.keys().forEach(family -> uses.put(family, uses(part, family)));
            for (KeyAlgorithm key : keys) {
                if (!uses.containsKey(key.family())) {
                    root.problem("keyUsage", "nothing is said of keys of kind " + key.family());
                }
            }
        } else {
            uses.put(CertificateProfile.EVERY_FAMILY, uses(root, "keyUsage"));
        }
        uses.forEach((family, found) -> {
            if (found.isEmpty()) {
                root.problem("keyUsage", "keyUsage is missing or empty");
            }
            if (authority != found.contains(KeyUse.KEY_CERT_SIGN)) {
                root.problem(
                        "keyUsage",
                        "an authority, and only an authority, signs certificates (RFC 5280"
                                + " 4.2.1.3)");
            }
            if (family.equals("EC") && found.contains(KeyUse.KEY_ENCIPHERMENT)) {
                root.problem("keyUsage", "a key of a curve enciphers no keys (RFC 8813 3)");
            }
            if (family.equals("RSA") && found.contains(KeyUse.KEY_AGREEMENT)) {
                root.problem("keyUsage", "an RSA key agrees on no keys (RFC 4055 1.2)");
            }
        });
        return uses;
    }

    private Set<KeyUse> uses(ProfileFile part, String key) {
        Set<KeyUse> found = EnumSet.noneOf(KeyUse.class);
        part.values(key).forEach(value -> oneOf(part, key, value, USES).ifPresent(found::add));
        return found;
    }

    private boolean purposes(List<String> found, boolean authority) {
        if (!root.has("purposes")) {
            if (!authority) {
                root.problem("purposes", "purposes is missing");
            }
            return false;
        }
        if (authority) {
            root.problem("purposes", "an authority's certificate has no extended key usage here");
        }
        ProfileFile part = root.part("purposes");
        part.onlyKeys(Set.of("critical", "of"));
        boolean critical = part.flag("critical");
        for (String value : part.values("of")) {
            String oid = PURPOSES.getOrDefault(value, value);
            if (!oid.matches("[0-2](\\.(0|[1-9]\\d{0,9})){2,20}")) {
                part.problem("of", value + " is neither a known purpose nor an object identifier");
            } else if (found.contains(oid)) {
                part.problem("of", value + " stands twice");
            }
            found.add(oid);
        }
        if (found.isEmpty()) {
            part.problem("of", "at least one purpose is needed");
        }
        if (found.contains(TIME_STAMPING) && (found.size() != 1 || !critical)) {
            part.problem("of", "timeStamping stands alone and critical (RFC 3161 2.3)");
        }
        return critical;
    }

    private NavigableMap<LocalDate, Period> validities() {
        NavigableMap<LocalDate, Period> found = new TreeMap<>();
        if (!root.isList("validity")) {
            period(root, "validity").ifPresent(period -> found.put(LocalDate.EPOCH, period));
            return found;
        }
        for (ProfileFile part : root.parts("validity")) {
            part.onlyKeys(Set.of("issuedFrom", "last"));
            Optional<Period> period = period(part, "last");
            try {
                LocalDate from = LocalDate.parse(part.text("issuedFrom"));
                if (period.isPresent() && found.put(from, period.get()) != null) {
                    part.problem("issuedFrom", from + " stands twice");
                }
            } catch (DateTimeParseException e) {
                part.problem("issuedFrom", "issuedFrom is a day such as 2026-03-15");
            }
        }
        if (found.isEmpty()) {
            root.problem("validity", "validity names no time");
        }
        return found;
    }

    private static Optional<Period> period(ProfileFile part, String key) {
        String text = part.text(key);
        try {
            Period period = Period.parse(text);
            if (!period.isNegative() && !period.isZero() && period.toTotalMonths() <= 12 * 25) {
                return Optional.of(period);
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        part.problem(key, key + " is a time such as P2Y or P199D, at most 25 years");
        return Optional.empty();
    }

    private @Nullable Integer policy(boolean authority) {
        if (!root.has("policy")) {
            if (!authority) {
                root.problem("policy", "policy is missing");
            }
            return null;
        }
        String text = root.text("policy");
        if (text.equals("any") && authority) {
            return CertificateProfile.ANY_POLICY;
        }
        if (text.matches("[1-9]\\d{0,5}")) {
            return Integer.valueOf(text);
        }
        root.problem("policy", "policy is a number from 1, or any for an authority, not " + text);
        return null;
    }

    private static @Nullable Integer pathLength(ProfileFile part) {
        part.onlyKeys(Set.of("pathLength"));
        if (!part.has("pathLength")) {
            return null;
        }
        String text = part.text("pathLength");
        if (text.matches("\\d")) {
            return Integer.valueOf(text);
        }
        part.problem("pathLength", "pathLength is a number from 0 to 9, not " + text);
        return null;
    }

    private <T> Optional<T> oneOf(String key, String value, Map<String, T> known) {
        return oneOf(root, key, value, known);
    }

    private static <T> Optional<T> oneOf(
            ProfileFile part, String key, String value, Map<String, T> known) {
        T found = known.get(value);
        if (found == null && !value.isEmpty()) {
            part.problem(
                    key,
                    key
                            + ": one of "
                            + known.keySet().stream().sorted().collect(Collectors.joining(", "))
                            + ", not "
                            + value);
        }
        return Optional.ofNullable(found);
    }

    private static <E extends Enum<E>> Map<String, E> named(E[] values) {
        return names(values, value -> camel(value.name()));
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values, Function<E, String> name) {
        return Stream.of(values).collect(Collectors.toUnmodifiableMap(name, value -> value));
    }

    private static String camel(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return text.toString();
    }
}
