package id.pamong.office.identity.passkey;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.identity.Actor;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts the questions to the browser. The user handle and the name that authenticators keep beside a
 * passkey are the account's id and the display name: no NIP, no NIK, no e-mail.
 */
@Component
public class PasskeyAsking {
    private static final long TIMEOUT = Duration.ofMinutes(5).toMillis();
    private static final String KIND = "public-key";

    private final Passkeys passkeys;
    private final RelyingPartyAddress address;

    PasskeyAsking(Passkeys passkeys, RelyingPartyAddress address) {
        this.passkeys = passkeys;
        this.address = address;
    }

    /** To make a new one. */
    public PasskeyQuestions.ToCreate toEnrol(Actor actor, String displayName, String office) {
        Passkeys.Asked asked = passkeys.askToEnrol(actor);
        return new PasskeyQuestions.ToCreate(
                new PasskeyQuestions.RelyingParty(address.id(), office),
                new PasskeyQuestions.User(
                        Passkeys.base64(Passkeys.handle(actor.account())),
                        displayName,
                        displayName),
                asked.challenge(),
                PasskeyChecks.ALGORITHMS.stream()
                        .map(algorithm -> new PasskeyQuestions.Kind(KIND, algorithm.getValue()))
                        .toList(),
                TIMEOUT,
                known(asked),
                new PasskeyQuestions.Choice("required", true, "required"),
                "none");
    }

    /** To show one of one's own. */
    public PasskeyQuestions.ToShow toProve(Actor actor) {
        Passkeys.Asked asked = passkeys.askToProve(actor);
        return toShow(asked.challenge(), known(asked));
    }

    /** To show any that the browser has for this installation. */
    public PasskeyQuestions.ToShow toSignIn(LocalGovernmentId government) {
        return toShow(Passkeys.base64(passkeys.askToSignIn(government)), List.of());
    }

    private PasskeyQuestions.ToShow toShow(String challenge, List<PasskeyQuestions.Known> known) {
        return new PasskeyQuestions.ToShow(challenge, TIMEOUT, address.id(), known, "required");
    }

    private static List<PasskeyQuestions.Known> known(Passkeys.Asked asked) {
        return asked.known().stream()
                .map(one ->
                        new PasskeyQuestions.Known(
                                KIND, Passkeys.base64(one.credential()), one.transports()))
                .toList();
    }
}
