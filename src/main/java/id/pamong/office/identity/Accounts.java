package id.pamong.office.identity;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The accounts of people: whose they are, what they may be, when their means of sign-in changed.
 */
@Component
public class Accounts {
    /** The account of the person once it was claimed. */
    public Optional<AccountId> accountOf(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException();
    }

    /** The person of an account. */
    public PersonId personOf(LocalGovernmentId government, AccountId account) {
        throw new UnsupportedOperationException();
    }

    /**
     * When password, second factor or official e-mail last changed; empty while the account has no
     * confirmed second factor, so that an approval must wait for it.
     */
    public Optional<Instant> lastMeansChange(LocalGovernmentId government, AccountId account) {
        throw new UnsupportedOperationException();
    }

    /** The roles in force now; PERSON is always one of them. */
    public Set<Role> rolesOf(LocalGovernmentId government, AccountId account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives a role to a person, who need not have claimed the account yet. Giving it twice changes
     * nothing.
     *
     * @param by account that gives it, null for the first run
     */
    public void grant(LocalGovernmentId government, PersonId person, Role role, @Nullable UUID by) {
        throw new UnsupportedOperationException();
    }

    /** Takes a role away again. */
    public void withdraw(
            LocalGovernmentId government, PersonId person, Role role, @Nullable UUID by) {
        throw new UnsupportedOperationException();
    }

    /** People who hold the role now. */
    public Set<PersonId> holdersOf(LocalGovernmentId government, Role role) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a one-time code by which the person may claim the account; older codes end. For printed
     * sheets and the first run; the code is returned once and only its hash is kept.
     */
    public String claimCode(LocalGovernmentId government, PersonId person, @Nullable UUID by) {
        throw new UnsupportedOperationException();
    }

    /** The person proved to read another official mailbox: a change of means. */
    public void emailChanged(LocalGovernmentId government, PersonId person) {
        throw new UnsupportedOperationException();
    }
}
