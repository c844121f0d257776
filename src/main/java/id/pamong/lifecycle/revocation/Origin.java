package id.pamong.lifecycle.revocation;

/** On whose initiative a certificate is to be revoked (MDN-15(1), CJR-16(1)). */
public enum Origin {
    /** At the owner's own wish. */
    OWNER,
    /** After an evaluation by the registration authority. */
    RA,
    /** By the certification authority, of its own judgement. */
    CA
}
