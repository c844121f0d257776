package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.CertificateType;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which applications a list shows, and in which order.
 *
 * @param states any of these
 * @param text part of the number or of the applicant's name, or empty
 * @param applicant only theirs, or null
 * @param type only this, or null
 * @param agency of the applicant as it was written into the application, or null
 * @param from changed at or after, or null
 * @param before changed before, or null
 */
public record ApplicationSearch(
        Set<ApplicationState> states,
        String text,
        @Nullable PersonId applicant,
        @Nullable CertificateType type,
        @Nullable AgencyId agency,
        @Nullable Instant from,
        @Nullable Instant before,
        Order order,
        boolean descending) {
    public ApplicationSearch {
        states = Set.copyOf(states);
        text = text.strip();
    }

    /** By which time. */
    public enum Order {
        /** Of the submission, before it of the beginning. */
        QUEUED("queued_at"),
        CHANGED("changed_at"),
        BEGUN("created_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Everything in these states. */
    public static ApplicationSearch of(
            Set<ApplicationState> states, Order order, boolean descending) {
        return new ApplicationSearch(states, "", null, null, null, null, null, order, descending);
    }

    /** What was typed may be a name. */
    @Override
    public String toString() {
        return "ApplicationSearch[" + states + "]";
    }
}
