package id.pamong.lifecycle.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What gives the office its right to act as registration authority.
 *
 * @param authority code of the certification authority that it concerns, such as {@code builtin}
 * @param number of the letter, agreement or internal note
 * @param endsOn first day on which it no longer holds, or null while nothing ends it
 */
public record Mandate(
        Kind kind,
        String authority,
        String number,
        LocalDate datedOn,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn) {
    /** Which of the two the law asks for. */
    public enum Kind {
        /** Penetapan sebagai Otoritas Pendaftaran (MDN-18(2)). */
        RA_APPOINTMENT,
        /** Perjanjian kerja sama with the CA (MDN-3(3)). */
        CA_AGREEMENT
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(beginsOn) && (endsOn == null || day.isBefore(endsOn));
    }
}
