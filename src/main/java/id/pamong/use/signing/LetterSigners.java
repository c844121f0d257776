package id.pamong.use.signing;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.page.Dates;
import id.pamong.office.regulation.Finding;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who signs, and with which certificate. */
@Component
class LetterSigners {
    private static final Duration SOON = Duration.ofDays(30);

    /** As it stands in the block of a seal; letters are in Indonesian. */
    private static final String SEAL = "Segel elektronik";

    private final Certificates certificates;
    private final People people;
    private final Dates dates;

    LetterSigners(Certificates certificates, People people, Dates dates) {
        this.certificates = certificates;
        this.people = people;
        this.dates = dates;
    }

    /**
     * The signer as a letter shows them: in the post, or as the organisation, of the certificate.
     */
    record Signer(Person person, RegisteredCertificate certificate, List<X509Certificate> chain) {
        /** The person's name with titles; of a seal the organisation's. */
        String name() {
            return isSeal() ? certificate.subject() : person.displayName();
        }

        /** The post that a position certificate names, else the person's own today. */
        String post() {
            String named = certificate.post();
            return switch (certificate.profile()) {
                case ORGANISATION_SEAL -> SEAL;
                case POSITION_SIGNATURE -> named == null ? person.post() : named;
                default -> person.post();
            };
        }

        /** In groups; empty without one and for a seal. */
        String nip() {
            return isSeal() ? "" : person.groupedNip();
        }

        String agency() {
            return isSeal() ? certificate.subject() : person.agencyName();
        }

        private boolean isSeal() {
            return certificate.profile() == ProfileId.ORGANISATION_SEAL;
        }
    }

    /**
     * MDN-7(2): only in service, and with a certificate in force.
     *
     * @param chosen one of several, or empty for the first
     */
    Readiness readiness(
            LocalGovernment government, PersonId id, Optional<CertificateId> chosen, Instant when) {
        List<Finding> findings = new ArrayList<>();
        Optional<Person> person = people.byId(government.id(), id);
        if (person.isEmpty()) {
            findings.add(Finding.blocking("signing.not-in-service", null));
        }
        List<RegisteredCertificate> choices = certificates.signing(government.id(), id, when);
        Optional<RegisteredCertificate> usable =
                choices.stream()
                        .filter(one -> chosen.isEmpty() || one.id().equals(chosen.get()))
                        .findFirst();
        if (usable.isEmpty() && !choices.isEmpty()) {
            findings.add(Finding.blocking("signing.certificate-gone", "certificate"));
        } else if (usable.isEmpty()) {
            findings.add(trouble(government, id, when));
        } else if (usable.get().notAfter().isBefore(when.plus(SOON))) {
            findings.add(
                    Finding.soft(
                            "signing.certificate-expires",
                            null,
                            dates.on(usable.get().notAfter(), government)));
        }
        return new Readiness(usable.orElse(null), choices, findings);
    }

    private Finding trouble(LocalGovernment government, PersonId person, Instant when) {
        Optional<RegisteredCertificate> newest =
                certificates.of(government.id(), person).stream()
                        .filter(each -> each.profile().signsDocuments())
                        .findFirst();
        if (newest.isEmpty()) {
            return Finding.blocking("signing.no-certificate", null);
        }
        return switch (newest.get().state()) {
            case CertificateState.Revoked(Instant at, var reason) ->
                    Finding.blocking("signing.certificate-revoked", null, dates.on(at, government));
            case CertificateState.InForce() ->
                    newest.get().isExpiredAt(when)
                            ? Finding.blocking(
                                    "signing.certificate-expired",
                                    null,
                                    dates.on(newest.get().notAfter(), government))
                            : Finding.blocking(
                                    "signing.certificate-not-yet",
                                    null,
                                    dates.on(newest.get().notBefore(), government));
        };
    }

    /** The key is blocked after too many wrong passphrases. */
    Finding blocked(LocalGovernment government, Instant until) {
        return Finding.blocking("signing.key-blocked", "passphrase", dates.time(until, government));
    }

    Signer signer(LocalGovernment government, PersonId person, RegisteredCertificate certificate) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(parsed(certificate.der()));
        certificate.chainDer().forEach(der -> chain.add(parsed(der)));
        return new Signer(people.get(government.id(), person), certificate, List.copyOf(chain));
    }

    private static X509Certificate parsed(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a registered certificate cannot be read", e);
        }
    }
}
