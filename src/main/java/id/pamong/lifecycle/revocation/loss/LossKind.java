package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.certificate.BlockKind;

/** What happened to a key (MDN-15(2)a). */
public enum LossKind {
    /** The key or what opens it is gone, or may be in other hands. */
    LOST(BlockKind.LOST),
    /** The device or the file of the key is damaged. */
    DAMAGED(BlockKind.DAMAGED),
    /** Nobody can open it any more: the passphrase is forgotten. */
    INACCESSIBLE(BlockKind.INACCESSIBLE);

    private final BlockKind block;

    LossKind(BlockKind block) {
        this.block = block;
    }

    BlockKind block() {
        return block;
    }
}
