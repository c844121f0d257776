package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone is to hold a post.
 *
 * @param from first day
 * @param until last day, or null while it is open
 * @param endsEarlier whether whoever is in the way ends the day before
 * @param confirmed whether what is unusual but possible was read and is meant
 */
public record NewHolding(
        PostId post,
        PersonId person,
        HeadshipKind kind,
        String decree,
        LocalDate decreeOn,
        LocalDate from,
        @Nullable LocalDate until,
        boolean endsEarlier,
        boolean confirmed) {}
