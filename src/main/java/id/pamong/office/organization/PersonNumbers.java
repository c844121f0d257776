package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * The numbers and the address by which a person is known, as typed or imported.
 *
 * @param nik sixteen digits if right
 * @param nip eighteen digits if right, null or empty where none was given
 * @param officialEmail null or empty where none was given
 */
public record PersonNumbers(
        EmploymentClass employmentClass,
        String nik,
        @Nullable String nip,
        @Nullable String officialEmail) {
    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "PersonNumbers[…]";
    }
}
