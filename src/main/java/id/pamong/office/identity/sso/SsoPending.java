package id.pamong.office.identity.sso;

/**
 * What the browser's session keeps while its owner is at the provider.
 *
 * @param state comes back with the answer, once
 * @param nonce comes back inside the ID token
 * @param verifier proves that the code was asked for here (RFC 7636)
 */
public record SsoPending(String state, String nonce, String verifier) {
    @Override
    public String toString() {
        return "SsoPending[REDACTED]";
    }
}
