package id.pamong.authority.gateway;

import id.pamong.office.database.LocalGovernmentId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_order}. */
@Repository
class Orders {
    /** An order as it stands in the book. */
    record Entry(CertificateOrder order, String way, int tries, OrderOutcome outcome) {
        boolean isSettled() {
            return switch (outcome) {
                case OrderOutcome.Issued _, OrderOutcome.Refused _ -> true;
                case OrderOutcome.Accepted _, OrderOutcome.Unavailable _ -> false;
            };
        }
    }

    private static final String COLUMNS =
            """
            tenant, request_key, coalesce(way, authority) as way, profile, subject_name, subject_title, subject_unit,
            subject_organization, subject_country, dns_names, csr, not_after, state, tries, answer, certificate, chain
            """;

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the intent; an order with that key stays as it is. */
    void intend(CertificateOrder order, CertificationAuthority way, Instant now) {
        jdbc.sql(
                        """
                        insert into certificate_order (request_key, authority, way, profile,
                            subject_name, subject_title, subject_unit, subject_organization, subject_country,
                            dns_names, csr, not_after, state, next_try_at, placed_at)
                        values (:key, :authority, :way, :profile, :name, :title, :unit, :organization,
                            :country, :dns, :csr, :notAfter, 'PLACED', :now, :now)
                        on conflict (tenant, request_key) do nothing
                        """)
                .param("key", order.requestKey().value())
                .param("authority", way.authority())
                .param("way", way.id())
                .param("profile", order.profile().name())
                .param("name", order.subject().commonName())
                .param("title", order.subject().title())
                .param("unit", order.subject().unit())
                .param("organization", order.subject().organization())
                .param("country", order.subject().country())
                .param("dns", order.dnsNames().toArray(String[]::new))
                .param("csr", order.csrDer())
                .param("notAfter", utc(order.notAfter()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Writes an order together with what came of it; an order without an answer so far gets it.
     * False if another has settled it meanwhile.
     */
    boolean enter(
            CertificateOrder order,
            CertificationAuthority way,
            OrderOutcome outcome,
            @Nullable Instant nextTry,
            Instant now) {
        Written written = Written.of(outcome);
        OffsetDateTime at = utc(now);
        return jdbc.sql(
                                """
                                insert into certificate_order (request_key, authority, way, profile,
                                    subject_name, subject_title, subject_unit, subject_organization, subject_country,
                                    dns_names, csr, not_after, state, tries, next_try_at, answer, certificate,
                                    chain, placed_at, settled_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
                                on conflict (tenant, request_key) do update set state = excluded.state,
                                    tries = certificate_order.tries + 1, next_try_at = excluded.next_try_at,
                                    answer = excluded.answer, certificate = excluded.certificate,
                                    chain = excluded.chain, settled_at = excluded.settled_at
                                where certificate_order.settled_at is null
                                """)
                        .param(order.requestKey().value())
                        .param(way.authority())
                        .param(way.id())
                        .param(order.profile().name())
                        .param(order.subject().commonName())
                        .param(order.subject().title())
                        .param(order.subject().unit())
                        .param(order.subject().organization())
                        .param(order.subject().country())
                        .param(order.dnsNames().toArray(String[]::new))
                        .param(order.csrDer())
                        .param(utc(order.notAfter()))
                        .param(written.state())
                        .param(utc(nextTry))
                        .param(written.answer())
                        .param(written.certificate())
                        .param(written.chain())
                        .param(at)
                        .param(written.isSettled() ? at : null)
                        .update()
                == 1;
    }

    /** An outcome in the columns of the table. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Written(
            String state,
            @Nullable String answer,
            byte @Nullable [] certificate,
            byte @Nullable [] @Nullable [] chain) {
        static Written of(OrderOutcome outcome) {
            return switch (outcome) {
                case OrderOutcome.Issued(byte[] certificate, List<byte[]> chain) ->
                        new Written("ISSUED", null, certificate, chain.toArray(byte[][]::new));
                case OrderOutcome.Accepted(String reference) ->
                        new Written("ACCEPTED", reference, null, null);
                case OrderOutcome.Refused(String code) -> new Written("REFUSED", code, null, null);
                case OrderOutcome.Unavailable(String reason) ->
                        new Written("PLACED", reason, null, null);
            };
        }

        boolean isSettled() {
            return state.equals("ISSUED") || state.equals("REFUSED");
        }
    }

    /**
     * Takes an order that is due until a moment, so that nobody else sends it meanwhile; after that
     * moment it is due again, whatever became of the one who took it. Empty if it is settled, not
     * due, or taken.
     */
    Optional<Entry> take(RequestKey key, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        update certificate_order set next_try_at = :until
                        where request_key = :key and settled_at is null and next_try_at <= :now
                        returning
                        """
                                + COLUMNS)
                .param("key", key.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Orders::entry)
                .optional();
    }

    Optional<Entry> byKey(RequestKey key) {
        return jdbc.sql("select " + COLUMNS + " from certificate_order where request_key = :key")
                .param("key", key.value())
                .query(Orders::entry)
                .optional();
    }

    /** Orders without an answer whose time has come, the oldest first. */
    List<RequestKey> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select request_key from certificate_order where next_try_at <= :now
                        order by next_try_at limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new RequestKey(row.getObject(1, UUID.class)))
                .list();
    }

    /** Not settled, the oldest first. */
    List<OpenOrder> open(int most) {
        return jdbc.sql(
                        """
                        select request_key, coalesce(way, authority) as way, profile, state, tries, answer, placed_at,
                            next_try_at
                        from certificate_order where settled_at is null and next_try_at is not null
                        order by next_try_at, placed_at limit :most
                        """)
                .param("most", most)
                .query((row, _) ->
                        new OpenOrder(
                                new RequestKey(row.getObject("request_key", UUID.class)),
                                row.getString("way"),
                                ProfileId.valueOf(row.getString("profile")),
                                row.getString("state").equals("ACCEPTED"),
                                row.getInt("tries"),
                                row.getString("answer"),
                                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                                instant(row.getObject("next_try_at", OffsetDateTime.class))))
                .list();
    }

    /**
     * Writes what came of an order.
     *
     * @param lease until when the one who asked had taken it; an answer that settles nothing counts
     *     only while that lease is the last one. Null for an answer that nobody waited for
     * @return false if another has settled it, or has taken it meanwhile
     */
    boolean answer(
            RequestKey key,
            OrderOutcome outcome,
            @Nullable Instant nextTry,
            @Nullable Instant lease,
            Instant now) {
        Written written = Written.of(outcome);
        return jdbc.sql(
                                """
                                update certificate_order set state = :state, tries = tries + 1,
                                    next_try_at = :next, answer = :answer, certificate = :certificate,
                                    chain = :chain, settled_at = :settled
                                where request_key = :key and settled_at is null
                                    and (:counts or next_try_at = :lease)
                                """)
                        .param("counts", lease == null || written.isSettled())
                        .param("lease", utc(lease))
                        .param("state", written.state())
                        .param("next", utc(nextTry))
                        .param("answer", written.answer())
                        .param("certificate", written.certificate())
                        .param("chain", written.chain())
                        .param("settled", written.isSettled() ? utc(now) : null)
                        .param("key", key.value())
                        .update()
                == 1;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(row.getObject("request_key", UUID.class)),
                        new LocalGovernmentId(row.getObject("tenant", UUID.class)),
                        ProfileId.valueOf(row.getString("profile")),
                        new SubjectName(
                                row.getString("subject_name"),
                                row.getString("subject_title"),
                                row.getString("subject_unit"),
                                row.getString("subject_organization"),
                                row.getString("subject_country")),
                        List.of((String[]) row.getArray("dns_names").getArray()),
                        row.getBytes("csr"),
                        instant(row.getObject("not_after", OffsetDateTime.class)));
        return new Entry(order, row.getString("way"), row.getInt("tries"), outcome(row));
    }

    private static OrderOutcome outcome(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        String text = answer == null ? "" : answer;
        return switch (row.getString("state")) {
            case "ISSUED" -> new OrderOutcome.Issued(row.getBytes("certificate"), chain(row));
            case "ACCEPTED" -> new OrderOutcome.Accepted(text);
            case "REFUSED" -> new OrderOutcome.Refused(text);
            default -> new OrderOutcome.Unavailable(text);
        };
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static List<byte[]> chain(ResultSet row) throws SQLException {
        Array chain = row.getArray("chain");
        return chain == null ? List.of() : Arrays.asList((byte[][]) chain.getArray());
    }
}
