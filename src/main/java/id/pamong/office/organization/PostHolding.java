package id.pamong.office.organization;

import java.time.LocalDate;
import java.util.UUID;
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
 * @param state what waits for a second person or is void counts for nothing
 * @param endsEarlier whether whoever was in the way ended, or will end, the day before
 * @param enteredBy the account that entered it, or null when a list of people did
 * @param voidReason why it is void; empty otherwise
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
        String endDecree,
        State state,
        boolean endsEarlier,
        @Nullable UUID enteredBy,
        String voidReason) {
    /** Whether it counts. */
    public enum State {
        /** Entered, and to be confirmed by a second person. */
        AWAITING,
        IN_EFFECT,
        /** Entered wrongly; kept for the record. */
        VOID
    }

    /** One that counts, without more about its entry. */
    PostHolding(
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
        this(
                id,
                post,
                person,
                kind,
                title,
                decree,
                decreeOn,
                from,
                until,
                endDecree,
                State.IN_EFFECT,
                false,
                null,
                "");
    }

    public boolean isInEffect() {
        return state == State.IN_EFFECT;
    }

    /** First and last day count. */
    public boolean isHeldOn(LocalDate day) {
        return isInEffect() && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether it shares a day with a time from one day to another, or without an end. */
    public boolean overlaps(LocalDate first, @Nullable LocalDate last) {
        return isInEffect()
                && (until == null || !until.isBefore(first))
                && (last == null || !from.isAfter(last));
    }

    /** As written under a letter: {@code Plt. Kepala Dinas …}. */
    public String signatureTitle() {
        return kind.before(title);
    }

    PostHolding endingOn(LocalDate last) {
        return new PostHolding(
                id,
                post,
                person,
                kind,
                title,
                decree,
                decreeOn,
                from,
                last,
                endDecree,
                state,
                endsEarlier,
                enteredBy,
                voidReason);
    }
}
