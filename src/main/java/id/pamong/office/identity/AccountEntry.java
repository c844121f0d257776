package id.pamong.office.identity;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account in the list of accounts.
 *
 * @param name of the person as displayed
 * @param agency that the person is posted to
 * @param meansChangedAt when password, second factor or official e-mail last changed
 * @param hasFactor whether a second factor is confirmed
 * @param passkeys how many there are
 * @param roles in force today, without {@link Role#PERSON}
 */
public record AccountEntry(
        UUID id,
        PersonId person,
        String name,
        String agency,
        Instant claimedAt,
        Instant meansChangedAt,
        boolean hasFactor,
        int passkeys,
        Set<Role> roles) {
    public AccountEntry {
        roles = Set.copyOf(roles);
    }

    /** No name reaches a log by way of this. */
    @Override
    public String toString() {
        return "AccountEntry[" + id + "]";
    }
}
