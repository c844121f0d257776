package id.pamong.authority.custody;

/**
 * A private key as it lies in the database.
 *
 * @param salt 16 random bytes of this record, for Argon2id and for the service half
 * @param cost parameters of Argon2id of this record
 * @param nonce 12 random bytes of AES-GCM
 * @param ciphertext PKCS#8 under AES-256-GCM, with its tag
 * @param publicKeySpki DER of SubjectPublicKeyInfo
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SealedKey(
        SealedKeyId id,
        KeyAlgorithm algorithm,
        byte[] salt,
        DerivationCost cost,
        byte[] nonce,
        byte[] ciphertext,
        byte[] publicKeySpki) {}
