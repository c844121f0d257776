package id.pamong.authority.builtin.status;

import id.pamong.authority.builtin.key.Der;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_certificate}. */
@Repository
public class IssuedCertificates {
    /** A certificate found by its request key. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Issued(String ca, ProfileId profile, byte[] der, byte[] publicKeySha256) {}

    /** Rows brought at once: a long list never lies in memory as rows. */
    private static final int FETCHED = 10_000;

    private final JdbcClient jdbc;

    public IssuedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What there is to know before an order: one question to the database. */
    public Situation situation(
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
    public record Situation(Optional<Issuing> issuing, Optional<Issued> before, boolean keyKnown) {
        /** The newest issuing authority and the SHA-256 of its certificate. */
        public record Issuing(String ca, String fingerprint) {}
    }

    /** Writes what was signed; false if its request key or its key was written meanwhile. */
    public boolean insert(
            String ca,
            @Nullable LocalGovernmentId government,
            @Nullable RequestKey requestKey,
            String profile,
            X509CertificateHolder certificate,
            byte[] publicKeySha256,
            int shard,
            Instant issuedAt) {
        return jdbc.sql(
                                """
                                insert into ca_certificate (ca, serial, government, request_key, profile, der,
                                    public_key_sha256, not_before, not_after, issued_at, shard)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                        .param(shard)
                        .update()
                == 1;
    }

    public OcspAnswers.Status status(String ca, BigInteger serial) {
        return jdbc.sql(
                        """
                        select revoked_at, revocation_reason, invalid_since from ca_certificate
                        where ca = :ca and serial = :serial
                        """)
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .query((row, _) -> status(row))
                .optional()
                .orElseGet(OcspAnswers.Status.NeverIssued::new);
    }

    /** Writes that the certificate is ended or held. */
    public void end(String ca, BigInteger serial, Ended ended, Instant now) {
        Instant invalidSince = ended.invalidSince();
        jdbc.sql(
                        """
                        update ca_certificate set revoked_at = :at, revocation_reason = :reason,
                            invalid_since = :since, released_at = null, status_changed_at = :now
                        where ca = :ca and serial = :serial
                        """)
                .param("at", utc(ended.at()))
                .param("now", utc(now))
                .param("reason", ended.reasonName())
                .param("since", invalidSince == null ? null : utc(invalidSince))
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .update();
    }

    /** Writes that the certificate is in force again. */
    public void release(String ca, BigInteger serial, Instant at) {
        jdbc.sql(
                        """
                        update ca_certificate set revoked_at = null, revocation_reason = null,
                            invalid_since = null, released_at = :at, status_changed_at = :at
                        where ca = :ca and serial = :serial
                        """)
                .param("at", utc(at))
                .param("ca", ca)
                .param("serial", Der.serial(serial))
                .update();
    }

    /** At most so many are counted. */
    int revokedCount(String ca, int shard, int most) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from ca_certificate
                            where ca = :ca and shard = :shard and revoked_at is not null
                            limit :most) counted
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** What is revoked or held of a shard and had not expired then, by serial number. */
    public void revoked(
            String ca, int shard, Instant notExpired, Consumer<RevocationList.Entry> to) {
        jdbc.sql(
                        """
                        select serial, revoked_at, revocation_reason, invalid_since
                        from ca_certificate
                        where ca = :ca and shard = :shard and revoked_at is not null
                            and not_after > :notExpired
                        order by serial
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .param("notExpired", utc(notExpired))
                .withFetchSize(FETCHED)
                .query(row -> {
                    to.accept(
                            new RevocationList.Entry(
                                    new BigInteger(row.getString("serial"), 16), ended(row)));
                });
    }

    /** What changed its status since, in force again or not. */
    void changedSince(String ca, int shard, Instant since, Consumer<RevocationList.Entry> to) {
        jdbc.sql(
                        """
                        select serial, revoked_at, revocation_reason, invalid_since, status_changed_at
                        from ca_certificate
                        where ca = :ca and shard = :shard and status_changed_at >= :since
                        order by serial
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .param("since", utc(since))
                .withFetchSize(FETCHED)
                .query(row -> {
                    BigInteger serial = new BigInteger(row.getString("serial"), 16);
                    to.accept(
                            row.getString("revocation_reason") == null
                                    ? RevocationList.Entry.released(
                                            serial, instant(row, "status_changed_at"))
                                    : new RevocationList.Entry(serial, ended(row)));
                });
    }

    public static OcspAnswers.Status status(ResultSet row) throws SQLException {
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
