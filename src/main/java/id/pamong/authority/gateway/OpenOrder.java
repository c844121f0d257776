package id.pamong.authority.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that nobody has settled yet.
 *
 * @param way code of the way it was placed with
 * @param accepted whether the authority took it and works on it
 * @param tries how often it was sent
 * @param answer reference if accepted, else the code of what went wrong last; null before the first
 *     answer
 */
public record OpenOrder(
        RequestKey key,
        String way,
        ProfileId profile,
        boolean accepted,
        int tries,
        @Nullable String answer,
        Instant placedAt,
        @Nullable Instant nextTryAt) {}
