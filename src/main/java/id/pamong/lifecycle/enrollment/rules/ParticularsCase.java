package id.pamong.lifecycle.enrollment.rules;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.CertificationRequest;
import id.pamong.lifecycle.enrollment.IntendedUse;
import id.pamong.lifecycle.enrollment.Particulars;
import id.pamong.lifecycle.enrollment.Particulars.PositionClaim;
import id.pamong.lifecycle.enrollment.Particulars.Sponsorship;
import id.pamong.lifecycle.enrollment.Particulars.SystemClaim;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.lifecycle.subscriber.PolicyId;
import id.pamong.lifecycle.subscriber.RaPolicy;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.ElectronicSystem;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemCategory;
import id.pamong.office.organization.SystemId;
import id.pamong.office.regulation.CertificateType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an application claims besides, with what the registers know of it on the day: everything
 * gathered, so that each rule only decides.
 *
 * @param otherParty whether the applicant is no civil servant and the regulation lets such apply
 * @param agency of the applicant
 * @param decreeGiven whether the decree's scan is there
 * @param designationGiven whether the designation's scan is there
 * @param posts that the register knows of the applicant, past ones too
 * @param organisations whose seal may be asked for: the local government and its agencies
 * @param registered the chosen system as registered today, if there is one
 * @param request as its sender made it, if one was uploaded
 * @param keyKnown whether its key has a certificate or another application already
 * @param policy the chosen policy as registered, if there is one
 */
