package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of a local government, their agencies, heads and superiors. NIK and NIP are sealed and
 * found by a blind index only.
 */
@Component
public class People {
    public Optional<Person> byId(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException(government + " " + person);
    }

    /** As {@link #byId}; a missing one is a programming error. */
    public Person get(LocalGovernmentId government, PersonId person) {
        return byId(government, person)
                .orElseThrow(() -> new IllegalArgumentException("no person " + person));
    }

    /** Spaces are ignored. */
    public Optional<Person> byNik(LocalGovernmentId government, String nik) {
        throw new UnsupportedOperationException(government + " " + nik.length());
    }

    /** Spaces are ignored. */
    public Optional<Person> byNip(LocalGovernmentId government, String nip) {
        throw new UnsupportedOperationException(government + " " + nip.length());
    }

    public Optional<Person> byOfficialEmail(LocalGovernmentId government, String email) {
        throw new UnsupportedOperationException(government + " " + email.length());
    }

    /**
     * People whose name contains the text, or whose NIP or NIK it is, by name; the next page begins
     * after the last person of the one before.
     *
     * @param agency only this agency, or null
     * @param after last person of the page before, or null
     */
    public List<Person> search(
            LocalGovernmentId government,
            String text,
            @Nullable AgencyId agency,
            @Nullable PersonId after,
            int limit) {
        throw new UnsupportedOperationException(government + text + agency + after + limit);
    }

    /** The sixteen digits in clear. The caller asks for the right and leaves the audit record. */
    public String revealNik(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException(government + " " + person);
    }

    /** The superior (atasan) on a day, from the reporting line, else the head of the agency. */
    public Optional<Person> superiorOf(
            LocalGovernmentId government, PersonId person, LocalDate on) {
        throw new UnsupportedOperationException(government + " " + person + on);
    }

    /** Who heads the agency on a day; an acting head goes before the definitive one. */
    public Optional<Person> headOf(LocalGovernmentId government, AgencyId agency, LocalDate on) {
        return headshipOf(government, agency, on).map(held -> get(government, held.person()));
    }

    /** As {@link #headOf}, with the right by which it is held. */
    public Optional<Headship> headshipOf(
            LocalGovernmentId government, AgencyId agency, LocalDate on) {
        throw new UnsupportedOperationException(government + " " + agency + on);
    }

    /** Everyone whose superior or head of agency the person is on a day. */
    public List<Headship> headshipsOf(LocalGovernmentId government, PersonId person, LocalDate on) {
        throw new UnsupportedOperationException(government + " " + person + on);
    }

    public Optional<Agency> agency(LocalGovernmentId government, AgencyId agency) {
        throw new UnsupportedOperationException(government + " " + agency);
    }

    public Optional<Agency> agencyByCode(LocalGovernmentId government, String code) {
        throw new UnsupportedOperationException(government + " " + code);
    }

    /** By name. */
    public List<Agency> agencies(LocalGovernmentId government) {
        throw new UnsupportedOperationException(government.toString());
    }

    public AgencyId addAgency(
            LocalGovernmentId government,
            String code,
            String name,
            String headPost,
            @Nullable AgencyId parent,
            @Nullable UUID by) {
        throw new UnsupportedOperationException(government + code + name + headPost + parent + by);
    }

    /**
     * Enters a person, or updates the one with the same NIK; a transfer closes the old posting.
     *
     * @param on first day of the posting when it is new
     * @param by account that does it, null for the first run
     */
    public PersonId enter(
            LocalGovernmentId government, NewPerson person, LocalDate on, @Nullable UUID by) {
        throw new UnsupportedOperationException(government + " " + person + on + by);
    }

    /** Ends the heading of the same kind that is open on that day and begins this one. */
    public void appointHead(LocalGovernmentId government, Headship headship, @Nullable UUID by) {
        throw new UnsupportedOperationException(government + " " + headship + by);
    }

    /** Ends the superior of that day and begins this one. */
    public void nameSuperior(
            LocalGovernmentId government,
            PersonId person,
            PersonId superior,
            LocalDate from,
            @Nullable UUID by) {
        throw new UnsupportedOperationException(government + " " + person + superior + from + by);
    }

    /**
     * Keeps that the person has proved to read the mailbox; a new address replaces the old one.
     *
     * <p>Called inside the command that proved it, which leaves the audit record.
     */
    public void confirmEmail(
            LocalGovernmentId government, PersonId person, String email, Instant at) {
        throw new UnsupportedOperationException(government + " " + person + email.length() + at);
    }
}
