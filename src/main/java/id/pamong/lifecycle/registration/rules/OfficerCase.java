package id.pamong.lifecycle.registration.rules;

import id.pamong.lifecycle.registration.Appointment;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants to act as RA officer, as the rules see it.
 *
 * @param raOffice the agency that is the registration authority, or null while none is named
 * @param agency where the person works
 * @param allowedClasses the setting {@code ra.operatorClass}, as the regulation names them
 * @param appointment the latest decree that appoints the person, or null without one
 * @param certified whether an officer's certificate is usable now
 * @param officeAppointed whether an appointment as RA is in force
 * @param agreement whether an agreement with the CA is in force
 */
public record OfficerCase(
        @Nullable AgencyId raOffice,
        AgencyId agency,
        EmploymentClass employmentClass,
        Set<String> allowedClasses,
        @Nullable Appointment appointment,
        boolean certified,
        boolean officeAppointed,
        boolean agreement,
        LocalDate on) {
    public OfficerCase {
        allowedClasses = Set.copyOf(allowedClasses);
    }

    private static final AgencyId OFFICE = new AgencyId(new UUID(0, 1));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** The example that the rules vary: an officer in every respect. */
    static OfficerCase example() {
        return new OfficerCase(
                OFFICE,
                OFFICE,
                EmploymentClass.PNS,
                Set.of("PNS"),
                new Appointment(
                        new PersonId(new UUID(0, 2)),
                        Appointment.Post.OFFICER,
                        "800/1/2026",
                        DAY.minusDays(30),
                        DAY.minusDays(30),
                        null),
                true,
                true,
                true,
                DAY);
    }

    OfficerCase of(EmploymentClass other) {
        return new OfficerCase(
                raOffice,
                agency,
                other,
                allowedClasses,
                appointment,
                certified,
                officeAppointed,
                agreement,
                on);
    }

    OfficerCase appointedBy(@Nullable Appointment other) {
        return new OfficerCase(
                raOffice,
                agency,
                employmentClass,
                allowedClasses,
                other,
                certified,
                officeAppointed,
                agreement,
                on);
    }

    OfficerCase in(AgencyId other) {
        return new OfficerCase(
                raOffice,
                other,
                employmentClass,
                allowedClasses,
                appointment,
                certified,
                officeAppointed,
                agreement,
                on);
    }

    OfficerCase with(boolean itsCertificate, boolean itsOffice, boolean itsAgreement) {
        return new OfficerCase(
                raOffice,
                agency,
                employmentClass,
                allowedClasses,
                appointment,
                itsCertificate,
                itsOffice,
                itsAgreement,
                on);
    }
}
