package id.pamong.office.identity.sso;

import java.net.URI;
import java.util.Set;

/**
 * The single sign-on of a local government, without its secret.
 *
 * @param issuer issuer URL, exactly as the provider writes it in its tokens
 * @param nipClaim claim that carries the NIP, such as {@code nip}
 * @param label what the button says
 * @param factorValues values of {@code acr} or {@code amr} that count as the second factor; empty
 *     when none does
 * @param active whether people may sign in by it
 */
public record SsoProvider(
        URI issuer,
        String clientId,
        String nipClaim,
        String label,
        Set<String> factorValues,
        boolean active) {
    public SsoProvider {
        factorValues = Set.copyOf(factorValues);
    }
}
