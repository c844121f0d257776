package id.pamong.authority.cmp;

import id.pamong.authority.gateway.RequestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code cmp_transaction}. */
@Repository
class ExchangeRows {
    private static final String SELECT =
            """
            select transaction_id, host, body, cert_req_id, state, nonce, request, request_key,
                certificate
            from cmp_transaction
            """;

    private final JdbcClient jdbc;

    ExchangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the transaction id was used before. */
    boolean begin(Exchange it, Instant now) {
        return jdbc.sql(
                                """
                                insert into cmp_transaction (transaction_id, host, body, cert_req_id, state,
                                    nonce, request, request_key, certificate, began_at)
                                values (:id, :host, :body, :certReqId, :state, :nonce, :request, :order,
                                    :certificate, :now)
                                on conflict do nothing
                                """)
                        .param("id", it.transactionId())
                        .param("host", it.host())
                        .param("body", it.body())
                        .param("certReqId", it.certReqId())
                        .param("state", it.state().name())
                        .param("nonce", it.nonce())
                        .param("request", it.request())
                        .param("order", it.order() == null ? null : it.order().value())
                        .param("certificate", it.certificate())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether that transaction id was used, by whomever. */
    boolean isUsed(byte[] transactionId) {
        return jdbc.sql(
                        """
                        select exists (select from cmp_transaction where transaction_id = :id)
                        """)
                .param("id", transactionId)
                .query(Boolean.class)
                .single();
    }

    /** Held until the end of the transaction. */
    Optional<Exchange> hold(byte[] transactionId) {
        return jdbc.sql(SELECT + " where transaction_id = :id for update")
                .param("id", transactionId)
                .query(ExchangeRows::exchange)
                .optional();
    }

    void advance(Exchange it) {
        jdbc.sql(
                        """
                        update cmp_transaction set state = :state, nonce = :nonce, request = :request,
                            request_key = :order, certificate = :certificate
                        where transaction_id = :id
                        """)
                .param("state", it.state().name())
                .param("nonce", it.nonce())
                .param("request", it.request())
                .param("order", it.order() == null ? null : it.order().value())
                .param("certificate", it.certificate())
                .param("id", it.transactionId())
                .update();
    }

    /** Sent and not confirmed since before then, the oldest first; held. */
    List<Exchange> unconfirmed(Instant before, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where state = 'UNCONFIRMED' and began_at < :before
                                order by began_at limit :limit for update skip locked
                                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(ExchangeRows::exchange)
                .list();
    }

    private static Exchange exchange(ResultSet row, int number) throws SQLException {
        UUID order = row.getObject("request_key", UUID.class);
        return new Exchange(
                row.getBytes("transaction_id"),
                row.getString("host"),
                row.getInt("body"),
                row.getBigDecimal("cert_req_id").toBigIntegerExact(),
                Exchange.State.valueOf(row.getString("state")),
                row.getBytes("nonce"),
                row.getBytes("request"),
                order == null ? null : new RequestKey(order),
                row.getBytes("certificate"));
    }
}
