package id.pamong.authority.custody;

/**
 * A key just made and sealed; its private part is no longer readable without the passphrase.
 *
 * @param publicKeySpki DER of SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7)
 * @param csrDer PKCS#10 request (RFC 2986) signed with the new key: the proof of possession
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record NewKey(SealedKeyId id, KeyAlgorithm algorithm, byte[] publicKeySpki, byte[] csrDer) {}
