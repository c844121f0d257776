package id.pamong.authority.custody;

import java.time.Instant;

/**
 * A sealed key that is not stored yet: {@link Custody#keep} stores it inside the transaction that
 * also orders its certificate, so that no key stays behind without one.
 */
public final class PreparedKey {
    private final NewKey key;
    private final SealedKey sealed;
    private final Instant preparedAt;

    PreparedKey(NewKey key, SealedKey sealed, Instant preparedAt) {
        this.key = key;
        this.sealed = sealed;
        this.preparedAt = preparedAt;
    }

    /** What may be known of the key. */
    public NewKey key() {
        return key;
    }

    SealedKey sealed() {
        return sealed;
    }

    Instant preparedAt() {
        return preparedAt;
    }
}
