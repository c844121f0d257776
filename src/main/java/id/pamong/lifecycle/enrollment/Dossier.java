package id.pamong.lifecycle.enrollment;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.regulation.CertificateType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application with everything that belongs to it, as one view.
 *
 * @param number as shown to people, such as {@code PMH/0012/2026}; empty until first submitted
 * @param version counts every change of the dossier or its state
 * @param regulationHash version of the regulation that it began under
 * @param officialEmail lower case, or null while none is given
 * @param emailConfirmedAt when the applicant proved to read that mailbox, or null
 * @param duties for which it will be used (MDN-8(1))
 * @param purpose what the certificate is for, in the applicant's words
 * @param particulars what the type or the applicant's class asks for besides
 * @param declaredAt when the applicant last declared that everything is true, or null
 * @param declarationSha256 hash of the declared text, or null
 * @param history every step, oldest first
 * @param sha256 canonical hash over applicant, fields, papers and letters; the officer's signature
 *     covers it, and any edit changes it
 */
public record Dossier(
        ApplicationId id,
        String number,
        int version,
        ApplicationState state,
        CertificateType type,
        Set<IntendedUse> uses,
        String regulationId,
        String regulationHash,
        ApplicantFacts applicant,
        @Nullable String officialEmail,
        @Nullable Instant emailConfirmedAt,
        Set<Duty> duties,
        String purpose,
        Particulars particulars,
        List<DossierPaper> papers,
        List<Endorsement> endorsements,
        @Nullable Instant declaredAt,
        @Nullable String declarationSha256,
        Instant createdAt,
        Instant changedAt,
        List<StateChange> history,
        String sha256) {
    public Dossier {
        uses = Set.copyOf(uses);
        duties = Set.copyOf(duties);
        papers = List.copyOf(papers);
        endorsements = List.copyOf(endorsements);
        history = List.copyOf(history);
    }

    Dossier with(List<DossierPaper> its, List<Endorsement> letters, List<StateChange> steps) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                particulars,
                its,
                letters,
                declaredAt,
                declarationSha256,
                createdAt,
                changedAt,
                steps,
                sha256);
    }

    Dossier claiming(Particulars claimed, Instant at) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                claimed,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                at,
                history,
                sha256);
    }

    Dossier withHash(String hash) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                particulars,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                changedAt,
                history,
                hash);
    }

    Dossier in(ApplicationState next, Instant at) {
        return new Dossier(
                id,
                number,
                version,
                next,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                particulars,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                at,
                history,
                sha256);
    }

    Dossier wanting(Set<IntendedUse> wanted, Set<Duty> forDuties, String what, Instant at) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                wanted,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                forDuties,
                what,
                particulars,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                at,
                history,
                sha256);
    }

    Dossier of(ApplicantFacts known, Instant at) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                known,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                particulars,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                at,
                history,
                sha256);
    }

    Dossier reachedBy(@Nullable String email, @Nullable Instant confirmedAt, Instant at) {
        return new Dossier(
                id,
                number,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                email,
                confirmedAt,
                duties,
                purpose,
                particulars,
                papers,
                endorsements,
                declaredAt,
                declarationSha256,
                createdAt,
                at,
                history,
                sha256);
    }

    Dossier declared(String numbered, @Nullable String textSha256, @Nullable Instant at) {
        return new Dossier(
                id,
                numbered,
                version,
                state,
                type,
                uses,
                regulationId,
                regulationHash,
                applicant,
                officialEmail,
                emailConfirmedAt,
                duties,
                purpose,
                particulars,
                papers,
                endorsements,
                at,
                textSha256,
                createdAt,
                at == null ? changedAt : at,
                history,
                sha256);
    }

    /** What is asked of the authority; empty while no use is chosen that it serves. */
    public Optional<ProfileId> product() {
        Particulars.PositionClaim position = particulars.position();
        return uses.stream()
                .sorted()
                .flatMap(use ->
                        CertificateOffers.product(
                                type, position == null ? null : position.kind(), use)
                                .stream())
                .findFirst();
    }

    /** The paper that answers an item of the checklist. */
    public Optional<DossierPaper> paper(String item) {
        return papers.stream().filter(paper -> paper.item().equals(item)).findFirst();
    }

    /** The letter of a kind. */
    public Optional<Endorsement> endorsement(Endorsement.Kind kind) {
        return endorsements.stream().filter(letter -> letter.kind() == kind).findFirst();
    }

    /** When the application last came into a state. */
    public Optional<Instant> reachedAt(ApplicationState reached) {
        return history.stream()
                .filter(change -> change.to() == reached)
                .map(StateChange::at)
                .reduce((first, second) -> second);
    }

    @Override
    public String toString() {
        return "Dossier[" + id + " " + state + " v" + version + "]";
    }
}
