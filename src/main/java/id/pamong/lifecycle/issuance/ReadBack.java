package id.pamong.lifecycle.issuance;

import id.pamong.lifecycle.counter.CounterFiles;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where staff keyed an application from paper, its applicant hears all of it in the own session
 * before anything is accepted, and declares it true or sends it back. So whoever keyed it can never
 * come to a certificate in another one's name.
 */
@Component
class ReadBack {
    private final CounterFiles counter;
    private final Enrollment enrollment;
    private final ApplicationDesk applications;
    private final ActivationRows rows;

    ReadBack(
            CounterFiles counter,
            Enrollment enrollment,
            ApplicationDesk applications,
            ActivationRows rows) {
        this.counter = counter;
        this.enrollment = enrollment;
        this.applications = applications;
        this.rows = rows;
    }

    ActivationStep afterCode(LocalGovernmentId government, Activation activation) {
        return activation.ground() instanceof IssuanceGround.ByDecision(ApplicationId application)
                        && counter.awaitsConfirmation(government, application)
                ? ActivationStep.READ_BACK
                : ActivationStep.STATEMENT;
    }

    Optional<Dossier> dossier(LocalGovernmentId government, Activation activation) {
        return activation.ground() instanceof IssuanceGround.ByDecision(ApplicationId application)
                        && counter.of(government, application).isPresent()
                ? enrollment.find(government, application)
                : Optional.empty();
    }

    ActivationOutcome confirm(
            Actor actor, Activation activation, boolean declared, String sha256, Instant now) {
        Dossier dossier = dossier(actor.government(), activation).orElseThrow();
        if (!dossier.sha256().equals(sha256)) {
            return ActivationOutcome.Refused.because("issuance.text-changed", "declared");
        }
        if (!declared) {
            return ActivationOutcome.Refused.because("issuance.not-declared", "declared");
        }
        counter.confirmed(actor, dossier.id(), sha256);
        rows.endCode(activation.id(), ActivationStep.STATEMENT, now);
        return new ActivationOutcome.Done(ActivationStep.STATEMENT);
    }

    ActivationOutcome sendBack(Actor actor, Activation activation, String what) {
        String text = what.strip();
        if (text.length() < 10 || text.length() > CounterFiles.CORRECTION) {
            return ActivationOutcome.Refused.because(
                    "issuance.what-is-wrong", "what", CounterFiles.CORRECTION);
        }
        Dossier dossier = dossier(actor.government(), activation).orElseThrow();
        applications.amend(actor, dossier.id(), dossier.version());
        counter.sentBack(actor, dossier.id(), text);
        return new ActivationOutcome.Done(ActivationStep.PRESENCE);
    }
}
