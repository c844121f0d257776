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
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.PersonId;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.Seals;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.refusal.Conflict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The second factor: an authenticator app (RFC 6238) or a passkey, and ten printed backup codes. A
 * lost one is replaced after a backup code, or after an officer identified the person face to face.
 */
@Component
public class SecondFactor {
    /** How long a release by an officer may be used. */
    public static final Duration RELEASE_LASTS = Duration.ofMinutes(30);

    private static final int BACKUP_CODES = 10;
    private static final String TRIES = "factor";

    private final SecureRandom random = new SecureRandom();
    private final TenantTransactions transactions;
    private final FactorRows factors;
    private final AccountRows accounts;
    private final OneTimeCodes codes;
    private final Tries tries;
    private final Seals seals;
    private final Permissions permissions;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactor(
            TenantTransactions transactions,
            FactorRows factors,
            AccountRows accounts,
            OneTimeCodes codes,
            Tries tries,
            Seals seals,
            Permissions permissions,
            Notifications notifications,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.accounts = accounts;
        this.codes = codes;
        this.tries = tries;
        this.seals = seals;
        this.permissions = permissions;
        this.notifications = notifications;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What a shown code came to. */
    public sealed interface Outcome {
        /** The code is right. */
        record Proven() implements Outcome {}

        /**
         * Wrong, used before, or too old.
         *
         * @param left tries before the block
         */
        record Wrong(int left) implements Outcome {}

        /** Too many tries. */
        record Blocked(Instant until) implements Outcome {}

        /**
         * A passkey that does not count.
         *
         * @param findingCode says why
         */
        record Refused(String findingCode) implements Outcome {}
    }

    /** Whether the account has an authenticator app. */
    public boolean hasAuthenticator(LocalGovernmentId government, AccountId account) {
        return transactions.inTenant(government, () -> factors.hasAuthenticator(account));
    }

    /** Whether the account has a second factor: an authenticator app, or a passkey. */
    public boolean isEnrolled(LocalGovernmentId government, AccountId account) {
        return transactions.inTenant(government, () -> factors.isConfirmed(account));
    }

    public int backupCodesLeft(Actor actor) {
        return transactions.inTenant(
                actor.government(), () -> factors.backupCodesLeft(actor.account()));
    }

    /**
     * Whether the actor may enrol a new authenticator now: the first one, or a replacement with the
     * second factor freshly shown, or after an officer's release.
     */
    public boolean mayEnrol(Actor actor) {
        return transactions.inTenant(actor.government(), () -> mayEnrolHere(actor));
    }

    private boolean mayEnrolHere(Actor actor) {
        return !factors.isConfirmed(actor.account())
                || permissions.hasFreshFactor(actor)
                || factors.isReleased(actor.account(), clock.instant());
    }

    /**
     * The secret to be enrolled, in Base32; the same until it is confirmed.
     *
     * @throws Conflict {@code factor.enrolled} when there is one and it was not shown
     */
    public String pendingSecret(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    requireMayEnrol(actor);
                    AccountId account = actor.account();
                    byte[] secret =
                            factors.byAccount(account)
                                    .flatMap(FactorRows.FactorRow::pending)
                                    .map(sealed -> open(actor.government(), account, sealed))
                                    .orElseGet(() -> newPending(actor));
                    return Totp.base32(secret);
                });
    }

    private byte[] newPending(Actor actor) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        factors.keepPending(
                actor.account(),
                seals.seal(
                        KeyPurpose.SECOND_FACTOR,
                        actor.government(),
                        secret,
                        context(actor.account())));
        return secret;
    }

    /** What the confirmation of a new authenticator came to. */
    public sealed interface Enrolment {
        /**
         * It is the second factor from now on; the old one and its backup codes are void.
         *
         * @param backupCodes shown once, kept as hashes
         */
        record Confirmed(List<String> backupCodes) implements Enrolment {}

        /** The code is not the one of the shown secret. */
        record Wrong(int left) implements Enrolment {}

        /** Too many tries. */
        record Blocked(Instant until) implements Enrolment {}
    }

    /** Confirms the pending secret by its first code: a change of means. */
    public Enrolment confirm(Actor actor, SecretBytes code) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    requireMayEnrol(actor);
                    Enrolment outcome = judge(actor, code);
                    record(
                            actor,
                            "identity.enrol-factor",
                            switch (outcome) {
                                case Enrolment.Confirmed _ -> "CONFIRMED";
                                case Enrolment.Wrong _ -> "WRONG";
                                case Enrolment.Blocked _ -> "BLOCKED";
                            });
                    return outcome;
                });
    }

    private Enrolment judge(Actor actor, SecretBytes code) {
        AccountId account = actor.account();
        Instant now = clock.instant();
        return switch (tries.begin(TRIES, account.toString(), Tries.LIMIT)) {
            case Tries.Turn.Blocked(Instant until) -> new Enrolment.Blocked(until);
            case Tries.Turn.Granted(int left) -> {
                OptionalLong step =
                        factors.byAccount(account)
                                .flatMap(FactorRows.FactorRow::pending)
                                .map(sealed ->
                                        stepOf(actor.government(), account, sealed, code, now, 0))
                                .orElse(OptionalLong.empty());
                if (step.isEmpty()) {
                    yield new Enrolment.Wrong(left);
                }
                tries.succeeded(TRIES, account.toString());
                boolean another = factors.isConfirmed(account);
                endReleased(actor, now);
                if (another) {
                    tell(actor.government(), account, "identity.factor-replaced");
                }
                factors.confirm(account, step.getAsLong(), now);
                meansChanged(actor, IdentityChanged.Means.SECOND_FACTOR, now);
                yield new Enrolment.Confirmed(freshBackupCodes(account, now));
            }
        };
    }

    private void meansChanged(Actor actor, IdentityChanged.Means means, Instant now) {
        accounts.meansChanged(actor.account(), now);
        events.publishEvent(new IdentityChanged(actor.government(), actor.account(), means, now));
    }

    /**
     * A passkey joins the second factors, in the open transaction and before it is kept: a change
     * of means. After an officer's release everything lost is void, as with a new authenticator.
     *
     * @return backup codes to show once; empty while the account has some
     */
    public List<String> joinedByPasskey(Actor actor) {
        Instant now = clock.instant();
        boolean released = endReleased(actor, now);
        if (released) {
            factors.removeAuthenticator(actor.account());
        }
        meansChanged(actor, IdentityChanged.Means.PASSKEY, now);
        return released || factors.backupCodesLeft(actor.account()) == 0
                ? freshBackupCodes(actor.account(), now)
                : List.of();
    }

    /** A passkey went, in the open transaction: a change of means. */
    public void passkeysChanged(Actor actor) {
        meansChanged(actor, IdentityChanged.Means.PASSKEY, clock.instant());
    }

    /** Whose second factors these are. */
    public PersonId personOf(AccountId account) {
        return accounts.byId(account).orElseThrow().person();
    }

    /** Uses up a release that was needed because nothing was shown: the passkeys are lost too. */
    private boolean endReleased(Actor actor, Instant now) {
        boolean needed = factors.isConfirmed(actor.account()) && !permissions.hasFreshFactor(actor);
        if (needed) {
            factors.removePasskeys(actor.account());
        }
        factors.useRelease(actor.account(), now);
        return needed;
    }

    /** New backup codes; the old ones are void. */
    public List<String> renewBackupCodes(Actor actor) {
        permissions.require(actor, "identity.renew-backup-codes", "*", Set.of(Scope.OWN));
        return transactions.inTenant(
                actor.government(),
                () -> {
                    List<String> fresh = freshBackupCodes(actor.account(), clock.instant());
                    record(actor, "identity.renew-backup-codes", "RENEWED");
                    return fresh;
                });
    }

    private List<String> freshBackupCodes(AccountId account, Instant now) {
        List<String> fresh = Stream.generate(codes::make).limit(BACKUP_CODES).toList();
        factors.replaceBackupCodes(
                account, fresh.stream().map(code -> codes.hash("backup", code)).toList(), now);
        return fresh;
    }

    /** Judges a code of the authenticator; each time step counts once. */
    public Outcome prove(Actor actor, SecretBytes code) {
        return proveBy(actor, "TOTP", _ -> isCode(actor.government(), actor.account(), code));
    }

    /**
     * Whether it is the account's code now, in the open transaction; each counts once. The caller
     * counts the tries.
     */
    boolean isCode(LocalGovernmentId government, AccountId account, SecretBytes code) {
        OptionalLong step =
                factors.byAccount(account)
                        .flatMap(row ->
                                row.secret()
                                        .map(sealed ->
                                                stepOf(
                                                        government,
                                                        account,
                                                        sealed,
                                                        code,
                                                        clock.instant(),
                                                        row.lastStep())))
                        .orElse(OptionalLong.empty());
        step.ifPresent(used -> factors.used(account, used));
        return step.isPresent();
    }

    /** Judges a backup code; each counts once. */
    public Outcome proveByBackupCode(Actor actor, SecretBytes code) {
        return proveBy(
                actor,
                "BACKUP_CODE",
                now ->
                        factors.useBackupCode(
                                actor.account(),
                                codes.hash(
                                        "backup",
                                        code.reveal(bytes ->
                                                new String(bytes, StandardCharsets.US_ASCII))),
                                now));
    }

    private Outcome proveBy(Actor actor, String by, java.util.function.Predicate<Instant> isRight) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    String subject = actor.account().toString();
                    Outcome outcome =
                            switch (tries.begin(TRIES, subject, Tries.LIMIT)) {
                                case Tries.Turn.Blocked(Instant until) ->
                                        new Outcome.Blocked(until);
                                case Tries.Turn.Granted(int left) ->
                                        isRight.test(clock.instant())
                                                ? new Outcome.Proven()
                                                : new Outcome.Wrong(left);
                            };
                    if (outcome instanceof Outcome.Proven) {
                        tries.succeeded(TRIES, subject);
                    }
                    audit.record(
                            new AuditRecord(
                                    "identity.prove-factor",
                                    actor.account().value(),
                                    "account",
                                    actor.account().value(),
                                    switch (outcome) {
                                        case Outcome.Proven _ -> "PROVEN";
                                        case Outcome.Wrong _ -> "WRONG";
                                        case Outcome.Blocked _ -> "BLOCKED";
                                        case Outcome.Refused _ -> "REFUSED";
                                    },
                                    Map.of("by", by)));
                    return outcome;
                });
    }

    /**
     * An officer compared the e-KTP with the person before them: the lost factor may be enrolled
     * anew for {@link #RELEASE_LASTS}.
     */
    public void release(Actor officer, AccountId account) {
        permissions.require(
                officer,
                "identity.reset-factor",
                "*",
                Set.of(account.equals(officer.account()) ? Scope.OWN : Scope.OTHERS));
        transactions.inTenant(
                officer.government(),
                () -> {
                    Instant now = clock.instant();
                    UUID by = officer.account().value();
                    factors.release(account, by, now, now.plus(RELEASE_LASTS));
                    audit.record(
                            new AuditRecord(
                                    "identity.reset-factor",
                                    by,
                                    "account",
                                    account.value(),
                                    "RELEASED",
                                    Map.of("seen", "e-KTP")));
                    tell(officer.government(), account, "identity.factor-released");
                });
    }

    /** The owner hears of it, whoever did it. */
    private void tell(LocalGovernmentId government, AccountId account, String messageKey) {
        notifications.tell(government, personOf(account), messageKey, Map.of(), "/akun", List.of());
    }

    private void requireMayEnrol(Actor actor) {
        if (!mayEnrolHere(actor)) {
            throw new Conflict("factor.enrolled");
        }
    }

    private OptionalLong stepOf(
            LocalGovernmentId government,
            AccountId account,
            byte[] sealed,
            SecretBytes code,
            Instant now,
            long lastStep) {
        byte[] secret = open(government, account, sealed);
        try {
            return code.reveal(typed -> Totp.step(secret, typed, now, lastStep));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private byte[] open(LocalGovernmentId government, AccountId account, byte[] sealed) {
        return seals.open(KeyPurpose.SECOND_FACTOR, government, sealed, context(account));
    }

    private static String context(AccountId account) {
        return "second_factor.secret/" + account;
    }

    private void record(Actor actor, String command, String outcome) {
        audit.record(
                new AuditRecord(
                        command,
                        actor.account().value(),
                        "account",
                        actor.account().value(),
                        outcome,
                        Map.of()));
    }
}
