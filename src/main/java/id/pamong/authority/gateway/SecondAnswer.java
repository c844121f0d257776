package id.pamong.authority.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority said of one order first this and later that. The first answer stands; the second is
 * an open case until someone has looked into it, since there may be two certificates.
 *
 * @param way code of the way it came by
 * @param issued whether the second answer was a certificate; else a refusal
 * @param answer SHA-256 of that certificate, lower-case hexadecimal, or the refusal's code
 * @param closedAt null while it is open
 * @param note what was found out, once it is closed
 */
public record SecondAnswer(
        UUID id,
        RequestKey key,
        String way,
        ProfileId profile,
        boolean issued,
        String answer,
        Instant foundAt,
        @Nullable Instant closedAt,
        String note) {}
