package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The contract of a PPPK (perjanjian kerja), with its last day.
 *
 * @param until last day
 * @param decree number of the contract, its extension or the decision
 */
public record Contract(LocalDate until, String decree, LocalDate decreeOn, Instant recordedAt) {
    static final int LONGEST_DECREE = 80;
    static final int YEARS_AHEAD = 10;

    /** Whether its last day is past. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(until);
    }
}
