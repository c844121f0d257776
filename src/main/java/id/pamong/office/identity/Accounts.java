package id.pamong.office.identity;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.means.AccountRows;
import id.pamong.office.identity.means.AccountRows.AccountRow;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The accounts of people: whose they are, what they may be, when their means of sign-in changed.
 */
@Component
public class Accounts {
    private final TenantTransactions transactions;
    private final AccountRows accounts;
    private final LocalGovernments governments;
    private final Claims claims;
    private final SecondFactor factor;
    private final Auditors auditors;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            TenantTransactions transactions,
            AccountRows accounts,
            LocalGovernments governments,
            Claims claims,
            SecondFactor factor,
            Auditors auditors,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.governments = governments;
        this.claims = claims;
        this.factor = factor;
        this.auditors = auditors;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The account of the person once it was claimed. */
    public Optional<AccountId> accountOf(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(
                government, () -> accounts.byPerson(person).map(AccountRow::id));
    }

    /** The person of an account; an account that does not exist is a programming error. */
    public PersonId personOf(LocalGovernmentId government, AccountId account) {
        return transactions.inTenant(
                government, () -> accounts.byId(account).orElseThrow().person());
    }

    /**
     * When password, second factor or official e-mail last changed; empty while the account has no
     * confirmed second factor, so that an approval must wait for it.
     */
    public Optional<Instant> lastMeansChange(LocalGovernmentId government, AccountId account) {
        return transactions.inTenant(
                government,
                () ->
                        factor.isEnrolled(government, account)
                                ? accounts.byId(account).map(AccountRow::meansChangedAt)
                                : Optional.empty());
    }

    /** The roles in force now; PERSON is always one of them. */
    public Set<Role> rolesOf(LocalGovernmentId government, AccountId account) {
        return transactions.inTenant(
                government,
                () -> grantedRolesOf(government, accounts.byId(account).orElseThrow().person()));
    }

    /** The roles in force now of a person, who need not have claimed the account. */
    public Set<Role> rolesOf(LocalGovernmentId government, PersonId person) {
        return transactions.inTenant(government, () -> grantedRolesOf(government, person));
    }

    private Set<Role> grantedRolesOf(LocalGovernmentId government, PersonId person) {
        Set<Role> roles = EnumSet.of(Role.PERSON);
        roles.addAll(accounts.roles(person, governments.get(government).dateAt(clock.instant())));
        return roles;
    }

    /**
     * Gives a role to a person, who need not have claimed the account yet. Giving it twice changes
     * nothing.
     *
     * @param by account that gives it, null for the first run
     * @throws Conflict {@code role.is-auditor} for a role that the person audits
     */
    public void grant(LocalGovernmentId government, PersonId person, Role role, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    accounts.hold(person);
                    if (Auditors.AUDITED.contains(role)
                            && auditors.of(government, person).isPresent()) {
                        throw new Conflict("role.is-auditor");
                    }
                    boolean given = accounts.grant(person, role, clock.instant(), by);
                    record("identity.grant-role", person, role, given ? "GRANTED" : "HELD", by);
                });
    }

    /** Takes a role away again. */
    public void withdraw(
            LocalGovernmentId government, PersonId person, Role role, @Nullable UUID by) {
        transactions.inTenant(
                government,
                () -> {
                    boolean taken = accounts.withdraw(person, role, clock.instant(), by);
                    record(
                            "identity.grant-role",
                            person,
                            role,
                            taken ? "WITHDRAWN" : "NOT_HELD",
                            by);
                });
    }

    /** People who hold the role now. */
    public Set<PersonId> holdersOf(LocalGovernmentId government, Role role) {
        return transactions.inTenant(government, () -> accounts.holders(role));
    }

    /**
     * Makes a one-time code by which the person may claim the account; older codes end. For the
     * first run and printed sheets; the code is returned once and only its hash is kept. The caller
     * leaves the audit record.
     */
    public String claimCode(LocalGovernmentId government, PersonId person, @Nullable UUID by) {
        return claims.sheetCode(government, person, by);
    }

    /**
     * The person proved to read another official mailbox: a change of means. The caller leaves the
     * audit record.
     */
    public void emailChanged(LocalGovernmentId government, PersonId person) {
        transactions.inTenant(
                government,
                () ->
                        accounts.byPerson(person)
                                .ifPresent(account -> {
                                    Instant now = clock.instant();
                                    accounts.meansChanged(account.id(), now);
                                    events.publishEvent(
                                            new IdentityChanged(
                                                    government,
                                                    account.id(),
                                                    IdentityChanged.Means.EMAIL,
                                                    now));
                                }));
    }

    /**
     * Another entry stands for the account's person than before: a change of means. The caller
     * leaves the audit record.
     */
    public void ownerChanged(LocalGovernmentId government, AccountId account) {
        transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant();
                    accounts.meansChanged(account, now);
                    events.publishEvent(
                            new IdentityChanged(
                                    government, account, IdentityChanged.Means.OWNER, now));
                });
    }

    private void record(
            String command, PersonId person, Role role, String outcome, @Nullable UUID by) {
        audit.record(
                new AuditRecord(
                        command,
                        by,
                        "person",
                        person.value(),
                        outcome,
                        Map.of("role", role.name())));
    }
}
