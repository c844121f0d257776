package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.RuleResult;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applications and their dossiers for the rooms further down the road: they read a dossier and move
 * it along {@link Transitions}. The caller's command leaves the audit record and asks for the
 * right; both happen in the caller's transaction.
 */
@Component
public class Enrollment {
    private final Applications applications;
    private final ApplicationLists lists;
    private final ApplicationSteps steps;
    private final DossierReview review;
    private final LocalGovernments governments;
    private final TenantTransactions transactions;
    private final Clock clock;

    Enrollment(
            Applications applications,
            ApplicationLists lists,
            ApplicationSteps steps,
            DossierReview review,
            LocalGovernments governments,
            TenantTransactions transactions,
            Clock clock) {
        this.applications = applications;
        this.lists = lists;
        this.steps = steps;
        this.review = review;
        this.governments = governments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The dossier, or {@code NotFound("application.not-found")}. */
    public Dossier dossier(LocalGovernmentId government, ApplicationId id) {
        return find(government, id).orElseThrow(() -> new NotFound("application.not-found"));
    }

    public Optional<Dossier> find(LocalGovernmentId government, ApplicationId id) {
        return transactions.inTenant(government, () -> applications.find(id));
    }

    /** A person's applications, newest first. */
    public List<ApplicationSummary> ofPerson(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> applications.ofPerson(person));
    }

    /**
     * Applications in any of the states, oldest change first; the next page begins after the last
     * of the one before.
     *
     * @param text part of the number or of the applicant's name, or empty
     */
    public List<ApplicationSummary> inStates(
            LocalGovernmentId government,
            Set<ApplicationState> states,
            String text,
            @Nullable ApplicationSummary after,
            int limit) {
        return transactions.inTenant(
                government, () -> applications.inStates(states, text.strip(), after, limit));
    }

    /**
     * A page of applications.
     *
     * @param after last one of the page before, or null
     */
    public List<ApplicationSummary> list(
            LocalGovernmentId government,
            ApplicationSearch wanted,
            @Nullable UUID after,
            int limit) {
        return transactions.inTenant(government, () -> lists.list(wanted, after, limit));
    }

    /** How many applications are in any of the states. */
    public int count(LocalGovernmentId government, Set<ApplicationState> states) {
        return transactions.inTenant(government, () -> applications.count(states));
    }

    /** What every rule says of the dossier as it is today: the officer's evidence. */
    public List<RuleResult> preChecks(LocalGovernmentId government, ApplicationId id) {
        return transactions.inTenant(
                government,
                () -> {
                    Dossier dossier = dossier(government, id);
                    return review.results(
                            governments.get(government), dossier, dossier.declaredAt() != null);
                });
    }

    /**
     * Takes a step that the table allows.
     *
     * @param version of the dossier that the decision to take the step was made on
     * @return the dossier after it, with its new version
     * @throws Conflict {@code stale} when the dossier has changed since, {@code application.state}
     *     when the table does not allow the step
     */
    public Dossier advance(LocalGovernmentId government, ApplicationId id, int version, Step step) {
        return transactions.inTenant(
                government, () -> take(dossier(government, id), version, step, List.of()));
    }

    /**
     * Takes the step of a decision, made on a dossier with this version and hash.
     *
     * @return the dossier after it, with its new version
     * @throws Conflict as {@link #advance}; {@code stale} also when the hash is another
     */
    public Dossier recordDecision(
            LocalGovernmentId government,
            ApplicationId id,
            int version,
            String dossierSha256,
            Decision decision) {
        return transactions.inTenant(
                government,
                () -> {
                    Dossier dossier = dossier(government, id);
                    if (!dossier.sha256().equals(dossierSha256)) {
                        throw new Conflict("stale");
                    }
                    return take(dossier, version, decision.step(), decision.why());
                });
    }

    /**
     * The dossier if it still has this version and hash; its row stays locked until the open
     * transaction ends, so that a decision recorded in it finds it as it is.
     */
    public Optional<Dossier> lockUnchanged(
            LocalGovernmentId government, ApplicationId id, int version, String dossierSha256) {
        return transactions.inTenant(
                government,
                () ->
                        applications.lock(id, version)
                                ? applications
                                        .find(id)
                                        .filter(found -> found.sha256().equals(dossierSha256))
                                : Optional.empty());
    }

    private Dossier take(Dossier dossier, int version, Step step, List<Reason> reasons) {
        if (dossier.version() != version) {
            throw new Conflict("stale");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return moved(dossier, dossier, step, reasons, now);
    }

    /** Writes the changed dossier and takes the step in one. */
    Dossier moved(Dossier from, Dossier to, Step step, List<Reason> reasons, Instant now) {
        ApplicationState next =
                Transitions.after(from.state(), step)
                        .orElseThrow(() -> new Conflict("application.state"));
        applications.change(from, to.in(next, now));
        steps.add(from.id(), step, from.state(), next, now, reasons);
        return applications.find(from.id()).orElseThrow();
    }
}