public record ParticularsCase(
        CertificateType type,
        Set<IntendedUse> uses,
        boolean otherParty,
        PersonId applicant,
        AgencyId agency,
        Particulars claimed,
        boolean decreeGiven,
        boolean designationGiven,
        List<DatedPost> posts,
        List<String> organisations,
        Optional<ElectronicSystem> registered,
        Optional<CertificationRequest> request,
        boolean keyKnown,
        Optional<RaPolicy> policy,
        LocalDate on) {

    /**
     * A post in time.
     *
     * @param title as written under a letter, such as {@code Plt. Kepala Dinas …}
     * @param until last day, or null while it is held
     */
    public record DatedPost(String title, LocalDate from, @Nullable LocalDate until) {
        boolean isHeldOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** The claim of a position, where the application is for one. */
    Optional<PositionClaim> position() {
        return Optional.ofNullable(claimed.position());
    }

    /** The claim of a system, where the application is for one. */
    Optional<SystemClaim> system() {
        return Optional.ofNullable(claimed.system());
    }

    /** The sponsorship, where the applicant is another party. */
    Optional<Sponsorship> sponsorship() {
        return otherParty
                ? Optional.of(
                        claimed.sponsorship() == null
                                ? new Sponsorship(null, "", null, "", null)
                                : claimed.sponsorship())
                : Optional.empty();
    }

    /** Whether two names of a post, an authority or an organisation are the same. */
    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static final PersonId ADE = new PersonId(new UUID(0, 1));
    private static final AgencyId HEALTH = new AgencyId(new UUID(0, 2));
    private static final SystemId CLINIC = new SystemId(new UUID(0, 3));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String POST = "Plt. Kepala Dinas Kesehatan";

    /** An acting head's application, complete in every respect. */
    static ParticularsCase position(PositionKind kind) {
        String name =
                switch (kind) {
                    case POST -> POST;
                    case AUTHORITY -> "Bendahara Pengeluaran";
                    case ORGANISATION -> "Dinas Kesehatan";
                };
        return of(
                CertificateType.POSITION,
                Set.of(IntendedUse.DIGITAL_SIGNATURE),
                new Particulars(
                        new PositionClaim(
                                kind,
                                name,
                                "821/12/2026",
                                DAY.minusMonths(2),
                                POST,
                                DAY.minusMonths(2),
                                null,
                                "800/3/2026",
                                DAY.minusMonths(2),
                                name,
                                null),
                        null,
                        null));
    }

    /** An application for a system, complete in every respect. */
    static ParticularsCase ofSystem() {
        return of(
                CertificateType.SYSTEM,
                Set.of(IntendedUse.TLS_SERVER),
                new Particulars(
                        null,
                        new SystemClaim(
                                CLINIC, "Antrean", List.of("antrean.cianjurkab.go.id"), "AA=="),
                        null));
    }

    /** An application of another party, complete in every respect. */
    static ParticularsCase ofOtherParty() {
        return of(
                CertificateType.INDIVIDUAL,
                Set.of(IntendedUse.DIGITAL_SIGNATURE),
                new Particulars(
                        null,
                        null,
                        new Sponsorship(
                                new PolicyId(new UUID(0, 4)),
                                "555/9/2026",
                                HEALTH,
                                "Dinas Kesehatan",
                                DAY.plusMonths(6))));
    }

    private static ParticularsCase of(
            CertificateType type, Set<IntendedUse> uses, Particulars claimed) {
        return new ParticularsCase(
                type,
                uses,
                claimed.sponsorship() != null,
                ADE,
                HEALTH,
                claimed,
                true,
                true,
                List.of(new DatedPost(POST, DAY.minusMonths(2), null)),
                List.of("Pemerintah Kabupaten Cianjur", "Dinas Kesehatan"),
                Optional.of(clinic(ADE, null)),
                Optional.of(request(List.of("antrean.cianjurkab.go.id"), List.of(), List.of())),
                false,
                Optional.of(
                        new RaPolicy(
                                new PolicyId(new UUID(0, 4)),
                                "555/9/2026",
                                "Pihak lain",
                                DAY.minusYears(1),
                                DAY.minusYears(1),
                                DAY.plusYears(1),
                                new FileId(new UUID(0, 5)))),
                DAY);
    }

    static ElectronicSystem clinic(PersonId responsible, @Nullable LocalDate retired) {
        return new ElectronicSystem(
                CLINIC,
                HEALTH,
                "DINKES",
                "Dinas Kesehatan",
                "Antrean",
                SystemCategory.HIGH,
                List.of("antrean.cianjurkab.go.id"),
                new ElectronicSystem.Responsible(
                        responsible, "Ade", "800/1/2026", DAY.minusYears(1), null),
                retired,
                0);
    }

    static CertificationRequest request(
            List<String> hosts, List<String> others, List<String> faults) {
        return new CertificationRequest(
                new byte[1],
                new byte[1],
                "00",
                KeyAlgorithm.EC_P256,
                "EC 256",
                "",
                hosts,
                others,
                faults);
    }

    static PersonId someoneElse() {
        return new PersonId(new UUID(0, 9));
    }

    static LocalDate day() {
        return DAY;
    }

    ParticularsCase with(Particulars other) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                other,
                decreeGiven,
                designationGiven,
                posts,
                organisations,
                registered,
                request,
                keyKnown,
                policy,
                on);
    }

    ParticularsCase with(PositionClaim other) {
        return with(new Particulars(other, null, null));
    }

    ParticularsCase wanting(Set<IntendedUse> others) {
        return new ParticularsCase(
                type,
                others,
                otherParty,
                applicant,
                agency,
                claimed,
                decreeGiven,
                designationGiven,
                posts,
                organisations,
                registered,
                request,
                keyKnown,
                policy,
                on);
    }

    ParticularsCase withPapers(boolean decree, boolean designation) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                claimed,
                decree,
                designation,
                posts,
                organisations,
                registered,
                request,
                keyKnown,
                policy,
                on);
    }

    ParticularsCase withPosts(List<DatedPost> others) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                claimed,
                decreeGiven,
                designationGiven,
                others,
                organisations,
                registered,
                request,
                keyKnown,
                policy,
                on);
    }

    ParticularsCase withSystem(ElectronicSystem other) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                claimed,
                decreeGiven,
                designationGiven,
                posts,
                organisations,
                Optional.of(other),
                request,
                keyKnown,
                policy,
                on);
    }

    ParticularsCase withRequest(@Nullable CertificationRequest other, boolean known) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                claimed,
                decreeGiven,
                designationGiven,
                posts,
                organisations,
                registered,
                Optional.ofNullable(other),
                known,
                policy,
                on);
    }

    ParticularsCase on(LocalDate other) {
        return new ParticularsCase(
                type,
                uses,
                otherParty,
                applicant,
                agency,
                claimed,
                decreeGiven,
                designationGiven,
                posts,
                organisations,
                registered,
                request,
                keyKnown,
                policy,
                other);
    }
}
