package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The power to sign in another's name (pelimpahan wewenang penandatanganan). It belongs to a post,
 * so that whoever holds that post on the day has it.
 *
 * @param ofPost in whose name
 * @param throughPost who passes the power on; null for {@link Kind#ON_BEHALF}
 * @param toPost whose holder signs
 * @param scope which letters, in the words of the decree
 * @param from first day
 * @param until last day, null while open
 * @param voidReason why it counts for no day; empty when it counts
 */
public record SigningMandate(
        SigningMandateId id,
        Kind kind,
        Post ofPost,
        @Nullable Post throughPost,
        Post toPost,
        String scope,
        String decree,
        LocalDate decreeOn,
        LocalDate from,
        @Nullable LocalDate until,
        String endDecree,
        String voidReason) {

    /** How the power came to the one who signs. */
    public enum Kind {
        /** Atas nama (a.n.): from its owner. */
        ON_BEHALF,
        /** Untuk beliau (u.b.): from someone who has it a.n. */
        FOR_SUPERIOR
    }

    /** Whether it was entered wrongly and counts for no day. */
    public boolean isVoid() {
        return !voidReason.isEmpty();
    }

    /** First and last day count. */
    public boolean isInForceOn(LocalDate day) {
        return !isVoid() && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
