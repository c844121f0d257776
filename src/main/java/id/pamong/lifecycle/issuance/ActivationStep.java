package id.pamong.lifecycle.issuance;

/** Where the taking into use stands; each step is one page with one decision. */
public enum ActivationStep {
    /** Waits for the officer to compare the e-KTP, again after a change of a sign-in means. */
    PRESENCE,
    /** The applicant types the one-time code from the counter. */
    CODE,
    /** Hears what staff keyed from paper and declares it true, or sends it back (MDN-17a). */
    READ_BACK,
    /** Terms of use and statement of key protection (MDN-16(1)). */
    STATEMENT,
    /** Subscriber agreement (MDN-13(5)). */
    AGREEMENT,
    /** Chooses the passphrase; key and order follow at once. */
    PASSPHRASE,
    /** Ordered; the CA has not answered yet. */
    ORDERED,
    /** The certificate is there; the owner checks it and signs the receipt (MDN-13(6)). */
    RECEIPT,
    /** In the owner's hands. */
    DONE
}
