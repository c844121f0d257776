package id.pamong.office.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who heads an agency from a day on (MDN-1.4, 1.6).
 *
 * @param title of the post, such as {@code Kepala Dinas Komunikasi dan Informatika}
 * @param decree number of the decree, empty when unknown
 * @param from first day
 * @param until last day, null while open
 */
public record Headship(
        AgencyId agency,
        PersonId person,
        HeadshipKind kind,
        String title,
        String decree,
        LocalDate from,
        @Nullable LocalDate until) {
    /** As written under a letter: {@code Plt. Kepala Dinas …}. */
    public String signatureTitle() {
        return kind.before(title);
    }
}
