package id.pamong.office.protection;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret that came in a request (passphrase, PIN, TOTP): UTF-8 bytes that never become a String,
 * print as {@code [REDACTED]} and are wiped by {@link #close()}.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over; the caller keeps no copy. */
    public static SecretBytes takeOver(byte[] bytes) {
        return new SecretBytes(bytes);
    }

    /** Reading a secret: visible in a diff. The function must not keep the array. */
    public <T> T reveal(Function<byte[], T> reader) {
        return reader.apply(bytes);
    }

    public int length() {
        return bytes.length;
    }

    public boolean sameAs(SecretBytes other) {
        return java.security.MessageDigest.isEqual(bytes, other.bytes);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
