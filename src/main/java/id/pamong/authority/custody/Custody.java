package id.pamong.authority.custody;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.SecretBytes;
import org.springframework.stereotype.Component;

/**
 * Makes keys, seals them under their owner's passphrase, and signs with them while the passphrase
 * is there (MDN-1.13, 1.14, 17d). No one else, not even with the whole database, can use one.
 *
 * <p>A try is counted and committed before the passphrase is derived, so {@link #open} and {@link
 * #sign} refuse to run inside an open transaction.
 */
@Component
public class Custody {

    /**
     * Makes a key and its certification request and seals it, without storing it.
     *
     * @param subject distinguished name of the request, as RFC 4514 text
     */
    public PreparedKey prepare(
            LocalGovernmentId government,
            KeyAlgorithm algorithm,
            SecretBytes passphrase,
            String subject) {
        throw new UnsupportedOperationException();
    }

    /** Stores a prepared key; joins the open transaction. */
    public NewKey keep(LocalGovernmentId government, PreparedKey prepared) {
        throw new UnsupportedOperationException();
    }

    /** {@link #prepare} and {@link #keep} in one. */
    public NewKey create(
            LocalGovernmentId government,
            KeyAlgorithm algorithm,
            SecretBytes passphrase,
            String subject) {
        return keep(government, prepare(government, algorithm, passphrase, subject));
    }

    /**
     * Opens a key for a batch of signatures. Call it before the work that needs it, so that a wrong
     * passphrase costs nothing else. The caller keeps and closes the passphrase.
     */
    public OpeningOutcome open(
            LocalGovernmentId government, SealedKeyId id, SecretBytes passphrase) {
        throw new UnsupportedOperationException();
    }

    /** One signature over the bytes (not their digest). */
    public SigningOutcome sign(
            LocalGovernmentId government,
            SealedKeyId id,
            SecretBytes passphrase,
            byte[] toBeSigned) {
        return switch (open(government, id, passphrase)) {
            case OpeningOutcome.Opened(OpenKey key) -> {
                try (key) {
                    yield new SigningOutcome.Signed(key.sign(toBeSigned));
                }
            }
            case OpeningOutcome.WrongPassphrase(int left) ->
                    new SigningOutcome.WrongPassphrase(left);
            case OpeningOutcome.Blocked(var until) -> new SigningOutcome.Blocked(until);
        };
    }

    /** Destroys a key for good; joins the open transaction. */
    public void destroy(LocalGovernmentId government, SealedKeyId id) {
        throw new UnsupportedOperationException();
    }
}
