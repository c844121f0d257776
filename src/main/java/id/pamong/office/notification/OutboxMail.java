package id.pamong.office.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail in the outbox as an administrator sees it: never its text, its code or its link.
 *
 * @param addressHint first letter and domain, {@code b•••@madiunkota.go.id}
 * @param messageKey which message it is
 * @param attempts how often it was tried
 * @param problem code of the last failure: NO_RELAY, CONNECTION, LOGIN, ADDRESS, OTHER; or null
 */
public record OutboxMail(
        UUID id,
        String addressHint,
        String messageKey,
        State state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String problem) {
    /** Where it is. */
    public enum State {
        WAITING,
        SENT,
        /** Given up after {@link Outbox#MOST_ATTEMPTS}; may be tried again. */
        FAILED
    }
}
