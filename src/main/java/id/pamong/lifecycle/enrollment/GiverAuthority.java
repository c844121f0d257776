package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.HeadshipKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By which right someone gives a letter, as the register of posts says for its date (MDN-1.12).
 *
 * @param title as it stands under the letter, line by line: {@code Plt. Kepala Dinas …}
 * @param kind how the post is held, null for a superior without a post on record
 * @param decree number of the decree of the post or of the power to sign, empty when unknown
 * @param from first day of the right, null when unknown
 * @param until last day, null while open
 */
public record GiverAuthority(
        Basis basis,
        String title,
        @Nullable HeadshipKind kind,
        String decree,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What makes someone the giver. */
    public enum Basis {
        /** Atasan langsung. */
        SUPERIOR,
        /** Pimpinan Perangkat Daerah. */
        AGENCY_HEAD,
        /** Sekretaris Daerah. */
        SECRETARY,
        /** Kepala daerah, or the deputy in the head's own case. */
        HEAD_OF_REGION,
        /**
         * Kepala Dinas of the registration authority, who records a minute where nobody stands
         * above the applicant.
         */
        RA_MINUTE,
        /** Signs in the name of whoever would give it (a.n., u.b.). */
        MANDATE
    }
}
