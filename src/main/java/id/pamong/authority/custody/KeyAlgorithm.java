package id.pamong.authority.custody;

/**
 * The kinds of key that certificates are issued over. A certificate profile says which it takes.
 */
public enum KeyAlgorithm {
    /** ECDSA on NIST P-256 with SHA-256: the default. */
    EC_P256("SHA256withECDSA"),
    /** RSA of 2048 bits with SHA-256, PKCS#1 v1.5, for readers that know nothing newer. */
    RSA_2048("SHA256withRSA"),
    /** ECDSA on NIST P-384 with SHA-384. */
    EC_P384("SHA384withECDSA"),
    /** RSA of 3072 bits with SHA-256. */
    RSA_3072("SHA256withRSA"),
    /** RSA of 4096 bits with SHA-256. */
    RSA_4096("SHA256withRSA");

    private final String signatureAlgorithm;

    KeyAlgorithm(String signatureAlgorithm) {
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /** Family of the key: {@code EC} or {@code RSA}. */
    public String family() {
        return switch (this) {
            case EC_P256, EC_P384 -> "EC";
            case RSA_2048, RSA_3072, RSA_4096 -> "RSA";
        };
    }

    /** Standard name of Java's cryptography architecture. */
    public String signatureAlgorithm() {
        return signatureAlgorithm;
    }
}
