package id.pamong.lifecycle.enrollment;

import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who applies, as known on the day the dossier was last changed; a later transfer does not rewrite
 * an old application.
 *
 * @param enteredAs the entry under which it was handed in; another than the person's after two
 *     entries were found to be one. It stays part of what was decided
 * @param displayName title, name, title
 * @param nip 18 digits, or null for a class without one
 * @param maskedNik first and last four digits
 */
public record ApplicantFacts(
        PersonId person,
        PersonId enteredAs,
        String displayName,
        String nameOnly,
        EmploymentClass employmentClass,
        @Nullable String nip,
        String maskedNik,
        AgencyId agency,
        String agencyName,
        String post,
        String rank) {
    /** The NIP in groups, {@code 19671213 199503 1 003}; empty without one. */
    public String groupedNip() {
        if (nip == null || nip.length() != 18) {
            return nip == null ? "" : nip;
        }
        return String.join(
                " ",
                nip.substring(0, 8),
                nip.substring(8, 14),
                nip.substring(14, 15),
                nip.substring(15));
    }

    @Override
    public String toString() {
        return "ApplicantFacts[" + person + "]";
    }
}
