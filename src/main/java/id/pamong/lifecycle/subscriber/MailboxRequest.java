package id.pamong.lifecycle.subscriber;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone without an official e-mail who waits for one (MDN-10(3)c).
 *
 * @param code eight characters by which the mail system's list names the person
 * @param listedAt when it last went out with the list, or null
 * @param proposed address that the mail administrator made, or null while none is there
 * @param declined why the person could not use the address before, empty when there was none
 */
public record MailboxRequest(
        UUID id,
        String code,
        PersonId person,
        Instant askedAt,
        @Nullable Instant listedAt,
        @Nullable String proposed,
        @Nullable Instant proposedAt,
        String declined) {
    /** Whether the person has the next step, not the administrator. */
    public boolean awaitsProof() {
        return proposed != null;
    }

    @Override
    public String toString() {
        return "MailboxRequest[" + id + "]";
    }
}
