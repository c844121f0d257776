package id.pamong.authority.gateway;

/** What a certificate is for. */
public enum ProfileId {
    /** A person signs documents: subject, key usage, Adobe EKU and two years as BSrE's. */
    INDIVIDUAL_SIGNATURE,
    /** A person signs in a post or by an authority, which the subject names (MDN-6b). */
    POSITION_SIGNATURE,
    /** An organisation seals; a person answers for it (MDN-6b). */
    ORGANISATION_SEAL,
    /** A registered electronic system as a TLS server (MDN-6c, CJR-8(5)d). */
    TLS_SERVER,
    /** A registered electronic system as a TLS client (CJR-8(5)e). */
    TLS_CLIENT,
    /** An RA officer signs decisions (MDN-20(1)). */
    RA_OFFICER,
    /** Our own HTTPS listener. */
    HTTPS_SERVER,
    /** Delegated OCSP responder (RFC 6960 section 4.2.2.2). */
    OCSP_SIGNER,
    /** Time-stamping authority (RFC 3161). */
    TIME_STAMPING,
    /** Signs the authority's messages to hosts (RFC 9810 section 4.5). */
    CMP_SIGNER,
    /** A person receives encrypted documents and e-mail (MDN-7(5)). */
    INDIVIDUAL_ENCRYPTION,
    /** The root of an installation. */
    ROOT_CA,
    /** An issuing authority below it. */
    ISSUING_CA;

    /** Whether a person signs documents with it. */
    public boolean signsDocuments() {
        return switch (this) {
            case INDIVIDUAL_SIGNATURE, POSITION_SIGNATURE, ORGANISATION_SEAL -> true;
            case TLS_SERVER,
                    TLS_CLIENT,
                    RA_OFFICER,
                    HTTPS_SERVER,
                    OCSP_SIGNER,
                    TIME_STAMPING,
                    CMP_SIGNER,
                    INDIVIDUAL_ENCRYPTION,
                    ROOT_CA,
                    ISSUING_CA ->
                    false;
        };
    }

    /**
     * Whether its key was made and stays at the system's own host. Only the request travels, and of
     * what it says nothing but the key counts: names come from the register of systems.
     */
    public boolean isOfSystem() {
        return switch (this) {
            case TLS_SERVER, TLS_CLIENT -> true;
            case INDIVIDUAL_SIGNATURE,
                    POSITION_SIGNATURE,
                    ORGANISATION_SEAL,
                    RA_OFFICER,
                    HTTPS_SERVER,
                    OCSP_SIGNER,
                    TIME_STAMPING,
                    CMP_SIGNER,
                    INDIVIDUAL_ENCRYPTION,
                    ROOT_CA,
                    ISSUING_CA ->
                    false;
        };
    }
}
