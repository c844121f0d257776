package id.pamong.office.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a person's inbox, in the language of the one who reads it.
 *
 * @param path page it leads to, below the local government
 */
public record InboxMessage(
        UUID id,
        String subject,
        List<String> paragraphs,
        String path,
        Instant createdAt,
        @Nullable Instant readAt) {
    public InboxMessage {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "InboxMessage[" + id + "]";
    }
}
