package id.pamong.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * An authenticator app in a test (RFC 6238), fed by the secret that the page of enrolment shows.
 */
public final class TotpApp {
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{30,})</code>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    private TotpApp(byte[] secret) {
        this.secret = secret;
    }

    public static TotpApp of(MvcTestResult page) {
        return of(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    public static TotpApp of(String page) {
        Matcher found = SECRET.matcher(page);
        if (!found.find()) {
            throw new AssertionError("the page shows no secret");
        }
        String base32 = found.group(1).replace(" ", "");
        byte[] secret = new byte[base32.length() * 5 / 8];
        long buffer = 0;
        int bits = 0;
        int next = 0;
        for (int at = 0; at < base32.length(); at++) {
            buffer = (buffer << 5) | BASE32.indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                secret[next++] = (byte) (buffer >> bits);
            }
        }
        return new TotpApp(secret);
    }

    public String code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
