package id.pamong.office.organization;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two entries that may be one person.
 *
 * @param reason given with the decision; empty while it is open
 * @param merge the merge in force, or null
 */
public record PersonPair(
        UUID id,
        PersonId one,
        PersonId other,
        String oneName,
        String otherName,
        Set<Likeness> likeness,
        State state,
        Instant foundAt,
        String reason,
        @Nullable UUID merge) {
    public PersonPair {
        likeness = Set.copyOf(likeness);
    }

    /** What was decided. */
    public enum State {
        OPEN,
        /** Two people after all. */
        APART,
        MERGED
    }

    /** Names do not reach logs by way of this. */
    @Override
    public String toString() {
        return "PersonPair[" + id + ", " + state + "]";
    }
}
