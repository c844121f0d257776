package id.pamong.authority.gateway;

import id.pamong.authority.custody.KeyAlgorithm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate must be, whichever authority issues it: one file of {@code profiles/}.
 *
 * @param policy last arc below the installation's policy arc; {@link #ANY_POLICY}; null for a root
 * @param ordered whether anybody outside the authority orders it
 * @param algorithms kinds of key it is issued over; empty where the authority makes the key
 * @param uses key usage by family of key, {@code EC} or {@code RSA}, or under {@code *} for every
 *     family
 * @param extendedKeyUses object identifiers, dotted; none in a certificate of an authority
 * @param validities from the day of issue on: the longest time from the first to the last second
 * @param pathLength authorities below it; null for an end entity, and for a root without a limit
 * @param noCheck whether its status is not asked for (RFC 6960 section 4.2.2.2.1)
 * @param lints names of further checks on what was issued
 */
public record CertificateProfile(
        ProfileId id,
        @Nullable Integer policy,
        boolean ordered,
        Set<KeyAlgorithm> algorithms,
        SubjectRule subject,
        HostRule hosts,
        Map<String, Set<KeyUse>> uses,
        List<String> extendedKeyUses,
        boolean extendedKeyUseCritical,
        NavigableMap<LocalDate, Period> validities,
        boolean authority,
        @Nullable Integer pathLength,
        boolean noCheck,
        List<String> lints) {
    /** Stands for {@code anyPolicy} (RFC 5280 section 4.2.1.4). */
    public static final int ANY_POLICY = 0;

    /** Family of keys for which nothing else is said. */
    static final String EVERY_FAMILY = "*";

    /** Attributes of a subject. */
    public enum Attribute {
        COUNTRY,
        ORGANIZATION,
        UNIT,
        COMMON_NAME,
        TITLE
    }

    /** Which attributes must stand in the subject and which may; others must not. */
    public record SubjectRule(Set<Attribute> required, Set<Attribute> optional) {
        public SubjectRule {
            required = Set.copyOf(required);
            optional = Set.copyOf(optional);
        }

        boolean isKept(Attribute attribute, boolean present) {
            return present
                    ? required.contains(attribute) || optional.contains(attribute)
                    : !required.contains(attribute);
        }
    }

    /** Whether names of hosts stand in the subject alternative name. */
    public enum HostRule {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    public CertificateProfile {
        algorithms = Set.copyOf(algorithms);
        uses = Map.copyOf(uses);
        extendedKeyUses = List.copyOf(extendedKeyUses);
        lints = List.copyOf(lints);
    }

    /** Key usage over a key of that family. */
    public Set<KeyUse> keyUses(String family) {
        return Objects.requireNonNull(
                uses.getOrDefault(family, uses.getOrDefault(EVERY_FAMILY, Set.of())));
    }

    /** Longest time from the first to the last second of what is issued then, calendar units. */
    public Period validityAt(Instant issued) {
        var entry = validities.floorEntry(LocalDate.ofInstant(issued, ZoneOffset.UTC));
        return entry == null ? validities.firstEntry().getValue() : entry.getValue();
    }

    /** Whether a subject has what the profile asks for and nothing that it does not take. */
    public boolean takes(SubjectName name) {
        return subject.isKept(Attribute.COUNTRY, true)
                && subject.isKept(Attribute.ORGANIZATION, true)
                && subject.isKept(Attribute.COMMON_NAME, true)
                && subject.isKept(Attribute.UNIT, !name.unit().isEmpty())
                && subject.isKept(Attribute.TITLE, !name.title().isEmpty());
    }

    /** Whether that many names of hosts fit. */
    public boolean takesHosts(int count) {
        return switch (hosts) {
            case NONE -> count == 0;
            case OPTIONAL -> true;
            case REQUIRED -> count > 0;
        };
    }
}
