package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.OcspAnswer;
import id.pamong.authority.builtin.key.Der;
import java.math.BigInteger;
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

/** The table {@code ca_ocsp_answer}: answers made once for all who ask. */
@Repository
class OcspRows {
    /** An answer as it lies here. */
    public record Kept(OcspAnswer answer, UUID signer, LocalDate askedOn) {}

    /** What is known of a serial number: its status, when that changed, and the kept answer. */
    record Known(OcspAnswers.Status status, @Nullable Instant changedAt, Optional<Kept> kept) {}

    private final JdbcClient jdbc;

    OcspRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A kept answer that is older than the certificate's status is not found. */
    public Known known(String ca, BigInteger serial) {
        return jdbc.sql(
                        """
                        select c.revoked_at, c.revocation_reason, c.invalid_since,
                            c.status_changed_at, a.der, a.this_update, a.next_update, a.signer,
                            a.asked_on
                        from ca_certificate c
                        left join ca_ocsp_answer a on a.ca = c.ca and a.serial = c.serial
                            and a.status_changed_at is not distinct from c.status_changed_at
                        where c.ca = ? and c.serial = ?
                        """)
                .param(ca)
                .param(Der.serial(serial))
                .query((row, _) -> known(row))
                .optional()
                .orElseGet(() ->
                        new Known(new OcspAnswers.Status.NeverIssued(), null, Optional.empty()));
    }

    private static Known known(ResultSet row) throws SQLException {
        byte[] der = row.getBytes("der");
        return new Known(
                IssuedCertificates.status(row),
                instantOrNull(row, "status_changed_at"),
                der == null
                        ? Optional.empty()
                        : Optional.of(
                                new Kept(
                                        OcspAnswer.cacheable(
                                                der,
                                                instant(row, "this_update"),
                                                instant(row, "next_update")),
                                        row.getObject("signer", UUID.class),
                                        row.getObject("asked_on", LocalDate.class))));
    }

    /** Keeps an answer about a status as it was read. */
    public void keep(
            String ca,
            BigInteger serial,
            UUID signer,
            @Nullable Instant changedAt,
            OcspAnswer answer,
            LocalDate askedOn) {
        jdbc.sql(
                        """
                        insert into ca_ocsp_answer (ca, serial, signer, status_changed_at, this_update,
                            next_update, asked_on, der)
                        values (:ca, :serial, :signer, :changedAt, :thisUpdate, :nextUpdate, :askedOn,
                            :der)
                        on conflict (ca, serial) do update set signer = excluded.signer,
                            status_changed_at = excluded.status_changed_at,
                            this_update = excluded.this_update, next_update = excluded.next_update,
                            asked_on = excluded.asked_on, der = excluded.der
                        """)
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .param("signer", signer)
                .param("changedAt", changedAt == null ? null : utc(changedAt))
                .param("thisUpdate", utc(java.util.Objects.requireNonNull(answer.thisUpdate())))
                .param("nextUpdate", utc(java.util.Objects.requireNonNull(answer.nextUpdate())))
                .param("askedOn", askedOn)
                .param("der", answer.der())
                .update();
    }

    /** Serial numbers of a CA whose answers are older and were asked for since. */
    public List<BigInteger> due(String ca, Instant olderThan, LocalDate askedSince, int most) {
        return jdbc.sql(
                        """
                        select a.serial from ca_ocsp_answer a
                        join ca_certificate c on c.ca = a.ca and c.serial = a.serial
                        where a.ca = :ca and a.this_update < :older and a.asked_on >= :since
                            and c.not_after > :older
                        order by a.this_update limit :most
                        """)
                .param("ca", ca)
                .param("older", utc(olderThan))
                .param("since", askedSince)
                .param("most", most)
                .query((row, _) -> new BigInteger(row.getString(1), 16))
                .list();
    }

    /** Forgets what nobody has asked for. */
    void forget(Instant endedBefore) {
        jdbc.sql("delete from ca_ocsp_answer where next_update < :ended")
                .param("ended", utc(endedBefore))
                .update();
    }

    /** Serial numbers whose status has changed since, with their CA. */
    List<Changed> changedSince(Instant since) {
        return jdbc.sql(
                        """
                        select ca, serial from ca_certificate where status_changed_at >= :since
                        """)
                .param("since", utc(since))
                .query((row, _) ->
                        new Changed(row.getString(1), new BigInteger(row.getString(2), 16)))
                .list();
    }

    /** A certificate whose status changed. */
    record Changed(String ca, BigInteger serial) {}

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
