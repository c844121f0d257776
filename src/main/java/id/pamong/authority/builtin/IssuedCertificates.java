package id.pamong.authority.builtin;

import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.office.database.LocalGovernmentId;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code ca_certificate} and {@code ca_crl}. */
@Repository
class IssuedCertificates {
    /** A certificate found by its request key. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Issued(String ca, ProfileId profile, byte[] der, byte[] publicKeySha256) {}

    private final JdbcClient jdbc;

    IssuedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What there is to know before an order: one question to the database. */
    Situation situation(
            LocalGovernmentId government, RequestKey requestKey, byte[] publicKeySha256) {
        return jdbc.sql(
                        """
                        select issuing.name, issuing.fingerprint, before.ca, before.profile,
                            before.der, before.public_key_sha256,
                            exists (select from ca_certificate where public_key_sha256 = ?) known
                        from (select 1) one
                        left join lateral (
                            select name, sha256(certificate) fingerprint from ca
                            where government = ? order by created_at desc, name desc limit 1
                        ) issuing on true
                        left join ca_certificate before on before.request_key = ?
                        """)
                .param(publicKeySha256)
                .param(government.value())
                .param(requestKey.value())
                .query((row, _) -> situation(row))
                .single();
    }

    private static Situation situation(ResultSet row) throws SQLException {
        String ca = row.getString("name");
        String before = row.getString("ca");
        return new Situation(
                ca == null
                        ? Optional.empty()
                        : Optional.of(
                                new Situation.Issuing(
                                        ca, HexFormat.of().formatHex(row.getBytes("fingerprint")))),
                before == null
                        ? Optional.empty()
                        : Optional.of(
                                new Issued(
                                        before,
                                        ProfileId.valueOf(row.getString("profile")),
                                        row.getBytes("der"),
                                        row.getBytes("public_key_sha256"))),
                row.getBoolean("known"));
    }

    /** What came of an order before, who is to sign now, and whether the key is certified. */
    record Situation(Optional<Issuing> issuing, Optional<Issued> before, boolean keyKnown) {
        /** The newest issuing authority and the SHA-256 of its certificate. */
        record Issuing(String ca, String fingerprint) {}
    }

    /** Writes what was signed; false if its request key or its key was written meanwhile. */
    boolean insert(
            String ca,
            @Nullable LocalGovernmentId government,
            @Nullable RequestKey requestKey,
            String profile,
            X509CertificateHolder certificate,
            byte[] publicKeySha256,
            Instant issuedAt) {
        return jdbc.sql(
                                """
                                insert into ca_certificate (ca, serial, government, request_key, profile, der,
                                    public_key_sha256, not_before, not_after, issued_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(ca)
                        .param(Der.serial(certificate.getSerialNumber()))
                        .param(government == null ? null : government.value())
                        .param(requestKey == null ? null : requestKey.value())
                        .param(profile)
                        .param(Der.of(certificate))
                        .param(publicKeySha256)
                        .param(utc(certificate.getNotBefore().toInstant()))
                        .param(utc(certificate.getNotAfter().toInstant()))
                        .param(utc(issuedAt))
                        .update()
                == 1;
    }

    OcspAnswers.Status status(String ca, BigInteger serial) {
        return jdbc.sql(
                        """
                        select revoked_at, revocation_reason, invalid_since from ca_certificate
                        where ca = :ca and serial = :serial
                        """)
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .query(IssuedCertificates::status)
                .optional()
                .orElseGet(OcspAnswers.Status.NeverIssued::new);
    }

    /** Writes that the certificate is ended or held. */
    void end(String ca, BigInteger serial, Ended ended) {
        Instant invalidSince = ended.invalidSince();
        jdbc.sql(
                        """
                        update ca_certificate set revoked_at = :at, revocation_reason = :reason,
                            invalid_since = :since, released_at = null
                        where ca = :ca and serial = :serial
                        """)
                .param("at", utc(ended.at()))
                .param("reason", ended.reasonName())
                .param("since", invalidSince == null ? null : utc(invalidSince))
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .update();
    }

    /** Writes that the certificate is in force again. */
    void release(String ca, BigInteger serial, Instant at) {
        jdbc.sql(
                        """
                        update ca_certificate set revoked_at = null, revocation_reason = null,
                            released_at = :at
                        where ca = :ca and serial = :serial
                        """)
                .param("at", utc(at))
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .update();
    }

    List<RevocationList.Entry> revoked(String ca) {
        return jdbc.sql(
                        """
                        select serial, revoked_at, revocation_reason, invalid_since from ca_certificate
                        where ca = :ca and revoked_at is not null order by serial
                        """)
                .param("ca", ca)
                .query((row, _) ->
                        new RevocationList.Entry(
                                new BigInteger(row.getString("serial"), 16), ended(row)))
                .list();
    }

    void insertCrl(RevocationList list) {
        jdbc.sql(
                        """
                        insert into ca_crl (ca, shard, number, this_update, next_update, der)
                        values (:ca, :shard, :number, :thisUpdate, :nextUpdate, :der)
                        """)
                .param("ca", list.ca())
                .param("shard", list.shard())
                .param("number", list.number())
                .param("thisUpdate", utc(list.thisUpdate()))
                .param("nextUpdate", utc(list.nextUpdate()))
                .param("der", list.der())
                .update();
    }

    Optional<RevocationList> newestCrl(String ca, int shard) {
        return jdbc.sql(
                        """
                        select ca, shard, number, this_update, next_update, der from ca_crl
                        where ca = :ca and shard = :shard order by number desc limit 1
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .query((row, _) ->
                        new RevocationList(
                                row.getString("ca"),
                                row.getInt("shard"),
                                row.getLong("number"),
                                instant(row, "this_update"),
                                instant(row, "next_update"),
                                row.getBytes("der")))
                .optional();
    }

    private static OcspAnswers.Status status(ResultSet row, int number) throws SQLException {
        return row.getString("revocation_reason") == null
                ? new OcspAnswers.Status.Good()
                : new OcspAnswers.Status.Revoked(ended(row));
    }

    private static Ended ended(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("invalid_since", OffsetDateTime.class);
        return Ended.of(
                instant(row, "revoked_at"),
                row.getString("revocation_reason"),
                since == null ? null : since.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
