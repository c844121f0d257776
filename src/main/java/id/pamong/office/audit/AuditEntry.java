package id.pamong.office.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the trail.
 *
 * @param canonical the record in RFC 8785 form, of which {@code sha256} is the hash
 * @param sha256 hexadecimal
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String command,
        @Nullable UUID actor,
        String objectKind,
        @Nullable UUID object,
        String outcome,
        String canonical,
        String sha256) {}
