package id.pamong.office.identity.web;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.refusal.Conflict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Who is signed in by a session. The session holds ids and times; roles are read anew with each
 * request, so that a withdrawn role ends at once. A session belongs to one local government.
 */
@Component
class SignedIn {
    private static final String ACCOUNT = "account";
    private static final String GOVERNMENT = "government";
    private static final String FACTOR_AT = "factorAt";
    private static final String BEGAN_AT = "beganAt";

    /** A session ends after this time however busy it is. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final String PRINCIPAL =
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final Accounts accounts;
    private final DataUpdates updates;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    SignedIn(
            Accounts accounts,
            DataUpdates updates,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            Clock clock) {
        this.accounts = accounts;
        this.updates = updates;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who is signed in to this local government, read once per request. */
    Optional<Actor> actor(HttpServletRequest request, LocalGovernment government) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor known) {
            return known.government().equals(government.id())
                    ? Optional.of(known)
                    : Optional.empty();
        }
        Optional<Actor> actor = read(request.getSession(false), government.id());
        actor.ifPresent(found -> request.setAttribute(Actor.class.getName(), found));
        return actor;
    }

    private Optional<Actor> read(@Nullable HttpSession session, LocalGovernmentId government) {
        if (session == null
                || isOver(session)
                || !government.toString().equals(session.getAttribute(GOVERNMENT))
                || !(session.getAttribute(ACCOUNT) instanceof String id)) {
            return Optional.empty();
        }
        AccountId account = new AccountId(UUID.fromString(id));
        if (rests(government, account)) {
            return Optional.empty();
        }
        Instant factorAt =
                session.getAttribute(FACTOR_AT) instanceof Long millis
                        ? Instant.ofEpochMilli(millis)
                        : null;
        return Optional.of(
                new Actor(
                        government,
                        account,
                        accounts.personOf(government, account),
                        accounts.rolesOf(government, account),
                        factorAt));
    }

    /** Whether another entry stands for the account's person. */
    private boolean rests(LocalGovernmentId government, AccountId account) {
        return updates.standsFor(government, accounts.personOf(government, account)).isPresent();
    }

    private boolean isOver(HttpSession session) {
        return !(session.getAttribute(BEGAN_AT) instanceof Long began)
                || !clock.instant().isBefore(Instant.ofEpochMilli(began).plus(LONGEST));
    }

    /** Begins a session of the account under a new id; whatever was before is forgotten. */
    void begin(HttpServletRequest request, LocalGovernmentId government, AccountId account) {
        if (rests(government, account)) {
            throw new Conflict("account.merged");
        }
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(GOVERNMENT, government.toString());
        session.setAttribute(ACCOUNT, account.toString());
        session.setAttribute(PRINCIPAL, account.toString());
        session.setAttribute(BEGAN_AT, clock.instant().toEpochMilli());
        request.removeAttribute(Actor.class.getName());
    }

    /** The second factor was shown now. */
    Actor factorShown(HttpServletRequest request, Actor actor) {
        Instant now = clock.instant();
        request.getSession().setAttribute(FACTOR_AT, now.toEpochMilli());
        Actor shown =
                new Actor(actor.government(), actor.account(), actor.person(), actor.roles(), now);
        request.setAttribute(Actor.class.getName(), shown);
        return shown;
    }

    /** Ends this session. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute(Actor.class.getName());
    }

    /** Ends all sessions of the account, as after a new password. */
    void endAll(AccountId account) {
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
    }
}
