package id.pamong.lifecycle.enrollment;

import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.lifecycle.subscriber.IdentityNumbers;
import id.pamong.lifecycle.subscriber.MailboxRequests;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the applicant does: begin, fill in, prove the mailbox, add papers, submit, take back, give
 * up. Letters of others are at the {@link LetterDesk}.
 */
@Component
public class ApplicationDesk {
    /** Longest purpose, in characters. */
    public static final int PURPOSE = 500;

    private final Enrollment enrollment;
    private final Applications applications;
    private final OwnDossiers own;
    private final DossierReview review;
    private final DossierLetters letters;
    private final DossierPapers papers;
    private final ParticularsDesk particulars;
    private final CertificateOffers offers;
    private final MailboxRequests mailboxes;
    private final Regulations regulations;
    private final LocalGovernments governments;
    private final People people;
    private final Permissions permissions;
    private final CollectiveSubmission collectives;
    private final ApplicationEventPublisher events;
    private final TenantTransactions transactions;

    ApplicationDesk(
            Enrollment enrollment,
            Applications applications,
            OwnDossiers own,
            DossierReview review,
            DossierLetters letters,
            DossierPapers papers,
            ParticularsDesk particulars,
            CertificateOffers offers,
            MailboxRequests mailboxes,
            Regulations regulations,
            LocalGovernments governments,
            People people,
            Permissions permissions,
            CollectiveSubmission collectives,
            ApplicationEventPublisher events,
            TenantTransactions transactions) {
        this.enrollment = enrollment;
        this.applications = applications;
        this.own = own;
        this.review = review;
        this.letters = letters;
        this.papers = papers;
        this.particulars = particulars;
        this.offers = offers;
        this.mailboxes = mailboxes;
        this.regulations = regulations;
        this.governments = governments;
        this.people = people;
        this.permissions = permissions;
        this.collectives = collectives;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Begins an application for an individual certificate, or leads to the one that is open
     * (MDN-10(1)).
     */
    public ApplicationId start(Actor actor) {
        return start(actor, CertificateType.INDIVIDUAL, null);
    }

    /**
     * Begins an application of a type, or leads to the one that is open: for an individual the one
     * under way, else the draft that was never submitted.
     *
     * @param kind of a position, else null
     * @throws Conflict {@code application.not-offered} when it cannot be had here
     */
    public ApplicationId start(Actor actor, CertificateType type, @Nullable PositionKind kind) {
        LocalGovernmentId tenant = actor.government();
        return transactions.inTenant(
                tenant,
                () -> {
                    permissions.require(actor, "enrollment.start");
                    LocalGovernment government = governments.get(tenant);
                    Instant now = own.now();
                    RegulationProfile profile =
                            regulations.profile(government.regulationId(), government.dateAt(now));
                    Person person = people.get(tenant, actor.person());
                    CertificateOffers.Offer offer =
                            offers.of(government).stream()
                                    .filter(one -> one.type() == type && one.kind() == kind)
                                    .findFirst()
                                    .orElseThrow(() -> new Conflict("application.not-offered"));
                    Dossier draft =
                            draft(person, profile, type, kind, offer.uses().getFirst(), now);
                    if (!applications.begin(draft)) {
                        return applications
                                .openOf(actor.person(), type)
                                .orElseThrow(() -> new Conflict("stale"));
                    }
                    own.record(actor, "enrollment.start", draft.id(), "STARTED", Map.of());
                    return draft.id();
                });
    }

    /** A new individual draft with the facts of the person and the usual wishes. */
    static Dossier draft(Person person, RegulationProfile profile, Instant now) {
        return draft(
                person,
                profile,
                CertificateType.INDIVIDUAL,
                null,
                IntendedUse.DIGITAL_SIGNATURE,
                now);
    }

    /** As {@link #draft(Person, RegulationProfile, Instant)} of any type. */
    static Dossier draft(
            Person person,
            RegulationProfile profile,
            CertificateType type,
            @Nullable PositionKind kind,
            IntendedUse use,
            Instant now) {
        return new Dossier(
                new ApplicationId(UUID.randomUUID()),
                "",
                0,
                ApplicationState.DRAFT,
                type,
                Set.of(use),
                profile.id(),
                profile.hash(),
                factsOf(person),
                person.officialEmail(),
                person.officialEmail() == null ? null : person.emailConfirmedAt(),
                Set.of(type == CertificateType.SYSTEM ? Duty.OTHER : Duty.LETTER),
                "",
                ParticularsDesk.begun(type, kind, person),
                List.of(),
                List.of(),
                null,
                null,
                now,
                now,
                List.of(),
                "");
    }

    /**
     * The dossier for one who may see it: the applicant, whoever is asked for a letter.
     *
     * @throws id.pamong.office.refusal.NotFound also when it is another one's, who may not know
     *     that it exists
     */
    public Dossier view(Actor actor, ApplicationId id) {
        return transactions.inTenant(
                actor.government(), () -> own.require(actor, id, "enrollment.view"));
    }

    /**
     * Everything the rules say about the dossier of the applicant today, the declaration left out.
     */
    public List<Finding> findings(Actor actor, Dossier dossier) {
        return transactions.inTenant(
                actor.government(),
                () -> review.review(governments.get(actor.government()), dossier, true));
    }

    /** What was typed into the form; kept even where it is not yet right. */
    public record Fields(
            Set<IntendedUse> uses,
            Set<Duty> duties,
            String purpose,
            String officialEmail,
            @Nullable Particulars particulars) {
        public Fields {
            uses = Set.copyOf(uses);
            duties = Set.copyOf(duties);
        }

        /** Fields of a form without particulars; those of the dossier stay. */
        public Fields(
                Set<IntendedUse> uses, Set<Duty> duties, String purpose, String officialEmail) {
            this(uses, duties, purpose, officialEmail, null);
        }

        @Override
        public String toString() {
            return "Fields[…]";
        }
    }

    /** What became of a change. */
    public sealed interface Saving {
        /** Kept; the findings tell what is not yet right. */
        record Saved(Dossier dossier) implements Saving {}

        /** Not kept. */
        record Refused(List<Finding> findings) implements Saving {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Keeps the form while it is typed. Only what cannot be kept is refused; what is already kept
     * is no change and needs no version.
     *
     * @throws Conflict {@code stale} when the dossier was changed elsewhere since this version
     */
    public Saving save(Actor actor, ApplicationId id, int version, Fields fields) {
        List<Finding> tooLong = new ArrayList<>();
        if (fields.purpose().length() > PURPOSE) {
            tooLong.add(Finding.blocking("enrollment.purpose-long", "purpose", PURPOSE));
        }
        if (fields.officialEmail().length() > 254) {
            tooLong.add(Finding.blocking("email.form", "officialEmail"));
        }
        if (!tooLong.isEmpty()) {
            return new Saving.Refused(tooLong);
        }
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, "enrollment.save");
                    Instant now = own.now();
                    String email = fields.officialEmail().strip();
                    String canonical = IdentityNumbers.canonicalEmail(email).orElse(email);
                    String before = dossier.officialEmail() == null ? "" : dossier.officialEmail();
                    Particulars claimed =
                            particulars.completed(
                                    actor.government(), dossier, fields.particulars());
                    if (canonical.equals(before)
                            && fields.uses().equals(dossier.uses())
                            && fields.duties().equals(dossier.duties())
                            && fields.purpose().equals(dossier.purpose())
                            && claimed.equals(dossier.particulars())) {
                        return new Saving.Saved(dossier);
                    }
                    if (dossier.version() != version) {
                        throw new Conflict("stale");
                    }
                    Dossier next =
                            dossier.wanting(fields.uses(), fields.duties(), fields.purpose(), now)
                                    .claiming(claimed, now);
                    if (!canonical.equals(before)) {
                        Person person = people.get(actor.government(), actor.person());
                        boolean proved = canonical.equals(person.officialEmail());
                        next =
                                next.reachedBy(
                                        canonical.isEmpty() ? null : canonical,
                                        proved ? person.emailConfirmedAt() : null,
                                        now);
                    }
                    applications.change(dossier, next);
                    own.record(actor, "enrollment.save", id, "SAVED", Map.of());
                    return new Saving.Saved(enrollment.dossier(actor.government(), id));
                });
    }

