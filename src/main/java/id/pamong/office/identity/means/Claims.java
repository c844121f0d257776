package id.pamong.office.identity.means;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.IdentityChanged;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.identity.means.AccountRows.AccountRow;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.regulation.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How a person takes their account, or sets a forgotten password anew: NIP and NIK as the office
 * knows them, and a one-time code that reached the person by official e-mail or on a printed sheet.
 * Nobody else ever sets or sees the password.
 */
@Component
public class Claims {
    private static final Duration MAILED_CODE_LASTS = Duration.ofMinutes(30);
    private static final Duration SHEET_CODE_LASTS = Duration.ofDays(14);
    private static final String TRIES = "claim";

    private final TenantTransactions transactions;
    private final People people;
    private final AccountRows accounts;
    private final ClaimRows claims;
    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final Tries tries;
    private final AddressTries addresses;
    private final Notifications notifications;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            TenantTransactions transactions,
            People people,
            AccountRows accounts,
            ClaimRows claims,
            OneTimeCodes codes,
            Passwords passwords,
            PasswordRule rule,
            Tries tries,
            AddressTries addresses,
            Notifications notifications,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.claims = claims;
        this.codes = codes;
        this.passwords = passwords;
        this.rule = rule;
        this.tries = tries;
        this.addresses = addresses;
        this.notifications = notifications;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What a claim came to. */
    public sealed interface Outcome {
        /** The account is the person's; the password is set. */
        record Claimed(AccountId account) implements Outcome {}

        /** Nothing was set; the findings say why, all at once. */
        record NotYet(List<Finding> findings) implements Outcome {}

        /** Too many tries. */
        record Blocked(Instant until) implements Outcome {}
    }

