package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.CertificationRequests;
import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.lifecycle.subscriber.RaPolicy;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the applicant claims besides: choices that the registers offer, and the request of a
 * system's host, of which nothing but the request ever comes here.
 */
@Component
public class ParticularsDesk {
    private final Enrollment enrollment;
    private final Applications applications;
    private final OwnDossiers own;
    private final ElectronicSystems systems;
    private final RaPolicies policies;
    private final People people;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;

    ParticularsDesk(
            Enrollment enrollment,
            Applications applications,
            OwnDossiers own,
            ElectronicSystems systems,
            RaPolicies policies,
            People people,
            LocalGovernments governments,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.own = own;
        this.systems = systems;
        this.policies = policies;
        this.people = people;
        this.governments = governments;
        this.transactions = transactions;
    }

    /**
     * What the form offers to choose from.
     *
     * @param systems that the applicant answers for
     * @param policies in force
     * @param agencies of the local government
     */
    public record Choices(
            List<ElectronicSystem> systems, List<RaPolicy> policies, List<Agency> agencies) {
        public Choices {
            systems = List.copyOf(systems);
            policies = List.copyOf(policies);
            agencies = List.copyOf(agencies);
        }
    }

    /** The choices for this application of the actor's. */
    public Choices choices(Actor actor, Dossier dossier) {
        return choices(actor.government(), dossier.applicant().person(), dossier.particulars());
    }

    /** The choices for an application with these particulars. */
    public Choices choices(LocalGovernmentId tenant, PersonId applicant, Particulars particulars) {
        LocalGovernment government = governments.get(tenant);
        boolean other = particulars.sponsorship() != null;
        boolean seal = particulars.position() != null;
        return new Choices(
                particulars.system() != null
                        ? systems.answeredForBy(government.id(), applicant)
                        : List.of(),
                other ? policies.inForce(government.id(), government.dateAt(own.now())) : List.of(),
                other || seal ? people.agencies(government.id()) : List.of());
    }

    /** What a new application begins with. */
    public static Particulars begun(
            CertificateType type, @Nullable PositionKind kind, Person person) {
        return new Particulars(
                type == CertificateType.POSITION
                        ? Particulars.PositionClaim.empty(kind == null ? PositionKind.POST : kind)
                        : null,
                type == CertificateType.SYSTEM ? Particulars.SystemClaim.empty() : null,
                person.employmentClass() == EmploymentClass.OTHER
                        ? new Particulars.Sponsorship(
                                null, "", person.agency(), person.agencyName(), null)
                        : null);
    }

    /**
     * What was typed, with the names that the registers give to what was chosen; parts that the
     * application does not have are left out, and the request stays.
     */
    Particulars completed(
            LocalGovernmentId government, Dossier dossier, @Nullable Particulars typed) {
        Particulars before = dossier.particulars();
        if (typed == null) {
            return before;
        }
        return new Particulars(
                before.position() == null || typed.position() == null
                        ? before.position()
                        : typed.position(),
                before.system() == null || typed.system() == null
                        ? before.system()
                        : named(government, dossier, before.system(), typed.system()),
                before.sponsorship() == null || typed.sponsorship() == null
                        ? before.sponsorship()
                        : named(government, typed.sponsorship()));
    }

    private Particulars.SystemClaim named(
            LocalGovernmentId government,
            Dossier dossier,
            Particulars.SystemClaim before,
            Particulars.SystemClaim typed) {
        Optional<ElectronicSystem> chosen =
                Optional.ofNullable(typed.system())
                        .flatMap(id -> systems.find(government, id))
                        .filter(system ->
                                system.isAnsweredForBy(dossier.applicant().person())
                                        || system.id().equals(before.system()));
        boolean another = chosen.isPresent() && !chosen.get().id().equals(before.system());
        return new Particulars.SystemClaim(
                chosen.map(ElectronicSystem::id).orElse(null),
                chosen.map(ElectronicSystem::name).orElse(""),
                chosen.map(system ->
                                another && typed.hosts().isEmpty()
                                        ? system.hosts()
                                        : typed.hosts().stream()
                                                .filter(system.hosts()::contains)
                                                .toList())
                        .orElse(List.of()),
                before.request());
    }

    private Particulars.Sponsorship named(
            LocalGovernmentId government, Particulars.Sponsorship typed) {
        Optional<RaPolicy> policy =
                Optional.ofNullable(typed.policy()).flatMap(id -> policies.find(government, id));
        Optional<Agency> sponsor =
                Optional.ofNullable(typed.sponsor()).flatMap(id -> people.agency(government, id));
        return new Particulars.Sponsorship(
                policy.map(RaPolicy::id).orElse(null),
                policy.map(RaPolicy::number).orElse(""),
                sponsor.map(Agency::id).orElse(null),
                sponsor.map(Agency::name).orElse(""),
                typed.until());
    }

    /** What became of a request. */
    public sealed interface Sending {
        /** Kept; the rules tell what is wrong with it. */
        record Kept(Dossier dossier) implements Sending {}

        /** Not kept: it was no request at all. */
        record Refused(List<Finding> findings) implements Sending {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Takes the request of the system's host, PEM or DER; the one that was there is replaced. */
    public Sending send(Actor actor, ApplicationId id, byte[] sent) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.add-request");
                    Particulars.SystemClaim claim = dossier.particulars().system();
                    if (claim == null) {
                        throw new Conflict("application.state");
                    }
                    return switch (CertificationRequests.read(sent)) {
                        case CertificationRequests.Reading.Unreadable(String code) -> {
                            own.record(
                                    actor,
                                    "enrollment.add-request",
                                    id,
                                    "REFUSED",
                                    Map.of("code", code));
                            yield new Sending.Refused(
                                    List.of(
                                            Finding.blocking(
                                                    "enrollment." + code.replace('.', '-'),
                                                    "request")));
                        }
                        case CertificationRequests.Reading.Read(CertificationRequest request) ->
                                kept(actor, dossier, claim, request);
                    };
                });
    }

    private Sending kept(
            Actor actor,
            Dossier dossier,
            Particulars.SystemClaim claim,
            CertificationRequest request) {
        applications.change(
                dossier,
                dossier.claiming(dossier.particulars().with(claim.with(request)), own.now()));
        own.record(
                actor,
                "enrollment.add-request",
                dossier.id(),
                "ADDED",
                Map.of("key", request.keySha256()));
        return new Sending.Kept(enrollment.dossier(actor.government(), dossier.id()));
    }
}
