package id.pamong.authority.gateway;

/** What a certificate is for. */
public enum ProfileId {
    /** A person signs documents: subject, key usage, Adobe EKU and two years as BSrE's. */
    INDIVIDUAL_SIGNATURE,
    /** An RA officer signs decisions (MDN-20(1)). */
    RA_OFFICER,
    /** Our own HTTPS listener. */
    HTTPS_SERVER,
    /** Delegated OCSP responder (RFC 6960 section 4.2.2.2). */
    OCSP_SIGNER,
    /** Time-stamping authority (RFC 3161). */
    TIME_STAMPING
}
