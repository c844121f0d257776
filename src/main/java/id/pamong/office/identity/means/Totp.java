package id.pamong.office.identity.means;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * The time step whose code this is: the current one, the one before or the one after, but only
     * later than the last one used (RFC 6238, section 5.2).
     *
     * @param typed ASCII digits; spaces are ignored
     */
    static OptionalLong step(byte[] secret, byte[] typed, Instant now, long lastUsed) {
        byte[] digits = new byte[DIGITS];
        int count = 0;
        for (byte b : typed) {
            if (b == ' ') {
                continue;
            }
            if (b < '0' || b > '9' || count == DIGITS) {
                return OptionalLong.empty();
            }
            digits[count++] = b;
        }
        if (count < DIGITS) {
            return OptionalLong.empty();
        }
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(code(secret, step), digits) && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Six ASCII digits. */
    static byte[] code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int value = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            byte[] digits = new byte[DIGITS];
            for (int i = DIGITS - 1; i >= 0; i--) {
                digits[i] = (byte) ('0' + value % 10);
                value /= 10;
            }
            return digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648, section 6, without padding: what authenticator apps read. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
