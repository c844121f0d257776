package id.pamong.office.identity.means;

import id.pamong.office.identity.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code second_factor}, {@code backup_code} and {@code factor_release}. */
@Repository
class FactorRows {
    private final JdbcClient jdbc;

    FactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of {@code second_factor}; sealed secrets. */
    record FactorRow(Optional<byte[]> secret, Optional<byte[]> pending, long lastStep) {}

    Optional<FactorRow> byAccount(AccountId account) {
        return jdbc.sql(
                        """
                        select secret, pending, last_step from second_factor
                        where tenant = current_tenant() and account = ? for update\
                        """)
                .param(account.value())
                .query((rs, _) ->
                        new FactorRow(
                                Optional.ofNullable(rs.getBytes(1)),
                                Optional.ofNullable(rs.getBytes(2)),
                                rs.getLong(3)))
                .optional();
    }

    boolean hasAuthenticator(AccountId account) {
        return jdbc.sql(
                        """
                        select secret is not null from second_factor
                        where tenant = current_tenant() and account = ?\
                        """)
                .param(account.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether there is an authenticator or a passkey; a suspended one must not open a way in. */
    boolean isConfirmed(AccountId account) {
        return hasAuthenticator(account)
                || jdbc.sql(
                                """
                                select exists (select from passkey
                                    where tenant = current_tenant() and account = ?)\
                                """)
                        .param(account.value())
                        .query(Boolean.class)
                        .single();
    }

    void removeAuthenticator(AccountId account) {
        jdbc.sql(
                        """
                        update second_factor set secret = null, confirmed_at = null
                        where tenant = current_tenant() and account = ?\
                        """)
                .param(account.value())
                .update();
    }

    void removePasskeys(AccountId account) {
        jdbc.sql("delete from passkey where tenant = current_tenant() and account = ?")
                .param(account.value())
                .update();
    }

    void keepPending(AccountId account, byte[] sealed) {
        jdbc.sql(
                        """
                        insert into second_factor (account, pending) values (?, ?)
                        on conflict (tenant, account) do update set pending = excluded.pending\
                        """)
                .params(account.value(), sealed)
                .update();
    }

    void confirm(AccountId account, long step, Instant now) {
        jdbc.sql(
                        """
                        update second_factor set secret = pending, pending = null,
                            confirmed_at = ?, last_step = ?
                        where tenant = current_tenant() and account = ?\
                        """)
                .params(Timestamp.from(now), step, account.value())
                .update();
    }

    void used(AccountId account, long step) {
        jdbc.sql(
                        """
                        update second_factor set last_step = ?
                        where tenant = current_tenant() and account = ?\
                        """)
                .params(step, account.value())
                .update();
    }

    void replaceBackupCodes(AccountId account, List<byte[]> hashes, Instant now) {
        jdbc.sql("delete from backup_code where tenant = current_tenant() and account = ?")
                .param(account.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql(
                            """
                            insert into backup_code (id, account, code_hash, made_at)
                            values (?, ?, ?, ?)\
                            """)
                    .params(UUID.randomUUID(), account.value(), hash, Timestamp.from(now))
                    .update();
        }
    }

    boolean useBackupCode(AccountId account, byte[] hash, Instant now) {
        return jdbc.sql(
                                """
                                update backup_code set used_at = ?
                                where tenant = current_tenant() and account = ?
                                    and code_hash = ? and used_at is null\
                                """)
                        .params(Timestamp.from(now), account.value(), hash)
                        .update()
                == 1;
    }

    int backupCodesLeft(AccountId account) {
        return jdbc.sql(
                        """
                        select count(*) from backup_code where tenant = current_tenant()
                            and account = ? and used_at is null\
                        """)
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    void release(AccountId account, UUID by, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        insert into factor_release (id, account, released_at, released_by, expires_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(
                        UUID.randomUUID(),
                        account.value(),
                        Timestamp.from(now),
                        by,
                        Timestamp.from(expires))
                .update();
    }

    boolean isReleased(AccountId account, Instant now) {
        return jdbc.sql(
                        """
                        select exists (select from factor_release
                            where tenant = current_tenant() and account = ?
                                and used_at is null and expires_at > ?)\
                        """)
                .params(account.value(), Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    void useRelease(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        update factor_release set used_at = ?
                        where tenant = current_tenant() and account = ? and used_at is null\
                        """)
                .params(Timestamp.from(now), account.value())
                .update();
    }
}
