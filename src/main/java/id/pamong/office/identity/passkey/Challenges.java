package id.pamong.office.identity.passkey;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.protection.Seals;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Challenges that need no row while they are open, so that visitors cannot fill a table: 16 random
 * bytes, the time until which it may be answered, and a keyed hash of both, of the purpose and of
 * who may answer.
 */
@Component
class Challenges {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final int RANDOM = 16;
    private static final int MAC = 16;

    private final SecureRandom random = new SecureRandom();
    private final Seals seals;
    private final Clock clock;

    Challenges(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    /** What a challenge is for; one of another purpose is not ours. */
    enum Purpose {
        SIGN_IN,
        ENROL,
        PROVE
    }

    /** What an answered challenge is. */
    enum Verdict {
        OPEN,
        EXPIRED,
        NOT_OURS
    }

    /**
     * A new challenge in the open transaction.
     *
     * @param subject account that may answer, empty when any may
     */
    byte[] make(LocalGovernmentId government, Purpose purpose, String subject) {
        byte[] fresh = new byte[RANDOM];
        random.nextBytes(fresh);
        ByteBuffer challenge = ByteBuffer.allocate(RANDOM + Long.BYTES + MAC);
        challenge.put(fresh).putLong(clock.instant().plus(LASTS).toEpochMilli());
        byte[] said = Arrays.copyOf(challenge.array(), RANDOM + Long.BYTES);
        return challenge.put(mac(government, purpose, subject, said)).array();
    }

    Verdict judge(LocalGovernmentId government, Purpose purpose, String subject, byte[] challenge) {
        if (challenge.length != RANDOM + Long.BYTES + MAC) {
            return Verdict.NOT_OURS;
        }
        byte[] said = Arrays.copyOf(challenge, RANDOM + Long.BYTES);
        byte[] shown = Arrays.copyOfRange(challenge, RANDOM + Long.BYTES, challenge.length);
        if (!MessageDigest.isEqual(mac(government, purpose, subject, said), shown)) {
            return Verdict.NOT_OURS;
        }
        return clock.instant().isBefore(expiry(challenge)) ? Verdict.OPEN : Verdict.EXPIRED;
    }

    /** Until when a challenge that was found to be ours may be answered. */
    static Instant expiry(byte[] challenge) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(challenge).getLong(RANDOM));
    }

    private byte[] mac(LocalGovernmentId government, Purpose purpose, String subject, byte[] said) {
        String text = purpose + "/" + subject + "/" + HexFormat.of().formatHex(said);
        return Arrays.copyOf(seals.blindIndex(government, "passkey.challenge", text), MAC);
    }
}
