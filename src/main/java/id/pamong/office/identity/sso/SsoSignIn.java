package id.pamong.office.identity.sso;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.IdentityChanged;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.means.AccountRows;
import id.pamong.office.installation.PublicAddress;
import id.pamong.office.notification.Notifications;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.refusal.NotFound;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Signs people in by their government's single sign-on: authorization code with PKCE, state and
 * nonce. An identity opens only the account that its owner linked to it, and only while its NIP is
 * that account's.
 */
@Component
public class SsoSignIn {
    private final TenantTransactions transactions;
    private final SsoSettings settings;
    private final SsoRows rows;
    private final SsoTokens tokens;
    private final People people;
    private final AccountRows accounts;
    private final Notifications notifications;
    private final PublicAddress address;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SsoSignIn(
            TenantTransactions transactions,
            SsoSettings settings,
            SsoRows rows,
            SsoTokens tokens,
            People people,
            AccountRows accounts,
            Notifications notifications,
            PublicAddress address,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.rows = rows;
        this.tokens = tokens;
        this.people = people;
        this.accounts = accounts;
        this.notifications = notifications;
        this.address = address;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Why nobody is signed in. */
    public enum Problem {
        OFF,
        UNREACHABLE,
        REFUSED_THERE,
        NOT_ASKED,
        UNACCEPTABLE,
        NO_NIP,
        NO_ACCOUNT,
        ANOTHER_NIP,
        TAKEN
    }

    /** The way to the provider. */
    public sealed interface Begin {
        /** Where the browser goes, and what its session keeps. */
        record Go(URI to, SsoPending pending) implements Begin {}

        record Refused(Problem problem) implements Begin {}
    }

    /** Where the provider sends the browser back to. */
    public URI back(LocalGovernment government) {
        return URI.create(address.web() + "/" + government.slug() + "/masuk/sso/kembali");
    }

    public Begin begin(LocalGovernment government) {
        Optional<SsoProvider> provider = settings.active(government.id());
        if (provider.isEmpty()) {
            return new Begin.Refused(Problem.OFF);
        }
        try {
            OIDCProviderMetadata metadata = tokens.discover(provider.get().issuer());
            State state = new State();
            Nonce nonce = new Nonce();
            CodeVerifier verifier = new CodeVerifier();
            URI to =
                    new AuthenticationRequest.Builder(
                                    ResponseType.CODE,
                                    new Scope("openid", "profile"),
                                    new ClientID(provider.get().clientId()),
                                    back(government))
                            .endpointURI(metadata.getAuthorizationEndpointURI())
                            .state(state)
                            .nonce(nonce)
                            .codeChallenge(verifier, CodeChallengeMethod.S256)
                            .build()
                            .toURI();
            return new Begin.Go(
                    to, new SsoPending(state.getValue(), nonce.getValue(), verifier.getValue()));
        } catch (SsoFetch.Unreachable e) {
            return new Begin.Refused(Problem.UNREACHABLE);
        } catch (SsoTokens.Unacceptable e) {
            return new Begin.Refused(Problem.UNACCEPTABLE);
        }
    }

    /**
     * What came back with the browser.
     *
     * @param issuer of the answer (RFC 9207), empty when the provider sends none
     */
    public record Answer(String state, String code, String error, String issuer) {
        @Override
        public String toString() {
            return "Answer[REDACTED]";
        }
    }

    /** What a sign-in came to. */
    public sealed interface Outcome {
        /**
         * The linked account's owner is here.
         *
         * @param proven whether the provider vouches for a second factor that counts here
         */
        record Welcome(AccountId account, boolean proven) implements Outcome {}

        /** The identity is not linked yet: its owner must confirm with the account's password. */
        record ToConfirm(Unlinked unlinked) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /** An identity that fits an account by its NIP. */
    public record Unlinked(String issuer, String subject, AccountId account) {
        @Override
        public String toString() {
            return "Unlinked[" + account + "]";
        }
    }

    public Outcome finish(LocalGovernment government, Optional<SsoPending> pending, Answer answer) {
        Outcome outcome = judge(government, pending, answer);
        AccountId account =
                switch (outcome) {
                    case Outcome.Welcome welcome -> welcome.account();
                    case Outcome.ToConfirm confirm -> confirm.unlinked().account();
                    case Outcome.Refused _ -> null;
                };
        transactions.inTenant(
                government.id(),
                () ->
                        record(
                                "identity.sign-in",
                                outcome instanceof Outcome.Welcome ? account : null,
                                account,
                                switch (outcome) {
                                    case Outcome.Welcome _ -> "SIGNED_IN";
                                    case Outcome.ToConfirm _ -> "TO_CONFIRM";
                                    case Outcome.Refused(var problem) -> problem.name();
                                }));
        return outcome;
    }

    private Outcome judge(LocalGovernment government, Optional<SsoPending> pending, Answer answer) {
        Optional<SsoProvider> active = settings.active(government.id());
        if (active.isEmpty()) {
            return new Outcome.Refused(Problem.OFF);
        }
        SsoProvider provider = active.get();
        if (pending.isEmpty()
                || !same(pending.get().state(), answer.state())
                || !(answer.issuer().isEmpty()
                        || answer.issuer().equals(provider.issuer().toString()))) {
            return new Outcome.Refused(Problem.NOT_ASKED);
        }
        if (!answer.error().isEmpty() || answer.code().isEmpty()) {
            return new Outcome.Refused(Problem.REFUSED_THERE);
        }
        try {
            OIDCProviderMetadata metadata = tokens.discover(provider.issuer());
            SsoTokens.Identity identity =
                    tokens.exchange(
                            provider,
                            metadata,
                            settings.secret(government.id()),
                            answer.code(),
                            pending.get(),
                            back(government));
            return transactions.inTenant(
                    government.id(), () -> accountOf(government.id(), provider, identity));
        } catch (SsoFetch.Unreachable e) {
            return new Outcome.Refused(Problem.UNREACHABLE);
        } catch (SsoTokens.Unacceptable e) {
            return new Outcome.Refused(Problem.UNACCEPTABLE);
        }
    }

    private Outcome accountOf(
            LocalGovernmentId government, SsoProvider provider, SsoTokens.Identity identity) {
        String issuer = provider.issuer().toString();
        Optional<String> nip =
                identity.nip()
                        .map(said -> said.replaceAll("\\s", ""))
                        .filter(said -> said.matches("[0-9]{18}"));
        if (nip.isEmpty()) {
            return new Outcome.Refused(Problem.NO_NIP);
        }
        Optional<AccountId> account =
                people.byNip(government, nip.get())
                        .map(Person::id)
                        .flatMap(accounts::byPerson)
                        .map(AccountRows.AccountRow::id);
        Optional<SsoRows.Link> link = rows.link(issuer, identity.subject());
        if (link.isPresent()) {
            boolean proven =
                    link.get().strong()
                            && !Collections.disjoint(provider.factorValues(), identity.factors());
            return account.filter(link.get().account()::equals).isPresent()
                    ? new Outcome.Welcome(link.get().account(), proven)
                    : new Outcome.Refused(Problem.ANOTHER_NIP);
        }
        if (account.isEmpty()) {
            return new Outcome.Refused(Problem.NO_ACCOUNT);
        }
        return rows.isLinked(account.get())
                ? new Outcome.Refused(Problem.TAKEN)
                : new Outcome.ToConfirm(new Unlinked(issuer, identity.subject(), account.get()));
    }

    /**
     * Links the identity for good: a change of means. The caller has judged the password.
     *
     * @param strong whether the second factor was shown too
     * @return false when one of both is linked otherwise meanwhile
     */
    public boolean link(LocalGovernmentId government, Unlinked unlinked, boolean strong) {
        return transactions.inTenant(
                government,
                () -> {
                    Instant now = clock.instant();
                    AccountId account = unlinked.account();
                    boolean linked =
                            rows.add(
                                    unlinked.issuer(),
                                    unlinked.subject(),
                                    new SsoRows.Link(account, strong),
                                    now);
                    if (linked) {
                        meansChanged(government, account, now);
                    }
                    record("identity.link-sso", account, account, linked ? "LINKED" : "TAKEN");
                    return linked;
                });
    }

    public boolean isLinked(Actor actor) {
        return transactions.inTenant(actor.government(), () -> rows.isLinked(actor.account()));
    }

    /** The account is no longer opened by the single sign-on: a change of means. */
    public void unlink(Actor actor) {
        permissions.require(
                actor, "identity.unlink-sso", "*", Set.of(id.pamong.office.identity.Scope.OWN));
        transactions.inTenant(
                actor.government(),
                () -> {
                    if (!rows.remove(actor.account())) {
                        throw new NotFound("sso.not-linked");
                    }
                    meansChanged(actor.government(), actor.account(), clock.instant());
                    record("identity.unlink-sso", actor.account(), actor.account(), "UNLINKED");
                });
    }

    private void meansChanged(LocalGovernmentId government, AccountId account, Instant now) {
        accounts.meansChanged(account, now);
        events.publishEvent(
                new IdentityChanged(
                        government, account, IdentityChanged.Means.SINGLE_SIGN_ON, now));
        notifications.tell(
                government,
                accounts.byId(account).orElseThrow().person(),
                "identity.sso-changed",
                Map.of(),
                "/akun",
                List.of());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void record(
            String command,
            @Nullable AccountId actor,
            @Nullable AccountId account,
            String outcome) {
        UUID object = account == null ? null : account.value();
        audit.record(
                new AuditRecord(
                        command,
                        actor == null ? null : actor.value(),
                        "account",
                        object,
                        outcome,
                        Map.of("by", "SSO")));
    }
}
