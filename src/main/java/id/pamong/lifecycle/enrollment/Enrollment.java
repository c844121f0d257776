package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applications and their dossiers for the rooms further down the road: they read a dossier and move
 * it along {@link Transitions}. The caller's command leaves the audit record and asks for the
 * right; both happen in the caller's transaction.
 */
@Component
public class Enrollment {
    /** The dossier, or {@code NotFound("application.not-found")}. */
    public Dossier dossier(LocalGovernmentId government, ApplicationId id) {
        return find(government, id).orElseThrow();
    }

    public Optional<Dossier> find(LocalGovernmentId government, ApplicationId id) {
        throw new UnsupportedOperationException(government + " " + id);
    }

    /** A person's applications, newest first. */
    public List<ApplicationSummary> ofPerson(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException(government + " " + person);
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
        throw new UnsupportedOperationException(government + " " + states + text + after + limit);
    }

    /** How many applications are in any of the states. */
    public int count(LocalGovernmentId government, Set<ApplicationState> states) {
        throw new UnsupportedOperationException(government + " " + states);
    }

    /** Every finding of every rule on the dossier as it is today: the officer's pre-checks. */
    public List<Finding> findings(LocalGovernmentId government, ApplicationId id) {
        throw new UnsupportedOperationException(government + " " + id);
    }

    /**
     * Takes a step that the table allows.
     *
     * @param version of the dossier that the decision to take the step was made on
     * @throws id.pamong.office.refusal.Conflict {@code stale} when the dossier has changed since,
     *     {@code application.state} when the table does not allow the step
     */
    public Dossier advance(LocalGovernmentId government, ApplicationId id, int version, Step step) {
        throw new UnsupportedOperationException(government + " " + id + version + step);
    }

    /**
     * Takes the step of a decision, made on a dossier with this version and hash.
     *
     * @throws id.pamong.office.refusal.Conflict as {@link #advance}; {@code stale} also when the
     *     hash is another
     */
    public Dossier recordDecision(
            LocalGovernmentId government,
            ApplicationId id,
            int version,
            String dossierSha256,
            Decision decision) {
        throw new UnsupportedOperationException(
                government + " " + id + version + dossierSha256 + decision);
    }
}
