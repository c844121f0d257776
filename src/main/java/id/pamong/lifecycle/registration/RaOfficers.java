package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.registration.rules.OfficerCase;
import id.pamong.lifecycle.subscriber.TimeOfService;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import id.pamong.office.regulation.Rule;
import id.pamong.office.regulation.RuleBook;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may act as RA officer now: appointed by a decree, of the right class, in the office that is
 * the RA, with an officer's certificate that is usable (MDN-20(1)); and only while the office has
 * its appointment (MDN-18(2)) and an agreement with the CA (MDN-3(3)).
 */
@Component
public class RaOfficers {
    private final Mandates mandates;
    private final People people;
    private final LocalGovernments governments;
    private final Regulations regulations;
    private final TimeOfService service;
    private final ObjectProvider<OfficerCertificates> certificates;
    private final List<Rule<OfficerCase>> rules;
    private final Clock clock;

    RaOfficers(
            Mandates mandates,
            People people,
            LocalGovernments governments,
            Regulations regulations,
            TimeOfService service,
            ObjectProvider<OfficerCertificates> certificates,
            List<Rule<OfficerCase>> rules,
            Clock clock) {
        this.mandates = mandates;
        this.people = people;
        this.governments = governments;
        this.regulations = regulations;
        this.service = service;
        this.certificates = certificates;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /** Everything that keeps the person from acting as an officer now; empty for an officer. */
    public List<Finding> objections(LocalGovernmentId government, PersonId person) {
        LocalGovernment home = governments.get(government);
        Instant now = clock.instant();
        LocalDate today = home.dateAt(now);
        RegulationProfile profile = regulations.profile(home.regulationId());
        Person who = people.get(government, person);
        List<Finding> findings = new ArrayList<>(service.objections(government, person));
        findings.addAll(
                RuleBook.run(
                        profile,
                        rules,
                        new OfficerCase(
                                home.raOfficeAgency(),
                                who.agency(),
                                who.employmentClass(),
                                Set.copyOf(profile.setting("ra.operatorClass").values()),
                                mandates.latest(government, person, Appointment.Post.OFFICER, today)
                                        .orElse(null),
                                certificate(government, person, now).isPresent(),
                                isMandated(government, Mandate.Kind.RA_APPOINTMENT, today),
                                isMandated(government, Mandate.Kind.CA_AGREEMENT, today),
                                today)));
        return findings;
    }

    /** Whether the person may act as an officer now. */
    public boolean mayAct(LocalGovernmentId government, PersonId person) {
        return objections(government, person).isEmpty();
    }

    /** The officer's certificate that is usable at that instant. */
    public Optional<OfficerCertificate> certificate(
            LocalGovernmentId government, PersonId person, Instant when) {
        return Optional.ofNullable(certificates.getIfAvailable())
                .flatMap(register -> register.usable(government, person, when))
                .filter(certificate -> certificate.isValidAt(when));
    }

    private boolean isMandated(LocalGovernmentId government, Mandate.Kind kind, LocalDate on) {
        return !mandates.inForce(government, kind, on).isEmpty();
    }
}
