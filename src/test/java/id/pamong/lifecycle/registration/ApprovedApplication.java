package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.MutableClock;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** A teacher's application that an officer has approved and signed, for the rooms further on. */
public final class ApprovedApplication {
    private final Office office;
    private final MutableClock clock;
    private final ApplicationId id;

    public ApprovedApplication(BeanFactory beans) {
        this(beans, false);
    }

    /**
     * An approved application.
     *
     * @param onPaper whether it came on paper and was keyed by another officer
     */
    public ApprovedApplication(BeanFactory beans, boolean onPaper) {
        clock = beans.getBean(MutableClock.class);
        office = new Office(beans);
        id = onPaper ? office.submittedOnPaper() : office.submitted();
        approve();
    }

    /** The officer who keyed it corrects it and submits it again. */
    public void corrected() {
        clock.advance(java.time.Duration.ofMinutes(5));
        office.onPaper.corrected(office.town.address("siti.aminah"));
    }

    public void approve() {
        Actor rina = office.as(office.rina);
        ClaimOutcome.Taken taken = (ClaimOutcome.Taken) office.desk.claim(rina, id);
        try (SecretBytes passphrase = Office.secret(Office.PASSPHRASE)) {
            DecisionOutcome outcome =
                    office.decisions.decide(
                            rina,
                            id,
                            new Notes(
                                    taken.claim().token(),
                                    office.dossier(id).sha256(),
                                    Office.allOk(),
                                    Office.approve()),
                            Optional.of(passphrase));
            if (!(outcome instanceof DecisionOutcome.Decided)) {
                throw new AssertionError("not approved: " + outcome);
            }
        }
    }

    public LocalGovernmentId government() {
        return office.town.government;
    }

    public ApplicationId id() {
        return id;
    }

    /** Whose certificates are the test's own. */
    public RaOfficers officers() {
        return office.officers;
    }

    /** The applicant with the second factor just shown. */
    public Actor applicant() {
        return office.town.as(office.town.teacher, clock.instant(), Role.PERSON);
    }

    /** The officer who approved. */
    public Actor officer() {
        return office.as(office.rina);
    }

    /** Someone else of the local government with a further role. */
    public Actor other(Role role) {
        return new Actor(
                government(),
                office.town.as(office.town.superior).account(),
                office.town.superior,
                EnumSet.of(Role.PERSON, role),
                clock.instant());
    }

    /** The applicant takes the application back to change it. */
    public void amend(BeanFactory beans) {
        beans.getBean(ApplicationDesk.class).amend(applicant(), id, office.dossier(id).version());
    }

    public id.pamong.lifecycle.enrollment.ApplicationState state() {
        return office.dossier(id).state();
    }
}
