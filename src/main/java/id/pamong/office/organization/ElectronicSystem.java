package id.pamong.office.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An electronic system that an agency owns (CJR-1.6, MDN-7(4)).
 *
 * @param agencyName of the owner today
 * @param agencyCode of the owner
 * @param hosts names under which it answers, lower case, by name; certificates name no others
 * @param responsible who answers for it on the day it was asked for, or null
 * @param retiredOn last day of service, or null while it runs
 */
public record ElectronicSystem(
        SystemId id,
        AgencyId agency,
        String agencyCode,
        String agencyName,
        String name,
        SystemCategory category,
        List<String> hosts,
        @Nullable Responsible responsible,
        @Nullable LocalDate retiredOn,
        int version) {
    public ElectronicSystem {
        hosts = List.copyOf(hosts);
    }

    /**
     * Who answers for a system from a day on.
     *
     * @param name title, name, title
     * @param decree number of the paper that names them, empty when unknown
     * @param until last day, or null while open
     */
    public record Responsible(
            PersonId person,
            String name,
            String decree,
            LocalDate from,
            @Nullable LocalDate until) {
        @Override
        public String toString() {
            return "Responsible[" + person + "]";
        }
    }

    /** Whether it is in service on a day. */
    public boolean isInServiceOn(LocalDate day) {
        return retiredOn == null || !day.isAfter(retiredOn);
    }

    /** Whether the person answers for it. */
    public boolean isAnsweredForBy(PersonId person) {
        return responsible != null && responsible.person().equals(person);
    }
}
