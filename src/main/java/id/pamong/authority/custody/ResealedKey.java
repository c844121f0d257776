package id.pamong.authority.custody;

/**
 * A key under a new passphrase that is not stored yet: {@link Custody#replace} stores it inside the
 * transaction of the command, or finds that the key changed meanwhile.
 */
public final class ResealedKey {
    private final SealedKey before;
    private final SealedKey after;

    ResealedKey(SealedKey before, SealedKey after) {
        this.before = before;
        this.after = after;
    }

    SealedKey before() {
        return before;
    }

    SealedKey after() {
        return after;
    }
}
