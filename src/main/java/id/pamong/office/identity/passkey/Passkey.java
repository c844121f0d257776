package id.pamong.office.identity.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param label name that the owner gave it
 * @param backedUp whether the owner's platform keeps a copy of it in the owner's own cloud account
 * @param suspendedAt when its counter told that a copy exists; null while it may be used
 */
public record Passkey(
        UUID id,
        String label,
        boolean backedUp,
        Instant madeAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant suspendedAt) {}
