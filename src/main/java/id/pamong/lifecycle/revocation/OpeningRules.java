package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.regulation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with the opening of a case; pure. */
final class OpeningRules {
    private OpeningRules() {}

    /**
     * Everything at once.
     *
     * @param known grounds of the regulation, by name
     */
    static List<Finding> check(
            Origin origin,
            Opening it,
            RegisteredCertificate certificate,
            Set<String> known,
            Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (certificate.isRevoked()) {
            findings.add(Finding.blocking("revocation.revoked-already", null));
        } else if (certificate.isExpiredAt(now)) {
            findings.add(Finding.blocking("revocation.expired-already", null));
        }
        Ground ground = it.ground();
        if (ground == null) {
            findings.add(Finding.blocking("revocation.ground-missing", "ground"));
        } else if (!ground.isOpenTo(origin) || !known.contains(ground.name())) {
            findings.add(Finding.blocking("revocation.ground-not-yours", "ground"));
        }
        String text = it.explanation().strip();
        if (origin != Origin.OWNER && text.length() < Opening.SHORTEST_MINUTE) {
            findings.add(
                    Finding.blocking(
                            "revocation.minute-short", "explanation", Opening.SHORTEST_MINUTE));
        }
        if (text.length() > Opening.LONGEST) {
            findings.add(
                    Finding.blocking(
                            "revocation.explanation-long", "explanation", Opening.LONGEST));
        }
        Instant since = it.invalidSince();
        if (since != null && (since.isAfter(now) || since.isBefore(certificate.notBefore()))) {
            findings.add(Finding.blocking("revocation.since", "since"));
        }
        return findings;
    }
}
