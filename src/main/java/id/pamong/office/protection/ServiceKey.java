package id.pamong.office.protection;

import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The service's own key: outside the database, the data folder and their backup. It only wraps data
 * keys, so it can be replaced without touching what they have sealed.
 */
sealed interface ServiceKey permits FileServiceKey, CredentialServiceKey, PassphraseServiceKey {

    /** The key of this start; made when {@code mayCreate} and the source is empty and can. */
    SecretKey current(boolean mayCreate);

    /** A new key, kept beside the current one until {@link #adoptNext()}. */
    SecretKey next();

    /** The key of a rotation that was not finished, if there is one. */
    Optional<SecretKey> pending();

    /** From now on the next key is the current one. */
    void adoptNext();
}