    /**
     * Mails a code to the official e-mail of the person with these numbers, if there is one. The
     * answer says nothing about it; only a block is told.
     *
     * @return until when further requests are blocked
     */
    public Optional<Instant> requestCode(
            LocalGovernmentId government, String nip, String nik, String address) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<Instant> blocked =
                            flooded(address).or(() -> blocked("claim-mail", nip, nik));
                    addresses.failed(TRIES, address, both(nip, nik));
                    Optional<Person> person =
                            blocked.isPresent()
                                    ? Optional.empty()
                                    : personOf(government, nip, nik)
                                            .filter(known -> known.officialEmail() != null);
                    person.ifPresent(known -> mail(government, known));
                    record(
                            null,
                            "identity.claim",
                            person.map(Person::id).orElse(null),
                            blocked.isPresent()
                                    ? "BLOCKED"
                                    : person.isPresent() ? "CODE_MAILED" : "NO_CODE");
                    return blocked;
                });
    }

    private void mail(LocalGovernmentId government, Person person) {
        String email = person.officialEmail();
        if (email == null) {
            return;
        }
        String code = codes.make();
        Instant now = clock.instant();
        claims.make(
                person.id(),
                codes.hash("claim", code),
                ClaimRows.Channel.EMAIL,
                now,
                now.plus(MAILED_CODE_LASTS),
                null);
        notifications.mail(government, email, "identity.claim-code", Map.of("code", code));
    }

    /** Makes a code for a printed sheet or the first run; returned once, kept as a hash. */
    public String sheetCode(LocalGovernmentId government, PersonId person, @Nullable UUID by) {
        return transactions.inTenant(
                government,
                () -> {
                    String code = codes.make();
                    Instant now = clock.instant();
                    claims.make(
                            person,
                            codes.hash("claim", code),
                            ClaimRows.Channel.SHEET,
                            now,
                            now.plus(SHEET_CODE_LASTS),
                            by);
                    return code;
                });
    }

    /**
     * Claims the account with the code and the new password, typed twice. The code cannot be
     * guessed, so a right one counts whatever else comes from the address.
     */
    public Outcome claim(
            LocalGovernmentId government,
            String nip,
            String nik,
            String code,
            Optional<SecretBytes> password,
            Optional<SecretBytes> repeat,
            String address) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<Person> person = personOf(government, nip, nik);
                    List<Finding> findings = new ArrayList<>();
                    if (code.isBlank()) {
                        findings.add(Finding.blocking("claim.code-missing", "code"));
                    }
                    findings.addAll(rule.check(password, repeat, person));
                    if (!findings.isEmpty() || password.isEmpty()) {
                        record(null, "identity.claim", idOf(person), "NOT_YET");
                        return new Outcome.NotYet(findings);
                    }
                    Optional<Instant> blocked = blocked(TRIES, nip, nik);
                    if (blocked.isPresent()) {
                        record(null, "identity.claim", idOf(person), "BLOCKED");
                        return new Outcome.Blocked(blocked.get());
                    }
                    Instant now = clock.instant();
                    if (person.isEmpty()
                            || !claims.use(person.get().id(), codes.hash("claim", code), now)) {
                        Optional<Instant> flooded = flooded(address);
                        addresses.failed(TRIES, address, both(nip, nik));
                        if (flooded.isPresent()) {
                            record(null, "identity.claim", idOf(person), "BLOCKED");
                            return new Outcome.Blocked(flooded.get());
                        }
                        record(null, "identity.claim", idOf(person), "WRONG_CODE");
                        return new Outcome.NotYet(
                                List.of(Finding.blocking("claim.code-wrong", "code")));
                    }
                    return new Outcome.Claimed(
                            take(
                                    government,
                                    person.get().id(),
                                    password.get(),
                                    both(nip, nik),
                                    address,
                                    now));
                });
    }

    private AccountId take(
            LocalGovernmentId government,
            PersonId person,
            SecretBytes password,
            String numbers,
            String address,
            Instant now) {
        String hash = passwords.hash(password);
        Optional<AccountRow> known = accounts.byPerson(person);
        AccountId account = known.map(AccountRow::id).orElse(new AccountId(UUID.randomUUID()));
        if (known.isPresent()) {
            accounts.changePassword(account, hash, now);
        } else {
            accounts.insert(account, person, hash, now);
        }
        claims.endAll(person);
        tries.succeeded(TRIES, numbers);
        tries.succeeded("claim-mail", numbers);
        addresses.resolved(TRIES, address, numbers);
        events.publishEvent(
                new IdentityChanged(government, account, IdentityChanged.Means.PASSWORD, now));
        audit.record(
                new AuditRecord(
                        "identity.claim",
                        account.value(),
                        "account",
                        account.value(),
                        known.isPresent() ? "PASSWORD_SET_ANEW" : "CLAIMED",
                        Map.of()));
        if (known.isPresent()) {
            tell(government, person);
        }
        return account;
    }

    /** What a change of password came to. */
    public sealed interface Change {
        /** The password is the new one; other sessions of the account end. */
        record Changed() implements Change {}

        /** Nothing was changed; the findings say why, all at once. */
        record NotYet(List<Finding> findings) implements Change {}
    }

    /** Changes the password of the one who acts: a change of means. */
    public Change changePassword(
            Actor actor,
            Optional<SecretBytes> current,
            Optional<SecretBytes> password,
            Optional<SecretBytes> repeat) {
        permissions.require(actor, "identity.change-password", "*", Set.of(Scope.OWN));
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Person person = people.get(actor.government(), actor.person());
                    List<Finding> findings =
                            new ArrayList<>(rule.check(password, repeat, Optional.of(person)));
                    AccountRow row = accounts.byId(actor.account()).orElseThrow();
                    if (current.isEmpty()
                            || !passwords.matches(current.get(), row.passwordHash())) {
                        findings.add(Finding.blocking("password.current-wrong", "password"));
                    }
                    if (!findings.isEmpty() || password.isEmpty()) {
                        record(actor, "identity.change-password", actor.person(), "NOT_YET");
                        return new Change.NotYet(findings);
                    }
                    Instant now = clock.instant();
                    accounts.changePassword(actor.account(), passwords.hash(password.get()), now);
                    events.publishEvent(
                            new IdentityChanged(
                                    actor.government(),
                                    actor.account(),
                                    IdentityChanged.Means.PASSWORD,
                                    now));
                    record(actor, "identity.change-password", actor.person(), "CHANGED");
                    tell(actor.government(), actor.person());
                    return new Change.Changed();
                });
    }

    /** The owner hears of it, whoever did it. */
    private void tell(LocalGovernmentId government, PersonId person) {
        notifications.tell(
                government, person, "identity.password-changed", Map.of(), "/akun", List.of());
    }

    /** Counts a try of the person with both numbers; nobody blocks another by the NIP alone. */
    private Optional<Instant> blocked(String kind, String nip, String nik) {
        return tries.begin(kind, both(nip, nik), Tries.LIMIT) instanceof Tries.Turn.Blocked blocked
                ? Optional.of(blocked.until())
                : Optional.empty();
    }

    private static String both(String nip, String nik) {
        return digits(nip) + "/" + digits(nik);
    }

    private Optional<Instant> flooded(String address) {
        return addresses.reached(TRIES, address, AddressTries.FLOOD)
                ? Optional.of(addresses.later())
                : Optional.empty();
    }

    /** Both numbers must be the same person's; a person without NIP leaves it empty. */
    private Optional<Person> personOf(LocalGovernmentId government, String nip, String nik) {
        Optional<Person> byNik = people.byNik(government, digits(nik));
        return byNik.filter(person ->
                person.nip() == null ? digits(nip).isEmpty() : person.nip().equals(digits(nip)));
    }

    private static @Nullable PersonId idOf(Optional<Person> person) {
        return person.map(Person::id).orElse(null);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private void record(
            @Nullable Actor actor, String command, @Nullable PersonId person, String outcome) {
        audit.record(
                new AuditRecord(
                        command,
                        actor == null ? null : actor.account().value(),
                        "person",
                        person == null ? null : person.value(),
                        outcome,
                        Map.of()));
    }
}
