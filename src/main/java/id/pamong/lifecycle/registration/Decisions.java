package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.DecisionVoided;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The decisions of the registration authority, for the rooms further down the road. */
@Component
public class Decisions {
    private final DecisionRows rows;
    private final VerificationRows verifications;
    private final Enrollment enrollment;
    private final TenantTransactions transactions;
    private final Clock clock;

    Decisions(
            DecisionRows rows,
            VerificationRows verifications,
            Enrollment enrollment,
            TenantTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.verifications = verifications;
        this.enrollment = enrollment;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All on an application, newest first, also those that no longer count. */
    public List<RecordedDecision> of(LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(government, () -> rows.of(application));
    }

    /** The approval that counts for the dossier as it is now: the ground to issue. */
    public Optional<RecordedDecision> approval(
            LocalGovernmentId government, ApplicationId application) {
        return transactions.inTenant(
                government,
                () ->
                        enrollment
                                .find(government, application)
                                .flatMap(dossier ->
                                        rows.of(application).stream()
                                                .filter(decision ->
                                                        decision.outcome()
                                                                == DecisionDraft.Outcome.APPROVED)
                                                .filter(decision ->
                                                        decision.countsFor(dossier.sha256()))
                                                .findFirst()));
    }

    /** In the transaction of the applicant's change, whose command leaves the audit record. */
    @EventListener
    void dossierChanged(DecisionVoided change) {
        transactions.inTenant(
                change.government(),
                () -> {
                    rows.voidAll(
                            change.application(), clock.instant().truncatedTo(ChronoUnit.MICROS));
                    verifications.release(change.application());
                });
    }
}
