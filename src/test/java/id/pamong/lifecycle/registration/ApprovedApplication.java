package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.MutableClock;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** A teacher's application that an officer has approved and signed, for the rooms further on. */
public final class ApprovedApplication {
    private final Office office;
    private final MutableClock clock;
    private final ApplicationId id;

    public ApprovedApplication(BeanFactory beans) {
        clock = beans.getBean(MutableClock.class);
        office = new Office(beans);
        id = office.submitted();
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
        return as(office.town.teacher, Role.PERSON);
    }

    /** The officer who approved. */
    public Actor officer() {
        return office.as(office.rina);
    }

    /** Someone else of the local government. */
    public Actor other(Role... roles) {
        return as(office.town.superior, roles);
    }

    /** The applicant takes the application back to change it. */
    public void amend(BeanFactory beans) {
        beans.getBean(ApplicationDesk.class)
                .amend(applicant(), id, office.dossier(id).version());
    }

    public id.pamong.lifecycle.enrollment.ApplicationState state() {
        return office.dossier(id).state();
    }

    private Actor as(PersonId person, Role... roles) {
        return office.town.as(person, clock.instant(), roles);
    }
}
