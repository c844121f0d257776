package id.pamong.office.identity;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone who prepares for the people of an agency and the agencies below it (admin Perangkat
 * Daerah), on the days named.
 *
 * @param until last day, or null while none is named
 */
public record AgencyAdmin(
        PersonId person, AgencyId agency, LocalDate from, @Nullable LocalDate until) {
    public AgencyAdmin {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    /** Whether it counts on that day. */
    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
