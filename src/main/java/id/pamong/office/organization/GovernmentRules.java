package id.pamong.office.organization;

import id.pamong.office.regulation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a new local government must look like; pure. */
final class GovernmentRules {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern PROVINCE_CODE = Pattern.compile("[0-9]{2}");
    private static final Pattern REGION_CODE = Pattern.compile("[0-9]{2}\\.[0-9]{2}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern ACCENT = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST = 120;

    /** First segments of paths that belong to the installation, not to a local government. */
    private static final Set<String> RESERVED =
            Set.of(
                    "perdana",
                    "pki",
                    "contoh",
                    "css",
                    "js",
                    "img",
                    "fonts",
                    "webjars",
                    "assets",
                    "error",
                    "api",
                    "masuk",
                    "keluar",
                    "actuator",
                    "favicon",
                    "static");

    private GovernmentRules() {}

    static List<Finding> check(NewLocalGovernment it) {
        List<Finding> findings = new ArrayList<>();
        if (!SLUG.matcher(it.slug()).matches()) {
            findings.add(Finding.blocking("organization.slug", "slug"));
        } else if (RESERVED.contains(it.slug())) {
            findings.add(Finding.blocking("organization.slug-taken", "slug", it.slug()));
        }
        text(findings, "name", it.name());
        text(findings, "place", it.place());
        text(findings, "headTitle", it.headTitle());
        text(findings, "deputyTitle", it.deputyTitle());
        text(findings, "province", it.province());
        boolean coded =
                switch (it.kind()) {
                    case PROVINSI -> PROVINCE_CODE.matcher(it.regionCode()).matches();
                    case KOTA, KABUPATEN -> REGION_CODE.matcher(it.regionCode()).matches();
                };
        if (!coded) {
            findings.add(Finding.blocking("organization.region-code", "regionCode"));
        }
        if (it.mailDomains().isEmpty()
                || !it.mailDomains().stream().allMatch(GovernmentRules::isDomain)) {
            findings.add(Finding.blocking("organization.mail-domains", "mailDomains"));
        }
        if (!ACCENT.matcher(it.accent()).matches()) {
            findings.add(Finding.blocking("organization.accent", "accent"));
        }
        if (it.address().size() > 4
                || it.address().stream().anyMatch(line -> line.length() > LONGEST)) {
            findings.add(Finding.blocking("organization.address", "address"));
        }
        return findings;
    }

    private static boolean isDomain(String domain) {
        return domain.equals(domain.toLowerCase(Locale.ROOT)) && DOMAIN.matcher(domain).matches();
    }

    private static void text(List<Finding> findings, String field, String value) {
        if (value.isBlank()) {
            findings.add(Finding.blocking("organization.missing", field));
        } else if (value.length() > LONGEST) {
            findings.add(Finding.blocking("organization.too-long", field, LONGEST));
        }
    }
}
