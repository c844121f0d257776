package id.pamong.authority.gateway;

import id.pamong.office.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which authority serves a local government from a day on (MDN-5(2)-(4), CJR-6(2)-(4)). A later
 * choice takes the place of an earlier one; none is ever changed or removed.
 *
 * @param authority code of the authority, such as {@code bsre}, as {@code ca.allowed} names it
 * @param way code of the way to it, such as {@code manual}
 * @param profile the one product it is for, or null for all for which nothing else is chosen
 * @param from first day, of the local government's calendar
 * @param reason why, at least a sentence where the regulation names another
 * @param note of the decision, or empty
 */
public record AuthorityChoice(
        UUID id,
        String authority,
        String way,
        @Nullable ProfileId profile,
        LocalDate from,
        String reason,
        State state,
        Instant proposedAt,
        AccountId proposedBy,
        @Nullable Instant decidedAt,
        String note) {
    /** Where a choice stands. */
    public enum State {
        /** Waits for the head. */
        PROPOSED,
        /** In force from its day on. */
        APPROVED,
        /** Not taken. */
        DECLINED
    }
}
