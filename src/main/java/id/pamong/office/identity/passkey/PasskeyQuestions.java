package id.pamong.office.identity.passkey;

import java.util.List;

/**
 * What the browser is asked, in the JSON form of the Web Authentication specification; bytes are
 * Base64url without padding.
 */
public final class PasskeyQuestions {
    private PasskeyQuestions() {}

    /** {@code PublicKeyCredentialCreationOptionsJSON}. */
    public record ToCreate(
            RelyingParty rp,
            User user,
            String challenge,
            List<Kind> pubKeyCredParams,
            long timeout,
            List<Known> excludeCredentials,
            Choice authenticatorSelection,
            String attestation) {}

    /** {@code PublicKeyCredentialRequestOptionsJSON}. */
    public record ToShow(
            String challenge,
            long timeout,
            String rpId,
            List<Known> allowCredentials,
            String userVerification) {}

    public record RelyingParty(String id, String name) {}

    public record User(String id, String name, String displayName) {}

    /** A COSE algorithm. */
    public record Kind(String type, long alg) {}

    /** A passkey that the account has. */
    public record Known(String type, String id, List<String> transports) {}

    public record Choice(String residentKey, boolean requireResidentKey, String userVerification) {}
}
