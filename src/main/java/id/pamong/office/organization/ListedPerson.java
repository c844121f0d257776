package id.pamong.office.organization;

import org.jspecify.annotations.Nullable;

/**
 * A person as one line of a list.
 *
 * @param nip 18 digits, or null
 * @param inService whether a posting is held on the day asked about; someone retired has none
 */
public record ListedPerson(
        PersonId id,
        PersonName name,
        @Nullable String nip,
        AgencyId agency,
        String agencyName,
        String post,
        boolean inService) {
    /** Title, name, title. */
    public String displayName() {
        return name.display();
    }

    /** As {@link Person#groupedNip}. */
    public String groupedNip() {
        return Person.grouped(nip);
    }

    /** Personal data does not reach logs by way of this. */
    @Override
    public String toString() {
        return "ListedPerson[" + id + "]";
    }
}
