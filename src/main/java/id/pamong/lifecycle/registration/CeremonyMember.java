package id.pamong.lifecycle.registration;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone entered by hand in the first run.
 *
 * @param decree number of the decree of appointment
 * @param serial of the officer's certificate, hexadecimal, or null before
 * @param certifiedAt when it became active, or null before
 */
public record CeremonyMember(
        PersonId person,
        Appointment.Post post,
        String decree,
        @Nullable String serial,
        @Nullable Instant certifiedAt) {
    /** Whether the certificate of an officer is active. */
    public boolean isCertified() {
        return certifiedAt != null;
    }
}
