package id.pamong.lifecycle.registration.web;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days; public holidays are not known here. */
final class WorkingDays {
    private WorkingDays() {}

    /** Days from Monday to Friday after the first day, up to and with the last. */
    static int between(LocalDate first, LocalDate last) {
        return (int)
                first.datesUntil(last.isBefore(first) ? first : last)
                        .map(day -> day.plusDays(1))
                        .filter(day ->
                                day.getDayOfWeek() != DayOfWeek.SATURDAY
                                        && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                        .count();
    }
}
