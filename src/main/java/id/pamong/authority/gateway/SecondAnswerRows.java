package id.pamong.authority.gateway;

import id.pamong.office.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code order_second_answer}. */
@Repository
class SecondAnswerRows {
    private static final String SELECT =
            """
            select a.id, a.request_key, a.way, o.profile, a.state, a.answer, a.found_at,
                a.closed_at, a.note
            from order_second_answer a join certificate_order o on o.request_key = a.request_key
            """;

    private final JdbcClient jdbc;

    SecondAnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the same answer is on record for that order. */
    boolean add(
            UUID id,
            RequestKey key,
            String way,
            String answer,
            OrderOutcome.@Nullable Issued issued,
            Instant now) {
        return jdbc.sql(
                                """
                                insert into order_second_answer (id, request_key, way, state, answer,
                                    certificate, chain, found_at)
                                values (:id, :key, :way, :state, :answer, :certificate, :chain, :now)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("key", key.value())
                        .param("way", way)
                        .param("state", issued == null ? "REFUSED" : "ISSUED")
                        .param("answer", answer)
                        .param("certificate", issued == null ? null : issued.certificateDer())
                        .param(
                                "chain",
                                issued == null ? null : issued.chainDer().toArray(byte[][]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The oldest first. */
    List<SecondAnswer> open(int most) {
        return jdbc.sql(SELECT + "where a.closed_at is null order by a.found_at limit :most")
                .param("most", most)
                .query(SecondAnswerRows::answer)
                .list();
    }

    /** Held for the rest of the transaction. */
    Optional<SecondAnswer> hold(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id for update of a")
                .param("id", id)
                .query(SecondAnswerRows::answer)
                .optional();
    }

    void close(UUID id, AccountId by, String note, Instant at) {
        jdbc.sql(
                        """
                        update order_second_answer set closed_at = :at, closed_by = :by, note = :note
                        where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("note", note)
                .param("id", id)
                .update();
    }

    private static SecondAnswer answer(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new SecondAnswer(
                row.getObject("id", UUID.class),
                new RequestKey(row.getObject("request_key", UUID.class)),
                row.getString("way"),
                ProfileId.valueOf(row.getString("profile")),
                row.getString("state").equals("ISSUED"),
                row.getString("answer"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("note"));
    }
}
