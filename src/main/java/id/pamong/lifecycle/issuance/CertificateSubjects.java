package id.pamong.lifecycle.issuance;

import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.Agency;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.ElectronicSystems;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.refusal.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names in certificates (RFC 5280, X.520), taken from the registers and from the approved dossier
 * alone: a person by name, a post as title beside it, an agency as unit, the local government as
 * organisation; a system by its first registered host.
 */
@Component
class CertificateSubjects {
    private static final String INDONESIA = "ID";

    private final Enrollment enrollment;
    private final ElectronicSystems systems;
    private final People people;
    private final LocalGovernments governments;

    CertificateSubjects(
            Enrollment enrollment,
            ElectronicSystems systems,
            People people,
            LocalGovernments governments) {
        this.enrollment = enrollment;
        this.systems = systems;
        this.people = people;
        this.governments = governments;
    }

    CertificateTerms of(LocalGovernmentId id, Activation activation) {
        LocalGovernment government = governments.get(id);
        Person owner = people.get(id, activation.person());
        return switch (activation.ground()) {
            case IssuanceGround.ByCeremony _ ->
                    person(government, owner, ProfileId.RA_OFFICER, null);
            case IssuanceGround.ByDecision(ApplicationId application) ->
                    of(government, owner, enrollment.dossier(id, application));
        };
    }

    private CertificateTerms of(LocalGovernment government, Person owner, Dossier dossier) {
        ProfileId profile =
                dossier.product().orElseThrow(() -> new Conflict("issuance.no-approval"));
        Particulars claimed = dossier.particulars();
        Instant notAfter =
                claimed.endsOn()
                        .map(last ->
                                last.plusDays(1)
                                        .atStartOfDay(government.zone().id())
                                        .toInstant()
                                        .minusSeconds(1))
                        .orElse(null);
        return switch (profile) {
            case POSITION_SIGNATURE -> {
                Particulars.PositionClaim position = Objects.requireNonNull(claimed.position());
                String post = position.name().strip();
                yield new CertificateTerms(
                        profile,
                        new SubjectName(
                                owner.name().commonName(),
                                post,
                                unit(government, owner.agency()),
                                government.name(),
                                INDONESIA),
                        List.of(),
                        notAfter,
                        post,
                        position.kind() == PositionKind.AUTHORITY,
                        owner.agencyName(),
                        null,
                        null);
            }
            case ORGANISATION_SEAL -> {
                String name = Objects.requireNonNull(claimed.position()).name().strip();
                yield new CertificateTerms(
                        profile,
                        new SubjectName(name, government.name(), INDONESIA),
                        List.of(),
                        notAfter,
                        null,
                        false,
                        name,
                        null,
                        null);
            }
            case TLS_SERVER, TLS_CLIENT ->
                    system(government, profile, Objects.requireNonNull(claimed.system()), notAfter);
            case INDIVIDUAL_SIGNATURE, INDIVIDUAL_ENCRYPTION ->
                    person(government, owner, profile, notAfter);
            case RA_OFFICER,
                    HTTPS_SERVER,
                    OCSP_SIGNER,
                    TIME_STAMPING,
                    CMP_SIGNER,
                    ROOT_CA,
                    ISSUING_CA ->
                    throw new Conflict("issuance.no-approval");
        };
    }

    private static CertificateTerms person(
            LocalGovernment government,
            Person owner,
            ProfileId profile,
            @Nullable Instant notAfter) {
        return new CertificateTerms(
                profile,
                new SubjectName(owner.name().commonName(), government.name(), INDONESIA),
                List.of(),
                notAfter,
                owner.post().isBlank() ? null : owner.post(),
                false,
                owner.agencyName(),
                null,
                null);
    }

    /** Only what is registered today: a host that was taken away in the meantime is left out. */
    private CertificateTerms system(
            LocalGovernment government,
            ProfileId profile,
            Particulars.SystemClaim claim,
            @Nullable Instant notAfter) {
        ElectronicSystem system =
                systems.find(government.id(), Objects.requireNonNull(claim.system()))
                        .orElseThrow(() -> new Conflict("issuance.no-approval"));
        List<String> hosts = claim.hosts().stream().filter(system.hosts()::contains).toList();
        String host = hosts.isEmpty() ? "" : hosts.getFirst();
        if (host.isEmpty() && profile == ProfileId.TLS_SERVER) {
            throw new Conflict("issuance.no-host");
        }
        CertificationRequest request =
                claim.readRequest().orElseThrow(() -> new Conflict("issuance.no-approval"));
        return new CertificateTerms(
                profile,
                new SubjectName(
                        SubjectName.isFit(host) ? host : system.name(),
                        "",
                        unit(government, system.agency()),
                        government.name(),
                        INDONESIA),
                hosts,
                notAfter,
                null,
                false,
                system.agencyName(),
                system.id(),
                request);
    }

    /** An agency by its name, or by its code when the name is longer than a certificate holds. */
    private String unit(LocalGovernment government, AgencyId id) {
        return people.agency(government.id(), id)
                .map(agency -> SubjectName.isFit(agency.name()) ? agency.name() : code(agency))
                .orElse("");
    }

    private static String code(Agency agency) {
        return SubjectName.isFit(agency.code()) ? agency.code() : "";
    }
}
