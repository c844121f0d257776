package id.pamong.office.identity.means;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.protection.Seals;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Browsers in which an account was signed in before, by a cookie that the service can check without
 * a table: account, time, a random number, and a keyed hash of them. Whoever guesses has none, so
 * tries from a known browser have a count of their own that no guesser can use up. It proves
 * nothing else: the password is still needed.
 */
@Component
public class KnownBrowsers {
    /** How long a browser stays known after the last sign-in. */
    public static final Duration LASTS = Duration.ofDays(180);

    /** Accounts that one browser may be known to, as at a shared office computer. */
    private static final int MOST = 8;

    private static final int SAID = 16 + Long.BYTES + 8;
    private static final int MAC = 16;

    private final SecureRandom random = new SecureRandom();
    private final TenantTransactions transactions;
    private final Seals seals;
    private final Clock clock;

    KnownBrowsers(TenantTransactions transactions, Seals seals, Clock clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * The cookie's next value once the account signed in.
     *
     * @param cookie what the browser sent, may be empty or anything
     */
    public String remember(LocalGovernmentId government, AccountId account, String cookie) {
        byte[] fresh = new byte[8];
        random.nextBytes(fresh);
        byte[] said =
                ByteBuffer.allocate(SAID)
                        .putLong(account.value().getMostSignificantBits())
                        .putLong(account.value().getLeastSignificantBits())
                        .putLong(clock.instant().toEpochMilli())
                        .put(fresh)
                        .array();
        byte[] mac = transactions.inTenant(government, () -> mac(government, said));
        byte[] entry = ByteBuffer.allocate(SAID + MAC).put(said).put(mac).array();
        List<String> all = new ArrayList<>();
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(entry));
        transactions.inTenant(
                government,
                () ->
                        entries(government, cookie).stream()
                                .filter(known -> !known.account().equals(account))
                                .limit(MOST - 1)
                                .forEach(known -> all.add(known.text())));
        return String.join(".", all);
    }

    /** The random number of the entry for the account, in the open transaction. */
    Optional<String> known(LocalGovernmentId government, AccountId account, String cookie) {
        return entries(government, cookie).stream()
                .filter(entry -> entry.account().equals(account))
                .map(Entry::number)
                .findFirst();
    }

    private record Entry(AccountId account, String number, String text) {}

    private List<Entry> entries(LocalGovernmentId government, String cookie) {
        if (cookie.isEmpty() || cookie.length() > MOST * 80) {
            return List.of();
        }
        return Arrays.stream(cookie.split("\\."))
                .flatMap(text -> entry(government, text).stream())
                .toList();
    }

    private Optional<Entry> entry(LocalGovernmentId government, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != SAID + MAC) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(bytes, SAID);
        byte[] shown = Arrays.copyOfRange(bytes, SAID, bytes.length);
        ByteBuffer fields = ByteBuffer.wrap(said);
        AccountId account = new AccountId(new UUID(fields.getLong(), fields.getLong()));
        Instant since = Instant.ofEpochMilli(fields.getLong());
        return MessageDigest.isEqual(mac(government, said), shown)
                        && clock.instant().isBefore(since.plus(LASTS))
                ? Optional.of(
                        new Entry(
                                account,
                                HexFormat.of().formatHex(said, 16 + Long.BYTES, SAID),
                                text))
                : Optional.empty();
    }

    private byte[] mac(LocalGovernmentId government, byte[] said) {
        return Arrays.copyOf(
                seals.blindIndex(government, "known-browser", HexFormat.of().formatHex(said)), MAC);
    }
}
