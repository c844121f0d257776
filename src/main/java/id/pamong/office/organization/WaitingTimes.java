package id.pamong.office.organization;

import java.time.Duration;

/**
 * How long things may wait in an office; the law names no limits.
 *
 * @param claimMinutes after which a case leaves an officer's desk on which nothing happens
 * @param remindDays after which whoever was asked for a letter is reminded
 * @param escalateDays after which the next superior is told
 */
public record WaitingTimes(int claimMinutes, int remindDays, int escalateDays) {
    /** Until an office says otherwise. */
    public static final WaitingTimes DEFAULT = new WaitingTimes(30, 3, 7);

    public Duration claimLasts() {
        return Duration.ofMinutes(claimMinutes);
    }
}
