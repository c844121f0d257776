package id.pamong.lifecycle.registration;

import id.pamong.office.organization.EmploymentClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The RA office with its head and officers, its appointment and its agreement with the CA.
 *
 * @param members the head first, then two officers
 * @param appointmentNumber of the appointment as RA (MDN-18(2))
 * @param agreementNumber of the agreement; for the built-in authority an internal note (MDN-3(3))
 */
public record OfficeEntry(
        String agencyCode,
        String agencyName,
        String headPost,
        List<Member> members,
        String appointmentNumber,
        @Nullable LocalDate appointmentOn,
        String agreementNumber,
        @Nullable LocalDate agreementOn) {
    public OfficeEntry {
        members = List.copyOf(members);
    }

    /**
     * A person entered by hand.
     *
     * @param field prefix of the form's fields: head, officer1, officer2
     */
    public record Member(
            String field,
            Appointment.Post as,
            String titleBefore,
            String name,
            String titleAfter,
            EmploymentClass employmentClass,
            String nik,
            String nip,
            String email,
            String post,
            String rank,
            String decree,
            @Nullable LocalDate decreedOn) {
        /** Personal data does not reach logs by way of this. */
        @Override
        public String toString() {
            return "Member[" + field + "]";
        }
    }
}
