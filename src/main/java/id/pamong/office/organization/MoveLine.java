package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * One person of a decree that moves many.
 *
 * @param number line of the file, from 1
 * @param person null where the number in the file is nobody's
 * @param toAgency null where the file names none that exists
 * @param problem code of what stands against the move, empty when nothing does
 */
public record MoveLine(
        int number,
        @Nullable PersonId person,
        @Nullable AgencyId toAgency,
        String toPost,
        String problem,
        boolean moved) {
    public boolean isGood() {
        return problem.isEmpty();
    }

    /** Whether the decree still has to make it, though something failed before. */
    boolean isDue() {
        return !moved && (isGood() || problem.equals(MovesOfDay.NOT_MADE));
    }
}
