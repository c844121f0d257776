package id.pamong.lifecycle.host;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.organization.SystemId;
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

/** The tables {@code host_permit} and {@code host_certificate}. */
@Repository
class HostRows {
    private static final String PERMIT =
            """
            select id, certificate, uses, used, until_at, granted_at, reference, drawn_at, ended_at
            from host_permit
            """;
    private static final String FETCHED =
            """
            select request_key, permit, predecessor, algorithm, public_key, state, certificate,
                ordered_at
            from host_certificate
            """;

    private final JdbcClient jdbc;

    HostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest one of a certificate. */
    Optional<HostPermit> of(CertificateId certificate) {
        return jdbc.sql(
                        PERMIT
                                + " where certificate = :certificate"
                                + " order by granted_at desc, id limit 1")
                .param("certificate", certificate.value())
                .query(HostRows::permit)
                .optional();
    }

    Optional<HostPermit> byReference(String reference) {
        return jdbc.sql(PERMIT + " where reference = :reference")
                .param("reference", reference)
                .query(HostRows::permit)
                .optional();
    }

    /** Held until the end of the transaction. */
    Optional<HostPermit> hold(UUID id) {
        return jdbc.sql(PERMIT + " where id = :id for update")
                .param("id", id)
                .query(HostRows::permit)
                .optional();
    }

    Optional<byte[]> secret(UUID id) {
        return jdbc.sql("select secret from host_permit where id = :id and secret is not null")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** False when an open one is there. */
    boolean grant(HostPermit it, UUID by) {
        return jdbc.sql(
                                """
                                insert into host_permit (id, certificate, uses, until_at, granted_at, granted_by)
                                values (:id, :certificate, :uses, :until, :at, :by)
                                on conflict do nothing
                                """)
                        .param("id", it.id())
                        .param("certificate", it.certificate().value())
                        .param("uses", it.uses())
                        .param("until", utc(it.until()))
                        .param("at", utc(it.grantedAt()))
                        .param("by", by)
                        .update()
                == 1;
    }

    void draw(UUID id, String reference, byte[] sealedSecret, Instant at) {
        jdbc.sql(
                        """
                        update host_permit set reference = :reference, secret = :secret, drawn_at = :at
                        where id = :id
                        """)
                .param("reference", reference)
                .param("secret", sealedSecret)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("update host_permit set ended_at = :at where id = :id and ended_at is null")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** Open permits of a system's certificates, held. */
    List<UUID> openOf(SystemId system) {
        return jdbc.sql(
                        """
                        select id from host_permit
                        where ended_at is null
                          and certificate in (select id from certificate where system = :system)
                        order by id for update
                        """)
                .param("system", system.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** One more certificate, or one less when it was refused. */
    void use(UUID id, int more) {
        jdbc.sql("update host_permit set used = used + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    void order(FetchedCertificate it) {
        jdbc.sql(
                        """
                        insert into host_certificate (request_key, permit, predecessor, algorithm,
                            public_key, state, ordered_at)
                        values (:key, :permit, :predecessor, :algorithm, :publicKey, :state, :at)
                        """)
                .param("key", it.order().value())
                .param("permit", it.permit())
                .param("predecessor", it.predecessor() == null ? null : it.predecessor().value())
                .param("algorithm", it.algorithm().name())
                .param("publicKey", it.publicKeySpki())
                .param("state", it.state().name())
                .param("at", utc(it.orderedAt()))
                .update();
    }

    void state(
            RequestKey order, FetchedCertificate.State state, @Nullable CertificateId certificate) {
        jdbc.sql(
                        """
                        update host_certificate set state = :state,
                            certificate = coalesce(:certificate, certificate)
                        where request_key = :key
                        """)
                .param("state", state.name())
                .param("certificate", certificate == null ? null : certificate.value())
                .param("key", order.value())
                .update();
    }

    Optional<FetchedCertificate> fetched(RequestKey order) {
        return jdbc.sql(FETCHED + " where request_key = :key")
                .param("key", order.value())
                .query(HostRows::fetched)
                .optional();
    }

    Optional<FetchedCertificate> fetched(CertificateId certificate) {
        return jdbc.sql(FETCHED + " where certificate = :certificate")
                .param("certificate", certificate.value())
                .query(HostRows::fetched)
                .optional();
    }

    /** Under a permit, the newest first. */
    List<FetchedCertificate> under(UUID permit, int most) {
        return jdbc.sql(FETCHED + " where permit = :permit order by ordered_at desc limit :most")
                .param("permit", permit)
                .param("most", most)
                .query(HostRows::fetched)
                .list();
    }

    private static HostPermit permit(ResultSet row, int number) throws SQLException {
        return new HostPermit(
                row.getObject("id", UUID.class),
                new CertificateId(row.getObject("certificate", UUID.class)),
                row.getInt("uses"),
                row.getInt("used"),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                instant(row.getObject("drawn_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static FetchedCertificate fetched(ResultSet row, int number) throws SQLException {
        return new FetchedCertificate(
                new RequestKey(row.getObject("request_key", UUID.class)),
                row.getObject("permit", UUID.class),
                certificate(row.getObject("predecessor", UUID.class)),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                row.getBytes("public_key"),
                FetchedCertificate.State.valueOf(row.getString("state")),
                certificate(row.getObject("certificate", UUID.class)),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable CertificateId certificate(@Nullable UUID id) {
        return id == null ? null : new CertificateId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
