package id.pamong.office.identity.passkey;

import id.pamong.office.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code passkey} and {@code passkey_challenge}, inside an open transaction. */
@Repository
class PasskeyRows {
    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as the check needs it. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Row(
            UUID id,
            AccountId account,
            byte[] attested,
            List<String> transports,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            boolean suspended) {}

    /**
     * The row of a credential, held until the transaction ends, so that its counter is read once.
     */
    Optional<Row> hold(byte[] credential) {
        return jdbc.sql(
                        """
                        select id, account, attested, transports, sign_count, backup_eligible,
                            backed_up, suspended_at is not null
                        from passkey where tenant = current_tenant() and credential = ?
                        for update\
                        """)
                .param(credential)
                .query((rs, _) ->
                        new Row(
                                rs.getObject(1, UUID.class),
                                new AccountId(rs.getObject(2, UUID.class)),
                                rs.getBytes(3),
                                split(rs.getString(4)),
                                rs.getLong(5),
                                rs.getBoolean(6),
                                rs.getBoolean(7),
                                rs.getBoolean(8)))
                .optional();
    }

    /** Credential ids and transports of an account, to name them to its browser. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Descriptor(byte[] credential, List<String> transports) {}

    List<Descriptor> descriptors(AccountId account) {
        return jdbc.sql(
                        """
                        select credential, transports from passkey
                        where tenant = current_tenant() and account = ? order by made_at, id\
                        """)
                .param(account.value())
                .query((rs, _) -> new Descriptor(rs.getBytes(1), split(rs.getString(2))))
                .list();
    }

    List<Passkey> of(AccountId account) {
        return jdbc.sql(
                        """
                        select id, label, backed_up, made_at, last_used_at, suspended_at
                        from passkey where tenant = current_tenant() and account = ?
                        order by made_at, id\
                        """)
                .param(account.value())
                .query((rs, _) -> passkey(rs))
                .list();
    }

    private static Passkey passkey(ResultSet rs) throws SQLException {
        return new Passkey(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getBoolean(3),
                rs.getTimestamp(4).toInstant(),
                instant(rs.getTimestamp(5)),
                instant(rs.getTimestamp(6)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** False when someone here has the credential already. */
    boolean add(Row row, byte[] credential, String label, Instant now) {
        return jdbc.sql(
                                """
                                insert into passkey (id, account, credential, attested, label,
                                    transports, sign_count, backup_eligible, backed_up, made_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                                """)
                        .param(row.id())
                        .param(row.account().value())
                        .param(credential)
                        .param(row.attested())
                        .param(label)
                        .param(String.join(" ", row.transports()))
                        .param(row.signCount())
                        .param(row.backupEligible())
                        .param(row.backedUp())
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    void used(UUID id, long signCount, boolean backedUp, Instant now) {
        jdbc.sql(
                        """
                        update passkey set sign_count = ?, backed_up = ?, last_used_at = ?
                        where tenant = current_tenant() and id = ?\
                        """)
                .params(signCount, backedUp, Timestamp.from(now), id)
                .update();
    }

    void suspend(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update passkey set suspended_at = ?
                        where tenant = current_tenant() and id = ?\
                        """)
                .params(Timestamp.from(now), id)
                .update();
    }

    /** False when the account has no such passkey. */
    boolean rename(AccountId account, UUID id, String label) {
        return jdbc.sql(
                                """
                                update passkey set label = ?
                                where tenant = current_tenant() and account = ? and id = ?\
                                """)
                        .params(label, account.value(), id)
                        .update()
                == 1;
    }

    /** False when the account has no such passkey. */
    boolean remove(AccountId account, UUID id) {
        return jdbc.sql(
                                """
                                delete from passkey
                                where tenant = current_tenant() and account = ? and id = ?\
                                """)
                        .params(account.value(), id)
                        .update()
                == 1;
    }

    /** True once for each challenge; those that expired are forgotten on the way. */
    boolean useChallenge(byte[] challenge, Instant expires, Instant now) {
        jdbc.sql(
                        """
                        delete from passkey_challenge
                        where tenant = current_tenant() and expires_at < ?\
                        """)
                .param(Timestamp.from(now))
                .update();
        return jdbc.sql(
                                """
                                insert into passkey_challenge (challenge, expires_at) values (?, ?)
                                on conflict do nothing\
                                """)
                        .params(challenge, Timestamp.from(expires))
                        .update()
                == 1;
    }

    private static List<String> split(String transports) {
        return transports.isEmpty() ? List.of() : Arrays.asList(transports.split(" "));
    }
}
