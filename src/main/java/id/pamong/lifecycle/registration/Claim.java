package id.pamong.lifecycle.registration;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * An officer has a case on the desk, so that two do not work on it at once. It releases itself.
 *
 * @param token changes hands with the case: what is typed under another token came too late
 */
public record Claim(UUID token, PersonId officer, Instant since, Instant until) {
    public boolean isInForceAt(Instant when) {
        return when.isBefore(until);
    }

    public boolean isHeldBy(PersonId person, Instant when) {
        return officer.equals(person) && isInForceAt(when);
    }
}
