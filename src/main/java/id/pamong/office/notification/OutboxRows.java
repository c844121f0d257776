package id.pamong.office.notification;

import id.pamong.office.database.Keyset;
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

@Repository
class OutboxRows {
    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that is due, still sealed. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Due(UUID id, byte[] address, byte[] content, int attempts) {}

    void add(
            UUID id,
            byte[] address,
            String addressHint,
            byte[] content,
            String messageKey,
            Instant at) {
        jdbc.sql(
                        """
                        insert into outbox_mail (id, address_sealed, address_hint, content_sealed,
                            message_key, state, due_at, created_at)
                        values (:id, :address, :hint, :content, :key, 'WAITING', :at, :at)
                        """)
                .param("id", id)
                .param("address", address)
                .param("hint", addressHint)
                .param("content", content)
                .param("key", messageKey)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locked for the transaction; another node's are passed over. */
    Optional<Due> nextDue(Instant now) {
        return jdbc.sql(
                        """
                        select id, address_sealed, content_sealed, attempts from outbox_mail
                        where state = 'WAITING' and due_at <= :now
                        order by due_at limit 1 for update skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Due(
                                row.getObject("id", UUID.class),
                                row.getBytes("address_sealed"),
                                row.getBytes("content_sealed"),
                                row.getInt("attempts")))
                .optional();
    }

    void sent(UUID id, Instant at) {
        jdbc.sql(
                        """
                        update outbox_mail set state = 'SENT', content_sealed = null, sent_at = :at,
                            attempts = attempts + 1, problem = null
                        where id = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(UUID id, String problem, boolean givenUp, Instant dueAt, int attempts) {
        jdbc.sql(
                        """
                        update outbox_mail set state = :state, attempts = :attempts,
                            problem = :problem, due_at = :dueAt
                        where id = :id
                        """)
                .param("id", id)
                .param("state", givenUp ? "FAILED" : "WAITING")
                .param("attempts", attempts)
                .param("problem", problem)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everything unsent becomes due now. */
    int dueNow(Instant at) {
        return jdbc.sql(
                        """
                        update outbox_mail set state = 'WAITING', attempts = 0, due_at = :at
                        where state <> 'SENT'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<OutboxMail> list(String state, @Nullable UUID after, boolean descending, int limit) {
        Keyset keyset = new Keyset("outbox_mail", "m", "created_at", descending);
        return jdbc.sql(
                        """
                        select m.id, m.address_hint, m.message_key, m.state, m.attempts,
                               m.created_at, m.due_at, m.sent_at, m.problem
                        from outbox_mail m
                        where (:state = '' or m.state = :state) and
                        """
                                + keyset.condition()
                                + keyset.order())
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query(OutboxRows::read)
                .list();
    }

    List<OutboxMail> newest(@Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select id, address_hint, message_key, state, attempts, created_at, due_at,
                               sent_at, problem
                        from outbox_mail
                        where cast(:after as uuid) is null or (created_at, id)
                            < (select l.created_at, l.id from outbox_mail l where l.id = :after)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(OutboxRows::read)
                .list();
    }

    int unsent() {
        return jdbc.sql("select count(*) from outbox_mail where state <> 'SENT'")
                .query(Integer.class)
                .single();
    }

    private static OutboxMail read(ResultSet row, int number) throws SQLException {
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new OutboxMail(
                row.getObject("id", UUID.class),
                row.getString("address_hint"),
                row.getString("message_key"),
                OutboxMail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getString("problem"));
    }
}
