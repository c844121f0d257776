package id.pamong.office.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person is on leave; someone may stand in.
 *
 * @param from first day
 * @param until last day
 * @param deputy who stands in, or null
 * @param letter number of the letter that says so, empty without a deputy
 */
public record Absence(
        UUID id,
        PersonId person,
        LocalDate from,
        LocalDate until,
        @Nullable PersonId deputy,
        String letter) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && !until.isBefore(first);
    }
}
