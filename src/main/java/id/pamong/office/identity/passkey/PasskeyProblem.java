package id.pamong.office.identity.passkey;

import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Locale;

/** Why a passkey did not count. */
public enum PasskeyProblem {
    /** What the browser sent is no answer of an authenticator. */
    UNREADABLE,
    /** The question was asked too long ago. */
    EXPIRED,
    /** The answer was used before. */
    USED,
    /** The answer is to a question that was not asked here. */
    NOT_ASKED,
    /** The browser answered on another site. */
    WRONG_ADDRESS,
    /** No account here has this passkey. */
    UNKNOWN,
    /** The authenticator did not ask for finger, face or PIN. */
    NOT_VERIFIED,
    /** The counter went back: a copy of the authenticator exists. The passkey is suspended now. */
    COPIED,
    /** Suspended before. */
    SUSPENDED,
    /** The signature is not this passkey's. */
    WRONG;

    /** Code of the finding to show. */
    public String findingCode() {
        return "passkey." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PasskeyProblem of(VerificationException problem) {
        return switch (problem) {
            case BadOriginException _, BadRpIdException _, CrossOriginException _ -> WRONG_ADDRESS;
            case BadChallengeException _ -> NOT_ASKED;
            case UserNotVerifiedException _, UserNotPresentException _ -> NOT_VERIFIED;
            case MaliciousCounterValueException _ -> COPIED;
            default -> WRONG;
        };
    }
}
