package id.pamong.lifecycle.registration;

import id.pamong.office.organization.Person;

/**
 * A code by which one of the three claims the account; shown once, for a printed sheet.
 *
 * @param code of which only the hash is kept
 */
public record ClaimCode(Person person, Appointment.Post post, String code) {
    @Override
    public String toString() {
        return "ClaimCode[REDACTED]";
    }
}
