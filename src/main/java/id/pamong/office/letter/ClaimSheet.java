package id.pamong.office.letter;

import id.pamong.office.organization.Person;
import java.time.Instant;

/**
 * A person's printed one-time code for claiming the account.
 *
 * @param code in groups as it is read aloud
 */
public record ClaimSheet(Person person, String code, Instant expiresAt) {
    /** The code does not reach logs by way of this. */
    @Override
    public String toString() {
        return "ClaimSheet[" + person.id() + "]";
    }
}
