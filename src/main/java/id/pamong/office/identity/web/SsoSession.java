package id.pamong.office.identity.web;

import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.sso.SsoPending;
import id.pamong.office.identity.sso.SsoSignIn;
import id.pamong.office.organization.LocalGovernment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the session of a visitor keeps on the way to the single sign-on and back: for ten minutes,
 * for one local government, each thing once.
 */
@Component
class SsoSession {
    private static final String ASKED = "ssoAsked";
    private static final String ONWARD = "ssoOnward";
    private static final String UNLINKED = "ssoUnlinked";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final int LONGEST = 500;

    private final Clock clock;

    SsoSession(Clock clock) {
        this.clock = clock;
    }

    void keep(
            HttpServletRequest request,
            LocalGovernment government,
            SsoPending pending,
            String onward) {
        HttpSession session = request.getSession(true);
        put(session, ASKED, government, pending.state(), pending.nonce(), pending.verifier());
        session.setAttribute(ONWARD, onward.length() > LONGEST ? "" : onward);
    }

    /** Where the visitor wanted to go. */
    String onward(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ONWARD) instanceof String onward
                ? onward
                : "";
    }

    /** What was asked, once. */
    Optional<SsoPending> take(HttpServletRequest request, LocalGovernment government) {
        return read(request, ASKED, government, true)
                .map(kept -> new SsoPending(kept[0], kept[1], kept[2]));
    }

    void keep(HttpServletRequest request, LocalGovernment government, SsoSignIn.Unlinked unlinked) {
        put(
                request.getSession(true),
                UNLINKED,
                government,
                unlinked.issuer(),
                unlinked.subject(),
                unlinked.account().toString());
    }

    Optional<SsoSignIn.Unlinked> unlinked(HttpServletRequest request, LocalGovernment government) {
        return read(request, UNLINKED, government, false)
                .map(kept ->
                        new SsoSignIn.Unlinked(
                                kept[0], kept[1], new AccountId(UUID.fromString(kept[2]))));
    }

    private void put(
            HttpSession session, String name, LocalGovernment government, String... values) {
        String[] all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = government.id().toString();
        all[values.length + 1] = clock.instant().toString();
        session.setAttribute(name, all);
    }

    private Optional<String[]> read(
            HttpServletRequest request, String name, LocalGovernment government, boolean once) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String[] kept)) {
            return Optional.empty();
        }
        if (once) {
            session.removeAttribute(name);
        }
        boolean good =
                kept[kept.length - 2].equals(government.id().toString())
                        && clock.instant()
                                .isBefore(Instant.parse(kept[kept.length - 1]).plus(LASTS));
        return good ? Optional.of(kept) : Optional.empty();
    }
}
