package id.pamong.office.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person of a local government with the post held today.
 *
 * @param nip 18 digits without spaces (NIP or NI PPPK), or null for a class without one
 * @param maskedNik first and last four digits, {@code 3577••••••••0001}
 * @param officialEmail lower case, or null while the person has none
 * @param emailConfirmedAt when the person proved to read that mailbox, or null
 * @param agency Perangkat Daerah of today's posting
 * @param post title of the post held in it, such as {@code Guru Ahli Muda}; of who is not in
 *     service the last or the coming one
 * @param inService whether a posting is held today; someone retired has none
 * @param rank such as {@code Penata Tk. I (III/d)}, empty when unknown
 * @param version counts the changes; see {@link People}
 */
public record Person(
        PersonId id,
        PersonName name,
        EmploymentClass employmentClass,
        @Nullable String nip,
        String maskedNik,
        @Nullable String officialEmail,
        @Nullable Instant emailConfirmedAt,
        AgencyId agency,
        String agencyName,
        String post,
        boolean inService,
        String rank,
        int version) {

    /** Title, name, title. */
    public String displayName() {
        return name.display();
    }

    /** The name alone, as on the identity card. */
    public String nameOnly() {
        return name.name();
    }

    /** The NIP in groups, {@code 19671213 199503 1 003}; empty without one. */
    public String groupedNip() {
        return grouped(nip);
    }

    static String grouped(@Nullable String nip) {
        if (nip == null || nip.length() != 18) {
            return nip == null ? "" : nip;
        }
        return nip.substring(0, 8)
                + " "
                + nip.substring(8, 14)
                + " "
                + nip.substring(14, 15)
                + " "
                + nip.substring(15);
    }

    public boolean hasConfirmedEmail() {
        return officialEmail != null && emailConfirmedAt != null;
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
