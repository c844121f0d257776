package id.pamong.office.identity;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role as it was given to a person, in the list of roles.
 *
 * @param name of the person as displayed
 * @param agency that the person is posted to
 * @param ofAgency the agency that an agency's admin prepares for, else empty
 * @param letter number of an auditor's letter of assignment, else empty
 * @param from first day, or null when it began as it was given
 * @param until last day, or null
 * @param by name of who gave it; empty for the first run
 */
public record RoleEntry(
        UUID id,
        PersonId person,
        String name,
        String agency,
        Role role,
        String ofAgency,
        String letter,
        Instant grantedAt,
        String by,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant withdrawnAt) {
    /** Whether it counts. */
    public enum Standing {
        IN_FORCE,
        AHEAD,
        ENDED
    }

    public Standing standingOn(LocalDate day) {
        if (withdrawnAt != null || (until != null && until.isBefore(day))) {
            return Standing.ENDED;
        }
        return from != null && from.isAfter(day) ? Standing.AHEAD : Standing.IN_FORCE;
    }

    /** No name reaches a log by way of this. */
    @Override
    public String toString() {
        return "RoleEntry[" + id + "]";
    }
}
