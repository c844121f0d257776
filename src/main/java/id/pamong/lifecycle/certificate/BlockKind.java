package id.pamong.lifecycle.certificate;

/** Why a certificate is blocked here, whatever its authority says of it. */
public enum BlockKind {
    /** Held for a while; it may come back. */
    SUSPENDED,
    /** The key, or what opens it, is lost or in other hands. */
    LOST,
    /** The key is damaged. */
    DAMAGED,
    /** Nobody can open the key any more, such as after a forgotten passphrase. */
    INACCESSIBLE,
    /** To be revoked. */
    REVOCATION;

    /** Whether the owner, or somebody in the owner's name, reported the key. */
    public boolean isReported() {
        return switch (this) {
            case LOST, DAMAGED, INACCESSIBLE -> true;
            case SUSPENDED, REVOCATION -> false;
        };
    }
}
