package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an entry of the register of systems must look like; pure. */
final class SystemRules {
    static final int NAME = 64;
    static final int HOSTS = 50;
    private static final int HOST = 253;
    private static final Pattern LABELS =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    private SystemRules() {}

    /** The host as the register keeps it: lower case, without scheme, path and port. */
    static String host(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[:/].*$", "");
    }

    static List<Finding> check(NewSystem it, List<String> hosts, List<String> domains) {
        List<Finding> findings = new ArrayList<>();
        if (it.agency() == null) {
            findings.add(Finding.blocking("organization.system-agency", "agency"));
        }
        if (it.name().isBlank() || it.name().length() > NAME) {
            findings.add(Finding.blocking("organization.system-name", "name", NAME));
        }
        if (it.category() == null) {
            findings.add(Finding.blocking("organization.system-category", "category"));
        }
        if (hosts.isEmpty() || hosts.size() > HOSTS) {
            findings.add(Finding.blocking("organization.system-hosts", "hosts", HOSTS));
        }
        for (String host : hosts) {
            if (host.length() > HOST || !LABELS.matcher(host).matches()) {
                findings.add(Finding.blocking("organization.host-form", "hosts", host));
            } else if (domains.stream().noneMatch(domain -> isUnder(host, domain))) {
                findings.add(
                        Finding.blocking(
                                "organization.host-foreign",
                                "hosts",
                                host,
                                String.join(", ", domains)));
            }
        }
        return findings;
    }

    private static boolean isUnder(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
