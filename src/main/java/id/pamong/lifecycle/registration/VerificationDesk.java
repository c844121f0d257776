package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.ApplicationSummary;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.office.archive.FileId;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The desk of the RA officers: who has which case, what they see of it and what they note
 * (MDN-3(1)c, 11(1)).
 */
@Component
public class VerificationDesk {
    /** How long an identity number stays in clear after it was asked for. */
    public static final Duration DISCLOSURE_LASTS = Duration.ofMinutes(10);

    /** What is waiting for the officers. */
    static final Set<ApplicationState> TO_VERIFY =
            Set.of(ApplicationState.SUBMITTED, ApplicationState.VERIFICATION);

    private static final int NEXT_WITHIN = 200;

    private final Enrollment enrollment;
    private final VerificationRows rows;
    private final DecisionRows decisions;
    private final Evidence evidence;
    private final DecisionRules decisionRules;
    private final RaOfficers officers;
    private final People people;
    private final Absences absences;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    VerificationDesk(
            Enrollment enrollment,
            VerificationRows rows,
            DecisionRows decisions,
            Evidence evidence,
            DecisionRules decisionRules,
            RaOfficers officers,
            People people,
            Absences absences,
            Permissions permissions,
            AuditTrail audit,
            TenantTransactions transactions,
            Clock clock) {
        this.enrollment = enrollment;
        this.rows = rows;
        this.decisions = decisions;
        this.evidence = evidence;
        this.decisionRules = decisionRules;
        this.officers = officers;
        this.people = people;
        this.absences = absences;
        this.permissions = permissions;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The case with everything an officer needs to judge it; changes nothing. */
    public CaseView view(Actor actor, ApplicationId id) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    Instant now = now();
                    Verification verification = rows.find(id, dossier.sha256());
                    Optional<Claim> claim =
                            verification.claim().filter(held -> held.isInForceAt(now));
                    List<RuleResult> found = evidence.of(government, dossier);
                    CaseView.Place place = place(dossier, claim, actor.person());
                    boolean disclosed = isDisclosed(id, actor.person(), now);
                    PersonId applicant = dossier.applicant().person();
                    return new CaseView(
                            dossier,
                            verification,
                            place,
                            claim.map(held -> name(government, held.officer())).orElse(""),
                            claim.map(Claim::until).orElse(null),
                            found,
                            officers.objections(government, actor.person()),
                            decisionRules.check(
                                    government,
                                    actor.person(),
                                    dossier,
                                    verification.answers(),
                                    verification.draft(),
                                    found),
                            decisions.of(id),
                            disclosed
                                    ? people.revealNik(government, applicant)
                                    : dossier.applicant().maskedNik(),
                            disclosed,
                            disclosed || place == CaseView.Place.MINE);
                });
    }

    /** Takes a case onto the officer's desk, or keeps it there for longer. */
    public ClaimOutcome claim(Actor actor, ApplicationId id) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    if (!TO_VERIFY.contains(dossier.state())) {
                        return new ClaimOutcome.NotToVerify();
                    }
                    permissions.require(actor, "registration.claim", dossier.state(), Scope.OTHERS);
                    List<Finding> objections =
                            officers.objections(actor.government(), actor.person());
                    return objections.isEmpty()
                            ? take(actor, dossier)
                            : new ClaimOutcome.Refused(objections);
                });
    }

    /**
     * Takes the case that has waited longest and that this officer may decide: nobody else has it,
     * it is not the officer's own, nor one the officer recommended, introduced or keyed.
     */
    public Optional<ApplicationId> claimNext(Actor actor) {
        LocalGovernmentId government = actor.government();
        return transactions.inTenant(
                government,
                () -> {
                    permissions.require(actor, "registration.next");
                    if (!officers.mayAct(government, actor.person())) {
                        return Optional.empty();
                    }
                    List<ApplicationSummary> waiting =
                            enrollment.inStates(government, TO_VERIFY, "", null, NEXT_WITHIN);
                    Map<ApplicationId, Claim> claims =
                            rows.claims(
                                    waiting.stream().map(ApplicationSummary::id).toList(), now());
                    for (ApplicationSummary one : waiting) {
                        @Nullable Claim claim = claims.get(one.id());
                        if (one.applicant().equals(actor.person())
                                || (claim != null && !claim.officer().equals(actor.person()))) {
                            continue;
                        }
                        Dossier dossier = enrollment.dossier(government, one.id());
                        if (!decisionRules.bars(government, dossier, actor.person())
                                && take(actor, dossier) instanceof ClaimOutcome.Taken) {
                            return Optional.of(one.id());
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Puts a case back; what was noted stays. Another officer's claim is left alone. */
    public void release(Actor actor, ApplicationId id) {
        transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    permissions.require(
                            actor, "registration.release", dossier.state(), Scope.OTHERS);
                    if (rows.lockedClaim(id)
                            .filter(claim -> claim.officer().equals(actor.person()))
                            .isPresent()) {
                        rows.release(id);
                        record(actor, "registration.release", id, "RELEASED", Map.of());
                    }
                });
    }

    /** Notes checks and the prepared decision while they are typed. */
    public SaveOutcome save(Actor actor, ApplicationId id, Notes notes) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    return keep(actor, dossier, notes);
                });
    }

    /** As {@link #save} inside an open transaction; leaves the row locked. */
    SaveOutcome keep(Actor actor, Dossier dossier, Notes notes) {
        ApplicationId id = dossier.id();
        Optional<Claim> claim =
                rows.lockedClaim(id)
                        .filter(held -> held.token().equals(notes.claim()))
                        .filter(held -> held.officer().equals(actor.person()));
        if (claim.isEmpty()
                || dossier.state() != ApplicationState.VERIFICATION
                || !dossier.sha256().equals(notes.dossierSha256())) {
            return new SaveOutcome.Changed();
        }
        permissions.require(actor, "registration.check", dossier.state(), Scope.OTHERS);
        Instant now = now();
        Verification before = rows.find(id, dossier.sha256());
        Claim prolonged =
                rows.claim(
                                id,
                                dossier.sha256(),
                                actor.person(),
                                now,
                                now.plus(absences.waitingTimes(actor.government()).claimLasts()))
                        .orElseThrow();
        if (!before.answers()
                        .equals(
                                new Verification(
                                                Optional.empty(),
                                                notes.answers(),
                                                notes.draft(),
                                                null)
                                        .answers())
                || !before.draft().equals(notes.draft())) {
            rows.save(id, actor.person(), notes, now);
            record(
                    actor,
                    "registration.check",
                    id,
                    "SAVED",
                    Map.of(
                            "dossier",
                            dossier.sha256(),
                            "answered",
                            (int)
                                    notes.answers().values().stream()
                                            .filter(CheckAnswer::isAnswered)
                                            .count()));
        }
        return new SaveOutcome.Saved(prolonged, now);
    }

    /**
     * Shows the applicant's identity number and card to the officer for a few minutes.
     *
     * @param reason a sentence of at least ten characters, kept with who and when
     * @return findings on the field {@code maskReason}; empty when it is shown now
     */
    public List<Finding> unmask(Actor actor, ApplicationId id, String reason) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    permissions.require(
                            actor, "registration.unmask", dossier.state(), Scope.OTHERS);
                    if (reason.strip().length() < 10 || reason.strip().length() > 500) {
                        return List.of(
                                Finding.blocking("registration.unmask-reason", "maskReason"));
                    }
                    List<Finding> objections =
                            officers.objections(actor.government(), actor.person());
                    if (!objections.isEmpty()) {
                        return objections;
                    }
                    rows.disclosed(id, actor.person(), reason.strip(), now());
                    record(actor, "registration.unmask", id, "SHOWN", Map.of());
                    return List.of();
                });
    }

    /**
     * The file of a dossier if this officer may see it: everything but the identity card with the
     * right to the case; the card only with the case on the desk or after it was asked for.
     */
    public FileId paper(Actor actor, ApplicationId id, FileId file) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Dossier dossier = othersDossier(actor, "registration.view", id);
                    Optional<DossierPaper> paper =
                            dossier.papers().stream()
                                    .filter(one -> one.file().equals(file))
                                    .findFirst();
                    boolean letter =
                            dossier.endorsements().stream()
                                    .map(Endorsement::file)
                                    .anyMatch(file::equals);
                    if (paper.isEmpty() && !letter) {
                        throw new NotFound("registration.no-such-paper");
                    }
                    if (paper.filter(one -> one.item().equals(DossierPaper.IDENTITY_CARD))
                                    .isPresent()
                            && !maySeeCard(actor, dossier)) {
                        throw new Forbidden("registration.card-not-open");
                    }
                    return file;
                });
    }

    /** Claims in force on any of the applications, with the officer's name. */
    public Map<ApplicationId, Holder> holders(
            LocalGovernmentId government, Collection<ApplicationId> applications) {
        return transactions.inTenant(
                government,
                () -> {
                    Map<ApplicationId, Claim> claims = rows.claims(applications, now());
                    return claims.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry ->
                                                    new Holder(
                                                            entry.getValue().officer(),
                                                            name(
                                                                    government,
                                                                    entry.getValue().officer()))));
                });
    }

    /** Who has a case on the desk. */
    public record Holder(PersonId officer, String name) {
        @Override
        public String toString() {
            return "Holder[" + officer + "]";
        }
    }

    private ClaimOutcome take(Actor actor, Dossier dossier) {
        LocalGovernmentId government = actor.government();
        ApplicationId id = dossier.id();
        Instant now = now();
        Optional<Claim> before =
                rows.lockedClaim(id).filter(held -> held.isHeldBy(actor.person(), now));
        Optional<Claim> taken =
                rows.claim(
                        id,
                        dossier.sha256(),
                        actor.person(),
                        now,
                        now.plus(absences.waitingTimes(actor.government()).claimLasts()));
        if (taken.isEmpty()) {
            Claim other = rows.lockedClaim(id).orElseThrow();
            return new ClaimOutcome.HeldByOther(name(government, other.officer()), other.until());
        }
        if (dossier.state() == ApplicationState.SUBMITTED) {
            enrollment.advance(government, id, dossier.version(), Step.BEGIN_VERIFICATION);
        }
        if (before.isEmpty()) {
            record(actor, "registration.claim", id, "TAKEN", Map.of("dossier", dossier.sha256()));
        }
        return new ClaimOutcome.Taken(taken.get());
    }

    /**
     * A dossier that is not the actor's own and has left the applicant's hands; clear sentences for
     * an officer who applies, and for an applicant who has taken the application back meanwhile.
     */
    Dossier othersDossier(Actor actor, String command, ApplicationId id) {
        Dossier dossier = enrollment.dossier(actor.government(), id);
        if (dossier.applicant().person().equals(actor.person())) {
            throw new Forbidden("registration.own-case");
        }
        if (dossier.state() == ApplicationState.DRAFT
                || dossier.state() == ApplicationState.ENDORSEMENT) {
            throw new Conflict("registration.with-applicant");
        }
        permissions.require(actor, command, dossier.state(), Scope.OTHERS);
        return dossier;
    }

    private boolean maySeeCard(Actor actor, Dossier dossier) {
        Instant now = now();
        return rows.find(dossier.id(), dossier.sha256())
                        .claim()
                        .filter(held -> held.isHeldBy(actor.person(), now))
                        .isPresent()
                || isDisclosed(dossier.id(), actor.person(), now);
    }

    private boolean isDisclosed(ApplicationId id, PersonId officer, Instant now) {
        return rows.lastDisclosure(id, officer)
                .filter(shown -> now.isBefore(shown.plus(DISCLOSURE_LASTS)))
                .isPresent();
    }

    private static CaseView.Place place(Dossier dossier, Optional<Claim> claim, PersonId officer) {
        if (!TO_VERIFY.contains(dossier.state())) {
            return CaseView.Place.ELSEWHERE;
        }
        return claim.map(held ->
                        held.officer().equals(officer)
                                ? CaseView.Place.MINE
                                : CaseView.Place.OTHERS)
                .orElse(CaseView.Place.FREE);
    }

    private String name(LocalGovernmentId government, PersonId person) {
        return people.byId(government, person).map(Person::displayName).orElse("");
    }

    private void record(
            Actor actor,
            String command,
            ApplicationId id,
            String outcome,
            Map<String, Object> facts) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "application",
                        id.value(),
                        outcome,
                        facts));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
