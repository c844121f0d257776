package id.pamong.office.identity.sso;

import id.pamong.office.identity.AccountId;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code sso_provider} and {@code sso_link}, inside an open transaction. */
@Repository
class SsoRows {
    private final JdbcClient jdbc;

    SsoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SsoProvider> provider() {
        return jdbc.sql(
                        """
                        select issuer, client_id, nip_claim, label, factor_values, active
                        from sso_provider where tenant = current_tenant()\
                        """)
                .query((rs, _) ->
                        new SsoProvider(
                                URI.create(rs.getString(1)),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                values(rs.getString(5)),
                                rs.getBoolean(6)))
                .optional();
    }

    Optional<byte[]> secret() {
        return jdbc.sql("select secret_sealed from sso_provider where tenant = current_tenant()")
                .query((rs, _) -> rs.getBytes(1))
                .optional();
    }

    void keep(SsoProvider provider, byte[] sealed, Instant now, UUID by) {
        jdbc.sql(
                        """
                        insert into sso_provider (issuer, client_id, secret_sealed, nip_claim, label,
                            factor_values, active, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant) do update set issuer = excluded.issuer,
                            client_id = excluded.client_id, secret_sealed = excluded.secret_sealed,
                            nip_claim = excluded.nip_claim, label = excluded.label,
                            factor_values = excluded.factor_values, active = excluded.active,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by\
                        """)
                .param(provider.issuer().toString())
                .param(provider.clientId())
                .param(sealed)
                .param(provider.nipClaim())
                .param(provider.label())
                .param(String.join(" ", new TreeSet<>(provider.factorValues())))
                .param(provider.active())
                .param(Timestamp.from(now))
                .param(by)
                .update();
    }

    /** A confirmed link. */
    record Link(AccountId account, boolean strong) {}

    Optional<Link> link(String issuer, String subject) {
        return jdbc.sql(
                        """
                        select account, strong from sso_link
                        where tenant = current_tenant() and issuer = ? and subject = ?\
                        """)
                .params(issuer, subject)
                .query((rs, _) ->
                        new Link(new AccountId(rs.getObject(1, UUID.class)), rs.getBoolean(2)))
                .optional();
    }

    boolean isLinked(AccountId account) {
        return jdbc.sql(
                        """
                        select exists (select from sso_link
                            where tenant = current_tenant() and account = ?)\
                        """)
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /** False when the identity or the account is linked already. */
    boolean add(String issuer, String subject, Link link, Instant now) {
        return jdbc.sql(
                                """
                                insert into sso_link (issuer, subject, account, strong, linked_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing\
                                """)
                        .params(
                                issuer,
                                subject,
                                link.account().value(),
                                link.strong(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean remove(AccountId account) {
        return jdbc.sql("delete from sso_link where tenant = current_tenant() and account = ?")
                        .param(account.value())
                        .update()
                == 1;
    }

    static Set<String> values(String typed) {
        return Arrays.stream(typed.split("[\\s,]+"))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
