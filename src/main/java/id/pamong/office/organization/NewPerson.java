package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * A person to be entered. NIK, NIP and e-mail have been judged by {@link PersonNumberCheck} before.
 *
 * @param nik sixteen digits
 */
public record NewPerson(
        PersonName name,
        EmploymentClass employmentClass,
        String nik,
        @Nullable String nip,
        @Nullable String officialEmail,
        AgencyId agency,
        String post,
        String rank) {
    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "NewPerson[…]";
    }
}
