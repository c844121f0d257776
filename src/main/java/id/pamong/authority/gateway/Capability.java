package id.pamong.authority.gateway;

/** What a way to a certification authority can do; the steps on screen are drawn from it. */
public enum Capability {
    /** Takes orders: by program, or as a worksheet that an officer carries to a portal. */
    ORDER,
    /** Revokes, as above. */
    REVOKE,
    /** Holds and releases, as above. */
    HOLD,
    /** Says what became of a subscriber's certificate. */
    STATUS,
    /** Gives a subscriber's certificate with its issuers. */
    CHAIN,
    /** Signs whole documents with a key that the authority keeps. */
    SIGN,
    /**
     * Works inside our own transaction: intent, certificate and register commit together, and an
     * order never has an unknown outcome.
     */
    SAME_TRANSACTION,
    /**
     * Holds its own ceremony with the applicant (link, identity check, passphrase at the
     * authority): forwarding stands before activation, and the page never asks for that passphrase.
     * The authority makes the key itself, so an order for a person carries no request.
     */
    OWN_CEREMONY
}
