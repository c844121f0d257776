package id.pamong.authority.builtin.lint;

import id.pamong.authority.builtin.lint.Linted.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks on a finished certificate that know nothing of how it was made: each a name, a source and
 * a question. Those of RFC 5280 hold for every certificate; a profile names the others it wants.
 */
public enum Lint {
    VERSION_3("RFC 5280 4.1.2.1", true, one -> one.version() == 3),
    SERIAL_POSITIVE_AND_SHORT(
            "RFC 5280 4.1.2.2",
            true,
            one -> one.serial().signum() > 0 && one.serial().toByteArray().length <= 20),
    SERIAL_BY_CHANCE("CA/Browser Forum BR 7.1", true, one -> one.serial().bitLength() >= 64),
    ONE_ALGORITHM("RFC 5280 4.1.1.2", true, Linted::namesOneAlgorithm),
    NAMES_NOT_EMPTY("RFC 5280 4.1.2.4, 4.1.2.6", true, Linted::hasNames),
    NAME_STRINGS("RFC 5280 4.1.2.4, appendix A.1", true, Linted::hasFitNameStrings),
    TIMES_IN_RIGHT_FORM("RFC 5280 4.1.2.5", true, Linted::hasTimesInRightForm),
    ENDS_AFTER_IT_BEGINS("RFC 5280 4.1.2.5", true, one -> one.end().isAfter(one.begin())),
    NO_UNIQUE_IDENTIFIERS("RFC 5280 4.1.2.8", true, one -> !one.hasUniqueIdentifiers()),
    KEY_PARAMETERS("RFC 3279 2.3.1, RFC 5480 2.1.1, RFC 8410 3", true, Linted::hasFitParameters),
    EXTENSIONS_ONCE("RFC 5280 4.2", true, Linted::hasEachExtensionOnce),
    CRITICALITY("RFC 5280 4.2.1", true, Linted::hasRightCriticality),
    KEY_IDENTIFIERS("RFC 5280 4.2.1.1, 4.2.1.2", true, Linted::hasKeyIdentifiers),
    KEY_USAGE_SAYS_SOMETHING("RFC 5280 4.2.1.3", true, one -> one.keyUsage() != 0),
    SIGNS_CERTIFICATES_AS_AUTHORITY(
            "RFC 5280 4.2.1.3, 4.2.1.9",
            true,
            one ->
                    one.isAuthority() == one.has(Use.KEY_CERT_SIGN)
                            && (one.isAuthority() || !one.hasPathLength())),
    POLICIES_ONCE("RFC 5280 4.2.1.4", true, one -> isDistinct(one.policies())),
    PURPOSES_ONCE("RFC 5280 4.2.1.12", true, one -> isDistinct(one.purposes())),
    STATUS_OVER_PLAIN_HTTP(
            "RFC 5280 4.2.1.13, 4.2.2.1, 8",
            true,
            one ->
                    one.addresses().stream().allMatch(url -> url.startsWith("http://"))
                            || one.addresses().stream()
                                    .allMatch(url -> url.startsWith("https://"))),
    SHORTEST_ENCODING("X.690 10, 11", true, Linted::isDer),
    NO_PERSONAL_IDENTIFIERS("UU 27/2022", false, Linted::hasNoPersonalIdentifiers),
    SIGNS_ONLY(
            "RFC 3279 2.3",
            false,
            one -> one.has(Use.DIGITAL_SIGNATURE) && !one.encrypts() && !one.isAuthority()),
    ENCRYPTS_ONLY(
            "RFC 3279 2.3",
            false,
            one ->
                    one.encrypts()
                            && !one.has(Use.DIGITAL_SIGNATURE)
                            && !one.has(Use.NON_REPUDIATION)),
    STAMPS_ONLY(
            "RFC 3161 2.3",
            false,
            one -> one.purposes().equals(List.of("1.3.6.1.5.5.7.3.8")) && one.purposesCritical()),
    SHORT_LIVED_WITHOUT_STATUS(
            "RFC 6960 4.2.2.2.1",
            false,
            one -> one.isNoCheck() && one.lasts().compareTo(Duration.ofDays(100)) <= 0),
    PUBLIC_TLS_VALIDITY(
            "CA/Browser Forum BR 6.3.2",
            false,
            one -> one.lasts().compareTo(mostOfTls(one.begin())) <= 0),
    HOST_NAMES("CA/Browser Forum BR 7.1.4.2, RFC 1123 2.1", false, Linted::hasFitHosts);

    private final String source;
    private final boolean always;

    @SuppressWarnings("ImmutableEnumChecker") // looks, and keeps nothing
    private final Predicate<Linted> holds;

    Lint(String source, boolean always, Predicate<Linted> holds) {
        this.source = source;
        this.always = always;
        this.holds = holds;
    }

    /** As profiles name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Section that asks for it. */
    public String source() {
        return source;
    }

    public static boolean isKnown(String id) {
        return of(id).isPresent();
    }

    private static Optional<Lint> of(String id) {
        return Stream.of(values()).filter(one -> !one.always && one.id().equals(id)).findFirst();
    }

    /** What does not hold, as {@code lint.} and the name. */
    public static List<String> faults(Linted certificate, List<String> named) {
        return Stream.of(values())
                .filter(one -> one.always || named.contains(one.id()))
                .filter(one -> !one.holds.test(certificate))
                .map(one -> "lint." + one.id())
                .toList();
    }

    /** From the first to the last second, both counted. */
    private static Duration mostOfTls(Instant issued) {
        return Duration.ofDays(
                issued.isBefore(Instant.parse("2026-03-15T00:00:00Z"))
                        ? 398
                        : issued.isBefore(Instant.parse("2027-03-15T00:00:00Z"))
                                ? 200
                                : issued.isBefore(Instant.parse("2029-03-15T00:00:00Z"))
                                        ? 100
                                        : 47);
    }

    private static boolean isDistinct(List<String> values) {
        return Arrays.equals(values.toArray(), values.stream().distinct().toArray());
    }
}
