package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a list of domains of official e-mail must look like; pure. A name counts with everything
 * below it and with nothing else, so a registry such as {@code go.id} itself can never stand in the
 * list (names of governments: Permenkominfo 28/2006 and 5/2015).
 */
final class MailDomainRules {
    static final int MOST = 20;
    static final int SHORTEST_REASON = 20;
    static final int LONGEST_REASON = 500;

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    /** Registries below which governments and villages have their names. */
    private static final Set<String> REGISTRIES = Set.of("go.id", "desa.id");

    private MailDomainRules() {}

    static List<Finding> check(List<String> domains, List<String> before, String reason) {
        List<Finding> findings = new ArrayList<>();
        if (domains.isEmpty()) {
            findings.add(Finding.blocking("domains.none", "domains"));
        }
        if (domains.size() > MOST) {
            findings.add(Finding.blocking("domains.too-many", "domains", MOST));
        }
        Set<String> seen = new HashSet<>();
        for (String domain : domains) {
            if (!DOMAIN.matcher(domain).matches() || domain.length() > 253) {
                findings.add(Finding.blocking("domains.form", "domains", shown(domain)));
            } else if (REGISTRIES.contains(domain)) {
                findings.add(Finding.blocking("domains.registry", "domains", domain));
            } else if (REGISTRIES.stream().noneMatch(registry -> isBelow(domain, registry))) {
                findings.add(Finding.blocking("domains.not-government", "domains", domain));
            } else if (!seen.add(domain)) {
                findings.add(Finding.blocking("domains.twice", "domains", domain));
            }
        }
        for (String domain : seen) {
            seen.stream()
                    .filter(other -> isBelow(domain, other))
                    .forEach(other ->
                            findings.add(
                                    Finding.blocking("domains.covered", "domains", domain, other)));
        }
        if (findings.isEmpty() && Set.copyOf(domains).equals(Set.copyOf(before))) {
            findings.add(Finding.blocking("domains.unchanged", "domains"));
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            findings.add(
                    Finding.blocking("domains.reason", "reason", SHORTEST_REASON, LONGEST_REASON));
        }
        return findings;
    }

    private static boolean isBelow(String domain, String other) {
        return domain.endsWith("." + other);
    }

    private static String shown(String domain) {
        return domain.length() > 80 ? domain.substring(0, 80) + "…" : domain;
    }
}
