package id.pamong.lifecycle.registration;

import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decree by which the head of the RA office appoints an officer, or by which that head holds
 * the office (MDN-20(1)).
 *
 * @param decree number of the decree
 * @param endsOn first day on which it no longer holds, or null while nothing ends it
 */
public record Appointment(
        PersonId person,
        Post post,
        String decree,
        LocalDate decreedOn,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn) {
    /** What the decree appoints to. */
    public enum Post {
        /** Pengelola Otoritas Pendaftaran. */
        OFFICER,
        /** Kepala Dinas. */
        HEAD
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(beginsOn) && (endsOn == null || day.isBefore(endsOn));
    }
}
