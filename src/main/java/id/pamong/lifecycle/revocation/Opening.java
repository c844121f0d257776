package id.pamong.lifecycle.revocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written when a case is opened.
 *
 * @param ground null while none was chosen
 * @param emergency whether it is blocked first and told after; only of the authorities
 * @param explanation of the registration authority it is the minute of its evaluation
 * @param invalidSince since when the key is in doubt, if known
 */
public record Opening(
        @Nullable Ground ground,
        boolean emergency,
        String explanation,
        @Nullable Instant invalidSince) {
    /** Longest explanation, in characters. */
    public static final int LONGEST = 2000;

    /** Shortest minute of an evaluation: what was found, from what, and what follows. */
    public static final int SHORTEST_MINUTE = 40;
}
