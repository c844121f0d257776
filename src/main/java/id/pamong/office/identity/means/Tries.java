package id.pamong.office.identity.means;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.protection.Seals;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries: after the last allowed one that failed, what was tried is blocked for fifteen
 * minutes. A try is counted before it is judged, so that many at once gain nothing.
 */
@Component
public class Tries {
    /** Tries for one account or second factor. */
    public static final int LIMIT = 5;

    /** How long a block lasts. */
    public static final Duration BLOCK = Duration.ofMinutes(15);

    private final TenantTransactions transactions;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(TenantTransactions transactions, Seals seals, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether one more try may be judged. */
    public sealed interface Turn {
        /**
         * It may; if it fails, so many are left.
         *
         * @param left tries after this one
         */
        record Granted(int left) implements Turn {}

        /** It may not before this time. */
        record Blocked(Instant until) implements Turn {}
    }

    /**
     * Counts a try in the open transaction.
     *
     * @param kind such as {@code account} or {@code factor}
     * @param subject what is tried; only a keyed hash of it is kept
     */
    public Turn begin(String kind, String subject, int limit) {
        Instant now = clock.instant();
        byte[] key = key(kind, subject);
        jdbc.sql(
                        """
                        insert into sign_in_try (kind, subject, failures, last_at) values (?, ?, 0, ?)
                        on conflict do nothing\
                        """)
                .params(kind, key, Timestamp.from(now))
                .update();
        Row row =
                jdbc.sql(
                                """
                                select failures, last_at, blocked_until from sign_in_try
                                where kind = ? and subject = ? for update\
                                """)
                        .params(kind, key)
                        .query((rs, _) ->
                                new Row(
                                        rs.getInt(1),
                                        rs.getTimestamp(2).toInstant(),
                                        Optional.ofNullable(rs.getTimestamp(3))
                                                .map(Timestamp::toInstant)))
                        .single();
        if (row.blockedUntil().filter(now::isBefore).isPresent()) {
            return new Turn.Blocked(row.blockedUntil().get());
        }
        boolean anew = row.blockedUntil().isPresent() || row.last().isBefore(now.minus(BLOCK));
        int failures = (anew ? 0 : row.failures()) + 1;
        jdbc.sql(
                        """
                        update sign_in_try set failures = ?, last_at = ?, blocked_until = ?
                        where kind = ? and subject = ?\
                        """)
                .param(failures)
                .param(Timestamp.from(now))
                .param(failures >= limit ? Timestamp.from(now.plus(BLOCK)) : null)
                .param(kind)
                .param(key)
                .update();
        return new Turn.Granted(limit - failures);
    }

    /** Until when the subject is blocked; counts nothing. */
    Optional<Instant> blockedUntil(String kind, String subject) {
        return jdbc.sql(
                        """
                        select blocked_until from sign_in_try
                        where kind = ? and subject = ? and blocked_until > ?\
                        """)
                .params(kind, key(kind, subject), Timestamp.from(clock.instant()))
                .query((rs, _) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /** The try succeeded: the count begins anew. */
    public void succeeded(String kind, String subject) {
        jdbc.sql("delete from sign_in_try where kind = ? and subject = ?")
                .params(kind, key(kind, subject))
                .update();
    }

    private byte[] key(String kind, String subject) {
        return seals.blindIndex(transactions.current(), "try." + kind, subject);
    }

    private record Row(int failures, Instant last, Optional<Instant> blockedUntil) {}
}
