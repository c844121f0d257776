package id.pamong.office.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Scope;
import id.pamong.office.identity.means.SecondFactor;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.NotFound;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enrols, names, lists and removes passkeys, and judges those that are shown. */
@Component
public class Passkeys {
    /** Passkeys of one account. */
    public static final int MOST = 10;

    /** Characters of a passkey's name. */
    public static final int LONGEST_LABEL = 60;

    private final TenantTransactions transactions;
    private final PasskeyRows rows;
    private final PasskeyChecks checks;
    private final Challenges challenges;
    private final SecondFactor factor;
    private final Permissions permissions;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    Passkeys(
            TenantTransactions transactions,
            PasskeyRows rows,
            PasskeyChecks checks,
            Challenges challenges,
            SecondFactor factor,
            Permissions permissions,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.checks = checks;
        this.challenges = challenges;
        this.factor = factor;
        this.permissions = permissions;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Passkey> of(Actor actor) {
        return transactions.inTenant(actor.government(), () -> rows.of(actor.account()));
    }

    /** A challenge in Base64url, and the passkeys that the account has already. */
    record Asked(String challenge, List<PasskeyRows.Descriptor> known) {}

    /**
     * @throws Conflict {@code factor.enrolled} when the second factor must be shown first
     */
    Asked askToEnrol(Actor actor) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    requireMayEnrol(actor);
                    return ask(actor, Challenges.Purpose.ENROL);
                });
    }

    Asked askToProve(Actor actor) {
        return transactions.inTenant(
                actor.government(), () -> ask(actor, Challenges.Purpose.PROVE));
    }

    private Asked ask(Actor actor, Challenges.Purpose purpose) {
        return new Asked(
                base64(challenges.make(actor.government(), purpose, actor.account().toString())),
                rows.descriptors(actor.account()));
    }

    /** Any passkey of this local government may answer. */
    byte[] askToSignIn(LocalGovernmentId government) {
        return transactions.inTenant(
                government, () -> challenges.make(government, Challenges.Purpose.SIGN_IN, ""));
    }

    /** What an enrolment came to. */
    public sealed interface Enrolment {
        /**
         * The passkey counts from now on.
         *
         * @param backupCodes shown once, when the account had none left
         */
        record Enrolled(List<String> backupCodes) implements Enrolment {}

        /** It does not count. */
        record Refused(PasskeyProblem problem) implements Enrolment {}

        /** The account has {@link #MOST} already. */
        record TooMany() implements Enrolment {}
    }

    /**
     * Enrols the passkey that the browser just made: a change of means.
     *
     * @param json {@code RegistrationResponseJSON} of the browser
     * @param label name that the owner gives it, not empty
     */
    public Enrolment enrol(Actor actor, String json, String label) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    requireMayEnrol(actor);
                    Enrolment outcome = judge(actor, json, shortened(label));
                    record(
                            "identity.add-passkey",
                            actor.account(),
                            switch (outcome) {
                                case Enrolment.Enrolled _ -> "ENROLLED";
                                case Enrolment.Refused(var problem) -> problem.name();
                                case Enrolment.TooMany _ -> "TOO_MANY";
                            });
                    return outcome;
                });
    }

    private Enrolment judge(Actor actor, String json, String label) {
        if (rows.of(actor.account()).size() >= MOST) {
            return new Enrolment.TooMany();
        }
        Optional<RegistrationData> read = checks.readNew(json);
        if (read.isEmpty()) {
            return new Enrolment.Refused(PasskeyProblem.UNREADABLE);
        }
        byte[] challenge = PasskeyChecks.challengeOf(read.get());
        Optional<PasskeyProblem> stale =
                problemOf(
                        actor.government(),
                        Challenges.Purpose.ENROL,
                        actor.account().toString(),
                        challenge);
        if (stale.isPresent()) {
            return new Enrolment.Refused(stale.get());
        }
        return switch (checks.judgeNew(read.get(), actor.account())) {
            case PasskeyChecks.Judged.Bad(var problem) -> new Enrolment.Refused(problem);
            case PasskeyChecks.Judged.Good(var row, var credential) -> {
                Instant now = clock.instant();
                if (!rows.useChallenge(challenge, Challenges.expiry(challenge), now)) {
                    yield new Enrolment.Refused(PasskeyProblem.USED);
                }
                List<String> codes = factor.joinedByPasskey(actor);
                if (!rows.add(row, credential, label, now)) {
                    throw new Conflict("passkey.taken");
                }
                tell(actor, "identity.passkey-added");
                yield new Enrolment.Enrolled(codes);
            }
        };
    }

    /** Goes on when the passkey is one's own. */
    public void requireOwn(Actor actor, UUID passkey) {
        if (of(actor).stream().noneMatch(one -> one.id().equals(passkey))) {
            throw new NotFound("passkey.not-found");
        }
    }

    /** Gives one's own passkey another name. */
    public void rename(Actor actor, UUID passkey, String label) {
        permissions.require(actor, "identity.name-passkey", "*", Set.of(Scope.OWN));
        transactions.inTenant(
                actor.government(),
                () -> {
                    if (!rows.rename(actor.account(), passkey, shortened(label))) {
                        throw new NotFound("passkey.not-found");
                    }
                    record("identity.name-passkey", actor.account(), "NAMED");
                });
    }

    /**
     * Removes one's own passkey: a change of means.
     *
     * @throws Conflict {@code passkey.last} when it is the only second factor of the account
     */
    public void remove(Actor actor, UUID passkey) {
        permissions.require(actor, "identity.remove-passkey", "*", Set.of(Scope.OWN));
        transactions.inTenant(
                actor.government(),
                () -> {
                    if (!rows.remove(actor.account(), passkey)) {
                        throw new NotFound("passkey.not-found");
                    }
                    if (!factor.isEnrolled(actor.government(), actor.account())) {
                        throw new Conflict("passkey.last");
                    }
                    factor.passkeysChanged(actor);
                    record("identity.remove-passkey", actor.account(), "REMOVED");
                    tell(actor, "identity.passkey-removed");
                });
    }

    /** What a passkey that was shown to sign in came to. */
    public sealed interface Outcome {
        /** It is the account's, and its owner was verified: the second factor is shown too. */
        record Welcome(AccountId account) implements Outcome {}

        /** Nobody is signed in. */
        record Refused(PasskeyProblem problem) implements Outcome {}
    }

    /**
     * Judges a passkey that was shown without a name; leaves an audit record.
     *
     * @param json {@code AuthenticationResponseJSON} of the browser
     */
    public Outcome signIn(LocalGovernmentId government, String json) {
        return transactions.inTenant(
                government,
                () -> {
                    Shown shown = judge(government, Challenges.Purpose.SIGN_IN, null, json);
                    record(
                            "identity.sign-in",
                            shown.account(),
                            shown.problem().map(PasskeyProblem::name).orElse("SIGNED_IN"));
                    AccountId account = shown.account();
                    return shown.problem().isPresent() || account == null
                            ? new Outcome.Refused(shown.problem().orElse(PasskeyProblem.UNKNOWN))
                            : new Outcome.Welcome(account);
                });
    }

    /** Judges one's own passkey as the second factor. */
    public SecondFactor.Outcome prove(Actor actor, String json) {
        return transactions.inTenant(
                actor.government(),
                () -> {
                    Optional<PasskeyProblem> problem =
                            judge(
                                            actor.government(),
                                            Challenges.Purpose.PROVE,
                                            actor.account(),
                                            json)
                                    .problem();
                    record(
                            "identity.prove-factor",
                            actor.account(),
                            problem.map(PasskeyProblem::name).orElse("PROVEN"));
                    return problem.isEmpty()
                            ? new SecondFactor.Outcome.Proven()
                            : new SecondFactor.Outcome.Refused(problem.get().findingCode());
                });
    }

    private record Shown(@Nullable AccountId account, Optional<PasskeyProblem> problem) {}

    /**
     * @param expected whose passkey it must be, or null when its owner is looked for
     */
    private Shown judge(
            LocalGovernmentId government,
            Challenges.Purpose purpose,
            @Nullable AccountId expected,
            String json) {
        Optional<AuthenticationData> read = checks.readShown(json);
        if (read.isEmpty()) {
            return new Shown(expected, Optional.of(PasskeyProblem.UNREADABLE));
        }
        byte[] challenge = PasskeyChecks.challengeOf(read.get());
        Optional<PasskeyProblem> stale =
                problemOf(
                        government,
                        purpose,
                        expected == null ? "" : expected.toString(),
                        challenge);
        Optional<PasskeyRows.Row> row =
                rows.hold(read.get().getCredentialId())
                        .filter(found ->
                                expected == null
                                        ? isOwner(read.get().getUserHandle(), found.account())
                                        : found.account().equals(expected));
        if (stale.isPresent() || row.isEmpty()) {
            return new Shown(expected, Optional.of(stale.orElse(PasskeyProblem.UNKNOWN)));
        }
        return new Shown(row.get().account(), problemOf(government, read.get(), row.get()));
    }

    private Optional<PasskeyProblem> problemOf(
            LocalGovernmentId government, AuthenticationData read, PasskeyRows.Row row) {
        if (row.suspended()) {
            return Optional.of(PasskeyProblem.SUSPENDED);
        }
        Instant now = clock.instant();
        Optional<PasskeyProblem> problem = checks.judgeShown(read, row);
        if (problem.isPresent()) {
            if (problem.get() == PasskeyProblem.COPIED) {
                rows.suspend(row.id(), now);
                tell(government, factor.personOf(row.account()), "identity.passkey-suspended");
            }
            return problem;
        }
        byte[] challenge = PasskeyChecks.challengeOf(read);
        if (!rows.useChallenge(challenge, Challenges.expiry(challenge), now)) {
            return Optional.of(PasskeyProblem.USED);
        }
        rows.used(
                row.id(),
                read.getAuthenticatorData().getSignCount(),
                read.getAuthenticatorData().isFlagBS(),
                now);
        return Optional.empty();
    }

    private Optional<PasskeyProblem> problemOf(
            LocalGovernmentId government,
            Challenges.Purpose purpose,
            String subject,
            byte[] challenge) {
        return switch (challenges.judge(government, purpose, subject, challenge)) {
            case OPEN -> Optional.empty();
            case EXPIRED -> Optional.of(PasskeyProblem.EXPIRED);
            case NOT_OURS -> Optional.of(PasskeyProblem.NOT_ASKED);
        };
    }

    private void requireMayEnrol(Actor actor) {
        if (!factor.mayEnrol(actor)) {
            throw new Conflict("factor.enrolled");
        }
    }

    /** The handle under which authenticators keep the account: its id, nothing personal. */
    static byte[] handle(AccountId account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isOwner(byte @Nullable [] handle, AccountId account) {
        return handle != null && Arrays.equals(handle, handle(account));
    }

    private static String shortened(String label) {
        String printable = label.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        return printable.isEmpty()
                ? "?"
                : printable.substring(0, Math.min(LONGEST_LABEL, printable.length()));
    }

    private void tell(Actor actor, String messageKey) {
        tell(actor.government(), actor.person(), messageKey);
    }

    private void tell(LocalGovernmentId government, PersonId person, String messageKey) {
        notifications.tell(
                government, person, messageKey, Map.of(), "/akun/kunci-sandi", List.of());
    }

    private void record(String command, @Nullable AccountId account, String outcome) {
        UUID id = account == null ? null : account.value();
        audit.record(
                new AuditRecord(
                        command,
                        outcome.equals("SIGNED_IN") || !command.equals("identity.sign-in")
                                ? id
                                : null,
                        "account",
                        id,
                        outcome,
                        Map.of("by", "PASSKEY")));
    }
}
