package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A power to sign in another's name that is to be entered.
 *
 * @param through the post that passes the power on, for u.b.; null for a.n.
 */
public record NewMandate(
        PostId ofPost,
        @Nullable PostId through,
        PostId toPost,
        String scope,
        String decree,
        LocalDate decreeOn,
        LocalDate from,
        @Nullable LocalDate until) {}
