package id.pamong.lifecycle.registration;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.RoleStanding;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An RA officer on leave, or one whose appointment has ended, does and sees nothing as an officer
 * (MDN-20(1)).
 */
@Component
class OfficerStanding implements RoleStanding {
    private final Mandates mandates;
    private final Absences absences;
    private final LocalGovernments governments;
    private final Clock clock;

    OfficerStanding(
            Mandates mandates, Absences absences, LocalGovernments governments, Clock clock) {
        this.mandates = mandates;
        this.absences = absences;
        this.governments = governments;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.RA_OFFICER;
    }

    @Override
    public Optional<String> objection(LocalGovernmentId government, PersonId person) {
        LocalDate today = governments.get(government).dateAt(clock.instant());
        if (absences.isAbsent(government, person, today)) {
            return Optional.of("officer.on-leave");
        }
        return mandates.latest(government, person, Appointment.Post.OFFICER, today)
                .filter(latest -> !latest.isInForceOn(today))
                .map(ended -> "officer.appointment-ended");
    }
}
