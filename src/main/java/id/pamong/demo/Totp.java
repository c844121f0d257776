package id.pamong.demo;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app: six digits every thirty seconds (RFC 6238), no code twice, since the house
 * takes each only once.
 */
final class Totp {
    private static final long PERIOD = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;
    private long lastUsed;

    /**
     * @param base32 the secret as shown, spaces allowed (RFC 4648)
     */
    Totp(String base32, Clock clock) {
        this.secret = decode(base32);
        this.clock = clock;
    }

    /**
     * A code that has not been used yet: the present one, else the next, which the house takes a
     * little early as it takes the last one a little late; else waits.
     */
    synchronized String next() {
        long step = Math.max(now(), lastUsed + 1);
        while (step > now() + 1) {
            try {
                Thread.sleep(Duration.ofMillis(250));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StepFailed("interrupted", e);
            }
        }
        lastUsed = step;
        return code(step);
    }

    private long now() {
        return clock.instant().getEpochSecond() / PERIOD;
    }

    /** The code of a period, counted from the epoch. */
    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int value = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return "%06d".formatted(value % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base32) {
        String digits = base32.replace(" ", "").replace("=", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(digits.length() * 5 / 8);
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            buffer = buffer << 5 | ALPHABET.indexOf(digits.charAt(i));
            bits += 5;
            if (bits >= 8 && bytes.hasRemaining()) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
