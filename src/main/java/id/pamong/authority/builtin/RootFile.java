package id.pamong.authority.builtin;

/**
 * The root's private key under a passphrase, for safekeeping outside the machine: PEM with {@code
 * ENCRYPTED PRIVATE KEY} (PKCS#8, PBES2 with PBKDF2-HMAC-SHA-256 and AES-256) and the root
 * certificate. {@code openssl pkey -in FILE} opens it.
 *
 * @param fileName suggested name
 * @param pem the file's bytes
 * @param rootSha256 fingerprint of the root certificate, hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RootFile(String fileName, byte[] pem, String rootSha256) {}
