package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a post from a day to a day, by which right (MDN-1.4, 1.6, 1.12).
 *
 * @param title of the post as it was called then, without {@code Plt.}, {@code Plh.}, {@code Pj.}
 * @param decree number of the decree, empty when unknown
 * @param decreeOn its date, null when unknown
 * @param from first day
 * @param until last day, null while open
 * @param endDecree number of the decree that ended it, empty while there is none
 */
public record PostHolding(
        HoldingId id,
        Post post,
        PersonId person,
        HeadshipKind kind,
        String title,
        String decree,
        @Nullable LocalDate decreeOn,
        LocalDate from,
        @Nullable LocalDate until,
        String endDecree) {

    /** First and last day count. */
    public boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether it shares a day with a time from one day to another, or without an end. */
    public boolean overlaps(LocalDate first, @Nullable LocalDate last) {
        return (until == null || !until.isBefore(first)) && (last == null || !from.isAfter(last));
    }

    /** As written under a letter: {@code Plt. Kepala Dinas …}. */
    public String signatureTitle() {
        return kind.before(title);
    }

    PostHolding endingOn(LocalDate last) {
        return new PostHolding(
                id, post, person, kind, title, decree, decreeOn, from, last, endDecree);
    }
}
