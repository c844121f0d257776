package id.pamong.lifecycle.subscriber;

import id.pamong.office.archive.FileId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the registration authority under which other parties may apply (CJR-8(1)c, 11(2)c).
 *
 * @param number as written on the document
 * @param title what it is about
 * @param from first day it is in force
 * @param until last day, or null while it has none
 */
public record RaPolicy(
        PolicyId id,
        String number,
        String title,
        LocalDate datedOn,
        LocalDate from,
        @Nullable LocalDate until,
        FileId file) {
    /** First and last day count. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
