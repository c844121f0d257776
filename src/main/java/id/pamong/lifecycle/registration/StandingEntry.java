package id.pamong.lifecycle.registration;

import id.pamong.authority.gateway.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision about the built-in authority's standing.
 *
 * @param standing TRIAL, or INTERNAL by a decision with number, date and reason
 * @param decidedOn null when it could not be read or was left empty
 */
public record StandingEntry(
        Standing standing, String number, @Nullable LocalDate decidedOn, String reason) {}
