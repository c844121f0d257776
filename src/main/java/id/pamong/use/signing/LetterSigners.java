package id.pamong.use.signing;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostHolding;
import id.pamong.office.organization.Posts;
import id.pamong.office.organization.SigningCapacity;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who signs, and with which certificate. */
@Component
class LetterSigners {
    private static final Duration SOON = Duration.ofDays(30);

    /** As it stands in the block of a seal; letters are in Indonesian. */
    private static final String SEAL = "Segel elektronik";

    private final Certificates certificates;
    private final People people;
    private final Posts posts;
    private final TimeOfService service;
    private final Dates dates;

    LetterSigners(
            Certificates certificates,
            People people,
            Posts posts,
            TimeOfService service,
            Dates dates) {
        this.certificates = certificates;
        this.people = people;
        this.posts = posts;
        this.service = service;
        this.dates = dates;
    }

    /**
     * The signer as a letter shows them: in the capacity chosen, in the post of a position
     * certificate, or as the organisation of a seal.
     *
     * @param capacityAgency of the post in which it is signed
     */
    record Signer(
            Person person,
            SigningCapacity capacity,
            String capacityAgency,
            RegisteredCertificate certificate,
            List<X509Certificate> chain) {
        /** The person's name with titles; of a seal the organisation's. */
        String name() {
            return isSeal() ? certificate.subject() : person.displayName();
        }

        /** Line by line: as held on the day, or as a position certificate names it. */
        List<String> post() {
            String named = certificate.post();
            return switch (certificate.profile()) {
                case ORGANISATION_SEAL -> List.of(SEAL);
                case POSITION_SIGNATURE ->
                        named == null || capacity instanceof SigningCapacity.Mandated
                                ? capacity.lines()
                                : List.of(named);
                default -> capacity.lines();
            };
        }

        /** In groups; empty without one and for a seal. */
        String nip() {
            return isSeal() ? "" : person.groupedNip();
        }

        String agency() {
            return isSeal() ? certificate.subject() : capacityAgency;
        }

        private boolean isSeal() {
            return certificate.profile() == ProfileId.ORGANISATION_SEAL;
        }
    }

    /** In which rights someone may sign on the day of an instant, the own post first. */
    List<SigningCapacity> capacities(LocalGovernment government, PersonId person, Instant when) {
        List<SigningCapacity> held =
                posts.capacities(government.id(), person, government.dateAt(when));
        return held.isEmpty()
                ? List.of(new SigningCapacity.OwnPost(people.get(government.id(), person).post()))
                : held;
    }

    /** Those in which a certificate can sign: one of a post names it, whatever else is held. */
    static List<SigningCapacity> fitting(
            List<SigningCapacity> capacities, @Nullable RegisteredCertificate certificate) {
        String post = certificate == null ? null : certificate.post();
        if (certificate == null
                || certificate.profile() != ProfileId.POSITION_SIGNATURE
                || post == null) {
            return capacities;
        }
        List<SigningCapacity> fitting = new ArrayList<>();
        fitting.add(
                capacities.stream()
                        .filter(one -> one.text().equals(post))
                        .findFirst()
                        .orElseGet(() -> new SigningCapacity.OwnPost(post)));
        capacities.stream()
                .filter(SigningCapacity.Mandated.class::isInstance)
                .forEach(fitting::add);
        return fitting;
    }

    /** The one chosen; empty when the person does not have it on that day. */
    Optional<SigningCapacity> capacity(
            LocalGovernment government, PersonId person, String key, Instant when) {
        List<SigningCapacity> capacities = capacities(government, person, when);
        return key.isEmpty()
                ? Optional.of(capacities.getFirst())
                : capacities.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /**
     * MDN-7(2): only in service, and with a certificate in force; one that names a post only while
     * its owner holds that post (MDN-1.12).
     *
     * @param chosen one of several, or empty for the first
     */
    Readiness readiness(
            LocalGovernment government, PersonId id, Optional<CertificateId> chosen, Instant when) {
        List<Finding> findings = new ArrayList<>(service.objections(government.id(), id));
        List<RegisteredCertificate> inForce = certificates.signing(government.id(), id, when);
        List<RegisteredCertificate> choices =
                inForce.stream().filter(RegisteredCertificate::isKeyHere).toList();
        List<RegisteredCertificate> meant =
                choices.stream()
                        .filter(one -> chosen.isEmpty() || one.id().equals(chosen.get()))
                        .toList();
        Optional<RegisteredCertificate> usable =
                meant.stream()
                        .filter(one -> isHeld(government, one, when))
                        .findFirst()
                        .or(() -> meant.stream().findFirst());
        if (usable.isEmpty() && !choices.isEmpty()) {
            findings.add(Finding.blocking("signing.certificate-gone", "certificate"));
        } else if (usable.isEmpty() && !inForce.isEmpty()) {
            findings.add(Finding.blocking("signing.key-held", null));
        } else if (usable.isEmpty()) {
            findings.add(trouble(government, id, when));
        } else if (!isHeld(government, usable.get(), when)) {
            findings.add(Finding.blocking("signing.capacity-gone", "certificate"));
        } else if (usable.get().notAfter().isBefore(when.plus(SOON))) {
            findings.add(
                    Finding.soft(
                            "signing.certificate-expires",
                            null,
                            dates.on(usable.get().notAfter(), government)));
        }
        return new Readiness(usable.orElse(null), choices, findings);
    }

    /** Whether the owner holds what the certificate names; a designation ends with it. */
    private boolean isHeld(
            LocalGovernment government, RegisteredCertificate certificate, Instant when) {
        String named = certificate.post();
        if (certificate.profile() != ProfileId.POSITION_SIGNATURE
                || certificate.designated()
                || named == null) {
            return true;
        }
        return posts
                .titlesOn(government.id(), certificate.person(), government.dateAt(when))
                .stream()
                .anyMatch(title -> SigningCapacity.isSame(title, named));
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
            case CertificateState.Blocked(Instant at, var kind) ->
                    Finding.blocking("signing.certificate-blocked", null, dates.at(at, government));
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

    /**
     * What was found of the certificate while the signature was made; its entry stays locked until
     * the open transaction ends, so that a block comes before this signature or after it.
     */
    List<Finding> stillUsable(LocalGovernment government, Signer signer, Instant when) {
        return certificates
                        .hold(government.id(), signer.certificate().id())
                        .filter(one -> one.isUsableAt(when))
                        .isPresent()
                ? List.of()
                : List.of(Finding.blocking("signing.certificate-gone", "certificate"));
    }

    /** The key is blocked after too many wrong passphrases. */
    Finding blocked(LocalGovernment government, Instant until) {
        return Finding.blocking("signing.key-blocked", "passphrase", dates.time(until, government));
    }

    Signer signer(
            LocalGovernment government,
            PersonId id,
            SigningCapacity capacity,
            RegisteredCertificate certificate) {
        Person person = people.get(government.id(), id);
        Optional<AgencyId> agency =
                switch (capacity) {
                    case SigningCapacity.OwnPost own -> Optional.empty();
                    case SigningCapacity.Held(PostHolding holding) ->
                            Optional.ofNullable(holding.post().agency());
                    case SigningCapacity.Mandated mandated ->
                            Optional.ofNullable(mandated.by().post().agency());
                };
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(parsed(certificate.der()));
        certificate.chainDer().forEach(der -> chain.add(parsed(der)));
        return new Signer(
                person,
                capacity,
                agency.flatMap(of -> people.agency(government.id(), of))
                        .map(Agency::name)
                        .orElse(person.agencyName()),
                certificate,
                List.copyOf(chain));
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
