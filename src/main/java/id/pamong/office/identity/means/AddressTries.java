package id.pamong.office.identity.means;

import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.OfficeNetworks;
import id.pamong.office.protection.Seals;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed tries of one network address over the last fifteen minutes. Two hundred people may sit
 * behind one address: what counts is not how often they try but how much stays unresolved, because
 * whoever gets in takes their own failures away. A guesser's failures stay, and a success with an
 * account of the guesser's own takes away nothing else.
 *
 * <p>Tries judged at the same moment do not see each other: a burst may exceed a limit by the
 * number of database connections.
 */
@Component
class AddressTries {
    /** Unresolved failures after which a sign-in from an unknown browser needs a proof. */
    static final int SUSPICIOUS = 30;

    /** Unresolved claims or requests for a code after which the address must wait. */
    static final int FLOOD = 300;

    /** So much more a declared office network may have. */
    static final int OFFICE = 4;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final TenantTransactions transactions;
    private final OfficeNetworks networks;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final Clock clock;

    AddressTries(
            TenantTransactions transactions,
            OfficeNetworks networks,
            Seals seals,
            JdbcClient jdbc,
            Clock clock) {
        this.transactions = transactions;
        this.networks = networks;
        this.seals = seals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the address has reached the limit, in the open transaction. */
    boolean reached(String kind, String address, int limit) {
        int most = networks.contains(transactions.current(), address) ? limit * OFFICE : limit;
        return unresolved(kind, address) >= most;
    }

    private long unresolved(String kind, String address) {
        return jdbc.sql(
                        """
                        select coalesce(sum(failures), 0) from address_try
                        where tenant = current_tenant() and kind = ? and address = ?
                            and last_at > ?\
                        """)
                .params(
                        kind,
                        key("address", NetworkAddress.key(address)),
                        Timestamp.from(clock.instant().minus(WINDOW)))
                .query(Long.class)
                .single();
    }

    /** When a block that begins now ends. */
    Instant later() {
        return clock.instant().plus(WINDOW);
    }

    /** Counts a failure; what is older than the window is forgotten on the way. */
    void failed(String kind, String address, String subject) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp begin = Timestamp.from(clock.instant().minus(WINDOW));
        byte[] of = key("address", NetworkAddress.key(address));
        jdbc.sql(
                        """
                        delete from address_try where tenant = current_tenant() and kind = ?
                            and address = ? and last_at <= ?\
                        """)
                .params(kind, of, begin)
                .update();
        jdbc.sql(
                        """
                        insert into address_try as known (kind, address, subject, failures, last_at)
                        values (?, ?, ?, 1, ?)
                        on conflict (tenant, kind, address, subject)
                            do update set failures = known.failures + 1, last_at = excluded.last_at\
                        """)
                .params(kind, of, key("subject", subject), now)
                .update();
    }

    /** The subject got in from this address: its failures there were slips. */
    void resolved(String kind, String address, String subject) {
        jdbc.sql(
                        """
                        delete from address_try where tenant = current_tenant() and kind = ?
                            and address = ? and subject = ?\
                        """)
                .params(kind, key("address", NetworkAddress.key(address)), key("subject", subject))
                .update();
    }

    private byte[] key(String what, String text) {
        return seals.blindIndex(transactions.current(), "address-try." + what, text);
    }
}
