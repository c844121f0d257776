package id.pamong.use.verification;

import java.util.List;
import java.util.Locale;

/**
 * The post that a signature claims against the register of posts on the day of signing.
 * Certificates of persons carry no post, so the register is what can be held against the block.
 *
 * @param claimed by the block as signed here, or else by the certificate; empty when neither does
 * @param registered every wording under which the signer could sign on that day, empty when the
 *     register knows nothing of the day
 */
public record SignerPosts(String claimed, List<String> registered) {
    public SignerPosts {
        registered = List.copyOf(registered);
    }

    /** Whether the register says the same. */
    public boolean isHeld() {
        return registered.stream().anyMatch(post -> plain(post).equals(plain(claimed)));
    }

    /** Whether a post is claimed that the signer did not hold. */
    public boolean isContradicted() {
        return !claimed.isBlank() && !isHeld();
    }

    /** Those registered, in one line. */
    public String registeredText() {
        return String.join("; ", registered);
    }

    private static String plain(String post) {
        return post.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
