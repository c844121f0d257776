package id.pamong.use.verification;

import id.pamong.office.organization.SigningCapacity;
import java.util.List;

/**
 * The post that a signature claims against the register of posts on the day of signing.
 * Certificates of persons carry no post, so the register is what can be held against the block.
 *
 * @param claimed by the block as signed here, or else by the certificate; empty when neither does
 * @param registered every wording under which the signer could sign on that day, empty when the
 *     register knows nothing of the day
 */
public record SignerPosts(Kind kind, String claimed, List<String> registered) {
    /** What is claimed. */
    public enum Kind {
        /** A post, which the register of posts holds. */
        POST,
        /** An authority by a designation, which only the certificate names (MDN-6b). */
        AUTHORITY,
        /** None: an organisation sealed. */
        SEAL
    }

    public SignerPosts {
        registered = List.copyOf(registered);
    }

    /** Whether the register says the same. */
    public boolean isHeld() {
        return registered.stream().anyMatch(post -> SigningCapacity.isSame(post, claimed));
    }

    /** Whether a post is claimed that the signer did not hold. */
    public boolean isContradicted() {
        return kind == Kind.POST && !claimed.isBlank() && !isHeld();
    }

    /** Whether an organisation sealed and no person signed. */
    public boolean isSeal() {
        return kind == Kind.SEAL;
    }

    /** Those registered, in one line. */
    public String registeredText() {
        return String.join("; ", registered);
    }
}
