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
 *
 * <p>Five wrong passwords block an account for fifteen minutes, and thirty unresolved failures make
 * an address suspicious. Neither locks its owners out: a browser that is known to the account has
 * tries of its own, and elsewhere the code of the authenticator beside the password is proof
 * enough. Both are judged together, so that nobody learns which of them was wrong.
 */
@Component
public class SignIn {
    private static final String ADDRESS = "sign-in";

    /** Tries with a code, for one account. */
    private static final int PROOFS = 10;

    private final TenantTransactions transactions;
    private final People people;
    private final AccountRows accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final AddressTries addresses;
    private final KnownBrowsers browsers;
    private final SecondFactor factor;
    private final AuditTrail audit;

    SignIn(
            TenantTransactions transactions,
            People people,
            AccountRows accounts,
            Passwords passwords,
            Tries tries,
            AddressTries addresses,
            KnownBrowsers browsers,
            SecondFactor factor,
            AuditTrail audit) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.addresses = addresses;
        this.browsers = browsers;
        this.factor = factor;
        this.audit = audit;
    }

    /**
     * One try.
     *
     * @param who NIP, with or without spaces, or official e-mail
     * @param code of the authenticator, judged only where it is asked for
     * @param address network address of the browser, for counting only
     * @param browser cookie of {@link KnownBrowsers}, empty when there is none
     */
    public record Try(
            String who,
            SecretBytes password,
            Optional<SecretBytes> code,
            String address,
            String browser) {}

    /** What a try to sign in came to. */
    public sealed interface Outcome {
        /**
         * The password is the account's.
         *
         * @param proven whether the second factor was shown with it
         */
        record Welcome(AccountId account, boolean proven) implements Outcome {}

        /**
         * Unknown account or wrong password.
         *
         * @param left tries before the block
         */
        record Wrong(int left) implements Outcome {}

        /** Password and code do not belong together, or there is no such account. */
        record WrongTogether() implements Outcome {}

        /** Too many wrong passwords for this account: wait, or show the code too. */
        record Blocked(Instant until) implements Outcome {}

        /** Too many tries even with codes, or from a known browser: wait. */
        record Closed(Instant until) implements Outcome {}

        /** Much is tried in vain from this address: nothing was judged, show the code too. */
        record ProofNeeded() implements Outcome {}
    }

    /** Judges one try and leaves an audit record of it. */
    public Outcome signIn(LocalGovernmentId government, Try one) {
        return transactions.inTenant(
                government,
                () -> {
                    Optional<AccountRow> account =
                            personOf(government, one.who())
                                    .map(Person::id)
                                    .flatMap(accounts::byPerson);
                    Outcome outcome = judge(government, account, one);
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

    /** Judges the password of a known account, to confirm something of its owner's. */
    public Outcome confirm(LocalGovernmentId government, AccountId account, SecretBytes password) {
        return transactions.inTenant(
                government,
                () -> {
                    AccountRow row = accounts.byId(account).orElseThrow();
                    return switch (tries.begin("confirm", account.toString(), Tries.LIMIT)) {
                        case Tries.Turn.Blocked(Instant until) -> new Outcome.Closed(until);
                        case Tries.Turn.Granted(int left) -> {
                            if (!passwords.matches(password, row.passwordHash())) {
                                yield new Outcome.Wrong(left);
                            }
                            tries.succeeded("confirm", account.toString());
                            yield new Outcome.Welcome(account, false);
                        }
                    };
                });
    }

    private Outcome judge(LocalGovernmentId government, Optional<AccountRow> account, Try one) {
        Optional<String> known =
                account.flatMap(row -> browsers.known(government, row.id(), one.browser()));
        if (known.isPresent()) {
            return judgeKnown(account.get(), known.get(), one);
        }
        String who = subject(one.who());
        boolean suspicious = addresses.reached(ADDRESS, one.address(), AddressTries.SUSPICIOUS);
        Optional<Instant> blocked = tries.blockedUntil("account", who);
        if (suspicious || blocked.isPresent()) {
            return one.code().isPresent()
                    ? judgeTogether(government, account, who, one, one.code().get())
                    : blocked.<Outcome>map(Outcome.Blocked::new)
                            .orElseGet(Outcome.ProofNeeded::new);
        }
        return switch (tries.begin("account", who, Tries.LIMIT)) {
            case Tries.Turn.Blocked(Instant until) -> new Outcome.Blocked(until);
            case Tries.Turn.Granted(int left) -> {
                if (isRight(account, one.password())) {
                    tries.succeeded("account", who);
                    addresses.resolved(ADDRESS, one.address(), who);
                    yield new Outcome.Welcome(account.orElseThrow().id(), false);
                }
                addresses.failed(ADDRESS, one.address(), who);
                yield new Outcome.Wrong(left);
            }
        };
    }

    /** A browser that signed in before: no guesser can use up its tries. */
    private Outcome judgeKnown(AccountRow account, String browser, Try one) {
        String subject = account.id() + "/" + browser;
        return switch (tries.begin("browser", subject, Tries.LIMIT)) {
            case Tries.Turn.Blocked(Instant until) -> new Outcome.Closed(until);
            case Tries.Turn.Granted(int left) -> {
                if (passwords.matches(one.password(), account.passwordHash())) {
                    tries.succeeded("browser", subject);
                    yield new Outcome.Welcome(account.id(), false);
                }
                yield new Outcome.Wrong(left);
            }
        };
    }

    private Outcome judgeTogether(
            LocalGovernmentId government,
            Optional<AccountRow> account,
            String who,
            Try one,
            SecretBytes code) {
        return switch (tries.begin("proof", who, PROOFS)) {
            case Tries.Turn.Blocked(Instant until) -> new Outcome.Closed(until);
            case Tries.Turn.Granted _ -> {
                if (isRight(account, one.password())
                        && factor.isCode(government, account.orElseThrow().id(), code)) {
                    tries.succeeded("proof", who);
                    tries.succeeded("account", who);
                    addresses.resolved(ADDRESS, one.address(), who);
                    yield new Outcome.Welcome(account.orElseThrow().id(), true);
                }
                addresses.failed(ADDRESS, one.address(), who);
                yield new Outcome.WrongTogether();
            }
        };
    }

    private boolean isRight(Optional<AccountRow> account, SecretBytes password) {
        if (account.isEmpty()) {
            passwords.pretend(password);
            return false;
        }
        return passwords.matches(password, account.get().passwordHash());
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Welcome _ -> "SIGNED_IN";
            case Outcome.Wrong _, Outcome.WrongTogether _ -> "WRONG";
            case Outcome.Blocked _, Outcome.Closed _ -> "BLOCKED";
            case Outcome.ProofNeeded _ -> "PROOF_NEEDED";
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
