package id.pamong.lifecycle.destruction;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked when a certificate ends; pure. A signing key is of no more use and goes. A key that
 * opens what was encrypted is kept for reading until its owner says that nothing is left to read. A
 * key in the certification authority's hardware ends there and is not asked for.
 */
final class KeyEndRule {
    private KeyEndRule() {}

    /** Of a certificate that has ended by then; empty when it has not or nothing is asked. */
    static Optional<KeyEnd> of(
            RegisteredCertificate certificate,
            Instant now,
            LocalDate endedOn,
            int destroyDays,
            int statementDays) {
        if (certificate.custody() == KeyCustody.CA_SIGNING_SERVICE
                || endOf(certificate).isAfter(now)) {
            return Optional.empty();
        }
        LocalDate due =
                certificate.profile() == ProfileId.INDIVIDUAL_ENCRYPTION
                        ? null
                        : endedOn.plusDays(certificate.isKeyHere() ? destroyDays : statementDays);
        return Optional.of(new KeyEnd(certificate.id(), endOf(certificate), due, null));
    }

    /** When it was revoked or expires, whichever came first. */
    static Instant endOf(RegisteredCertificate certificate) {
        return certificate.state() instanceof CertificateState.Revoked(Instant at, var _)
                        && at.isBefore(certificate.notAfter())
                ? at
                : certificate.notAfter();
    }

    /** Among which the owner says how it was destroyed. */
    static Set<KeyEnd.Means> means(RegisteredCertificate certificate) {
        if (certificate.isKeyHere()) {
            return EnumSet.of(KeyEnd.Means.SEALED);
        }
        return certificate.system() == null
                ? EnumSet.of(KeyEnd.Means.FILE, KeyEnd.Means.TOKEN)
                : EnumSet.of(KeyEnd.Means.HOST);
    }
}