    /** What became of a submission. */
    public sealed interface Submission {
        /** In the queue of the registration authority. */
        record Submitted(Dossier dossier) implements Submission {}

        /**
         * Everything of the applicant is there and declared; it is submitted by itself when the
         * letters that were asked for together are given.
         */
        record Confirmed(Dossier dossier) implements Submission {}

        /** Not submitted; every finding at once. */
        record Refused(List<Finding> findings) implements Submission {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /**
     * Declares the truth and submits (MDN-10(1), 17a). Nothing is submitted with a blocking
     * finding; the written application is made and numbered here.
     *
     * @param declaration the text that was declared, empty when it was not
     */
    public Submission submit(Actor actor, ApplicationId id, int version, String declaration) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    LocalGovernment government = governments.get(actor.government());
                    Dossier dossier = own.require(actor, id, "enrollment.submit", version);
                    Person person = people.get(actor.government(), actor.person());
                    Dossier current = dossier.of(factsOf(person), dossier.changedAt());
                    List<Finding> findings =
                            review.review(government, current, !declaration.isEmpty());
                    boolean confirming = collectives.awaitsOnlyLetters(dossier, findings);
                    if (!confirming && findings.stream().anyMatch(Finding::isBlocking)) {
                        return new Submission.Refused(findings);
                    }
                    Instant now = own.now();
                    DossierLetters.Written letter = letters.application(government, current, now);
                    papers.keepLetter(actor.government(), id, letter.pdf(), now);
                    Dossier submitted =
                            enrollment.moved(
                                    dossier,
                                    current.declared(
                                            letter.number(), DossierHash.sha256(declaration), now),
                                    confirming ? Step.CONFIRM : Step.SUBMIT,
                                    List.of(),
                                    now);
                    if (confirming) {
                        collectives.confirmed(id, now);
                        own.record(actor, "enrollment.submit", id, "CONFIRMED", Map.of());
                        return new Submission.Confirmed(submitted);
                    }
                    own.record(
                            actor,
                            "enrollment.submit",
                            id,
                            "SUBMITTED",
                            Map.of(
                                    "dossier",
                                    submitted.sha256(),
                                    "softFindings",
                                    findings.stream().map(Finding::code).sorted().toList()));
                    events.publishEvent(new ApplicationSubmitted(actor.government(), id));
                    return new Submission.Submitted(submitted);
                });
    }

    /** Takes the application back to change it; what was decided or prepared is void. */
    public Dossier amend(Actor actor, ApplicationId id, int version) {
        return step(actor, id, version, "enrollment.amend", Step.AMEND, "AMENDED");
    }

    /** Gives the application up. */
    public Dossier withdraw(Actor actor, ApplicationId id, int version) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier after =
                            step(
                                    actor,
                                    id,
                                    version,
                                    "enrollment.withdraw",
                                    Step.WITHDRAW,
                                    "WITHDRAWN");
                    if (applications.ofPerson(actor.person()).stream()
                            .allMatch(other -> other.state().isFinal())) {
                        mailboxes.cancel(actor.government(), actor.person());
                    }
                    return after;
                });
    }

    private Dossier step(
            Actor actor, ApplicationId id, int version, String command, Step step, String outcome) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = own.require(actor, id, command, version);
                    Dossier after =
                            enrollment.moved(
                                    dossier,
                                    dossier.declared(dossier.number(), null, null),
                                    step,
                                    List.of(),
                                    own.now());
                    own.record(actor, command, id, outcome, Map.of("was", dossier.state().name()));
                    if (!dossier.state().isEditable()) {
                        events.publishEvent(
                                new DecisionVoided(actor.government(), id, dossier.state()));
                    }
                    return after;
                });
    }

    static ApplicantFacts factsOf(Person person) {
        return new ApplicantFacts(
                person.id(),
                person.id(),
                person.displayName(),
                person.nameOnly(),
                person.employmentClass(),
                person.nip(),
                person.maskedNik(),
                person.agency(),
                person.agencyName(),
                person.post(),
                person.rank());
    }
}
