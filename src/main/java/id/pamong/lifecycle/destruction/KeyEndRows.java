package id.pamong.lifecycle.destruction;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code key_end}. */
@Repository
class KeyEndRows {
    private static final String SELECT =
            """
            select k.id, k.ended_at, k.due_on, k.done_at, k.done_by, k.means, k.number, k.file
            from key_end k
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    KeyEndRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A certificate that ended and of whose key nothing was asked yet. */
    record Unasked(CertificateId certificate, Instant endedAt) {}

    /**
     * Ended by then and not asked of, the earliest first, after the one given. Keys in the
     * certification authority's hardware are never asked of.
     */
    List<Unasked> unasked(Instant until, @Nullable Unasked after, int limit) {
        return jdbc.sql(
                        """
                        select c.id, least(c.not_after, coalesce(c.revoked_at, c.not_after)) as ended_at
                        from certificate c
                        where least(c.not_after, coalesce(c.revoked_at, c.not_after)) <= :until
                            and (least(c.not_after, coalesce(c.revoked_at, c.not_after)), c.id)
                                > (:ended, :id)
                            and c.custody is distinct from 'CA_SIGNING_SERVICE'
                            and not exists (select from key_end k
                                where k.tenant = c.tenant and k.id = c.id)
                        order by least(c.not_after, coalesce(c.revoked_at, c.not_after)), c.id
                        limit :limit
                        """)
                .param("until", utc(until))
                .param("ended", utc(after == null ? Instant.EPOCH : after.endedAt()))
                .param("id", after == null ? FIRST : after.certificate().value())
                .param("limit", limit)
                .query((row, number) ->
                        new Unasked(
                                new CertificateId(row.getObject("id", UUID.class)),
                                row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False when it was there. */
    boolean open(KeyEnd it) {
        return jdbc.sql(
                                """
                                insert into key_end (id, ended_at, due_on) values (:id, :ended, :due)
                                on conflict do nothing
                                """)
                        .param("id", it.certificate().value())
                        .param("ended", utc(it.endedAt()))
                        .param("due", it.dueOn())
                        .update()
                == 1;
    }

    Optional<KeyEnd> byId(CertificateId id) {
        return jdbc.sql(SELECT + " where k.id = :id")
                .param("id", id.value())
                .query(KeyEndRows::keyEnd)
                .optional();
    }

    /** Held until the end of the transaction. */
    Optional<KeyEnd> hold(CertificateId id) {
        return jdbc.sql(SELECT + " where k.id = :id for update")
                .param("id", id.value())
                .query(KeyEndRows::keyEnd)
                .optional();
    }

    void done(CertificateId id, KeyEnd.Done done) {
        jdbc.sql(
                        """
                        update key_end set done_at = :at, done_by = :by, means = :means,
                            number = :number, file = :file
                        where id = :id and done_at is null
                        """)
                .param("at", utc(done.at()))
                .param("by", done.by().name())
                .param("means", done.means().name())
                .param("number", done.number())
                .param("file", done.file().value())
                .param("id", id.value())
                .update();
    }

    /**
     * Awaited and due before that day, not yet reminded of; the oldest first, after the one given.
     */
    List<KeyEnd> due(LocalDate before, @Nullable KeyEnd after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where k.done_at is null and k.due_on < :before
                                    and k.reminded_at is null
                                    and (k.due_on, k.id) > (:due, :id)
                                order by k.due_on, k.id limit :limit
                                """)
                .param("before", before)
                .param("due", after == null ? LocalDate.EPOCH : after.dueOn())
                .param("id", after == null ? FIRST : after.certificate().value())
                .param("limit", limit)
                .query(KeyEndRows::keyEnd)
                .list();
    }

    void reminded(CertificateId id, Instant now) {
        jdbc.sql("update key_end set reminded_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /** A page of the list; with {@code awaited} only those that are not done. */
    List<KeyEnd> list(Keyset keyset, boolean awaited, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where (not :awaited or k.done_at is null) and "
                                + keyset.condition()
                                + keyset.order())
                .param("awaited", awaited)
                .param("after", after)
                .param("limit", limit)
                .query(KeyEndRows::keyEnd)
                .list();
    }

    private static KeyEnd keyEnd(ResultSet row, int number) throws SQLException {
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new KeyEnd(
                new CertificateId(row.getObject("id", UUID.class)),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                done == null
                        ? null
                        : new KeyEnd.Done(
                                done.toInstant(),
                                KeyEnd.By.valueOf(row.getString("done_by")),
                                KeyEnd.Means.valueOf(row.getString("means")),
                                row.getString("number"),
                                new FileId(row.getObject("file", UUID.class))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
