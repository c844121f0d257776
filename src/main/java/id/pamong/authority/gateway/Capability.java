package id.pamong.authority.gateway;

/** What a way to a certification authority can do; the steps on screen are drawn from it. */
public enum Capability {
    /** Takes orders by program. */
    ORDER,
    /** Revokes by program. */
    REVOKE,
    /** Holds and releases by program. */
    HOLD,
    /**
     * Works inside our own transaction: intent, certificate and register commit together, and an
     * order never has an unknown outcome.
     */
    SAME_TRANSACTION,
    /**
     * Holds its own ceremony with the applicant (link, identity check, passphrase at the
     * authority): forwarding stands before activation, and the page never asks for that passphrase.
     */
    OWN_CEREMONY
}
