package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.LocalGovernmentId;

/** Whether a key has a certificate already; the register of certificates answers. */
public interface KnownKeys {
    /**
     * Whether any certificate of the local government was ever issued over it.
     *
     * @param keySha256 of the SubjectPublicKeyInfo, lower-case hexadecimal
     */
    boolean isKnown(LocalGovernmentId government, String keySha256);
}
