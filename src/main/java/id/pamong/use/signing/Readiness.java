package id.pamong.use.signing;

import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.regulation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone can sign now, said before they begin.
 *
 * @param certificate the one that would sign, or null
 * @param choices every certificate of theirs that could sign now, individual ones first
 * @param findings trouble with service or certificate; blocking ones stop signing, a soft one warns
 *     of expiry within thirty days
 */
public record Readiness(
        @Nullable RegisteredCertificate certificate,
        List<RegisteredCertificate> choices,
        List<Finding> findings) {
    public Readiness {
        choices = List.copyOf(choices);
        findings = List.copyOf(findings);
    }

    public boolean isReady() {
        return certificate != null && findings.stream().noneMatch(Finding::isBlocking);
    }
}
