package id.pamong.office.identity.means;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.means.AccountRows.AccountRow;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.protection.SecretBytes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sign-in by NIP or official e-mail and password. What comes back is the same, and takes as long,
 * whether the account exists or not.
 */
@Component
public class SignIn {
    private final TenantTransactions transactions;
    private final People people;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final AuditTrail audit;

    SignIn(
            TenantTransactions transactions,
            People people,
            AccountRows accounts,
            Passwords passwords,
            Tries tries,
            AuditTrail audit) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.audit = audit;
    }

    /** What a try to sign in came to. */
    public sealed interface Outcome {
        /** The password is the account's. */
        record Welcome(AccountId account) implements Outcome {}

        /**
         * Unknown account or wrong password.
         *
         * @param left tries before the block
         */
        record Wrong(int left) implements Outcome {}

        /** Too many tries for this account, or from this address. */
        record Blocked(Instant until) implements Outcome {}
    }

    /**
     * Judges one try and leaves an audit record of it.
     *
     * @param who NIP, with or without spaces, or official e-mail
     * @param address network address of the browser, for counting only
     */
    public Outcome signIn(
            LocalGovernmentId government, String who, SecretBytes password, String address) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<AccountRow> account =
                            personOf(government, who).map(Person::id).flatMap(accounts::byPerson);
                    Outcome outcome = judge(subject(who), account, password, address);
                    audit.record(
                            new AuditRecord(
                                    "identity.sign-in",
                                    outcome instanceof Outcome.Welcome welcome
                                            ? welcome.account().value()
                                            : null,
                                    "account",
                                    account.map(row -> row.id().value()).orElse(null),
                                    code(outcome),
                                    Map.of()));
                    return outcome;
                });
    }

    private Outcome judge(
            String who, Optional<AccountRow> account, SecretBytes password, String address) {
        if (tries.begin("address", address, Tries.ADDRESS_LIMIT)
                instanceof Tries.Turn.Blocked blocked) {
            return new Outcome.Blocked(blocked.until());
        }
        return switch (tries.begin("account", who, Tries.LIMIT)) {
            case Tries.Turn.Blocked(Instant until) -> new Outcome.Blocked(until);
            case Tries.Turn.Granted(int left) -> {
                if (account.isEmpty()) {
                    passwords.pretend(password);
                } else if (passwords.matches(password, account.get().passwordHash())) {
                    tries.succeeded("account", who);
                    tries.succeeded("address", address);
                    yield new Outcome.Welcome(account.get().id());
                }
                yield new Outcome.Wrong(left);
            }
        };
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Welcome _ -> "SIGNED_IN";
            case Outcome.Wrong _ -> "WRONG";
            case Outcome.Blocked _ -> "BLOCKED";
        };
    }

    private Optional<Person> personOf(LocalGovernmentId government, String who) {
        String normal = subject(who);
        return normal.indexOf('@') > 0
                ? people.byOfficialEmail(government, normal)
                : people.byNip(government, normal);
    }

    private static String subject(String who) {
        return who.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }
}
