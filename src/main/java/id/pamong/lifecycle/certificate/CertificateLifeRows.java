package id.pamong.lifecycle.certificate;

import id.pamong.authority.gateway.RevocationReason;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of a row of the table {@code certificate} after it was registered. */
@Repository
class CertificateLifeRows {
    private final JdbcClient jdbc;

    CertificateLifeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the row until the transaction ends. */
    Optional<RegisteredCertificate> hold(CertificateId id) {
        return jdbc.sql(CertificateRows.SELECT + " where id = :id for update")
                .param("id", id.value())
                .query(CertificateRows::certificate)
                .optional();
    }

    /** Blocks; one that is blocked already keeps since when. */
    void block(CertificateId id, BlockKind kind, Instant at) {
        jdbc.sql(
                        """
                        update certificate set blocked_at = coalesce(blocked_at, :at),
                            block_kind = :kind
                        where id = :id and revoked_at is null
                        """)
                .param("at", utc(at))
                .param("kind", kind.name())
                .param("id", id.value())
                .update();
    }

    void unblock(CertificateId id) {
        jdbc.sql(
                        """
                        update certificate set blocked_at = null, block_kind = null
                        where id = :id and revoked_at is null
                        """)
                .param("id", id.value())
                .update();
    }

    void revoke(CertificateId id, RevocationReason reason, Instant at) {
        jdbc.sql(
                        """
                        update certificate set revoked_at = :at, revocation_reason = :reason
                        where id = :id and revoked_at is null
                        """)
                .param("at", utc(at))
                .param("reason", reason.name())
                .param("id", id.value())
                .update();
    }

    /** Of a system, neither revoked nor expired. */
    List<RegisteredCertificate> ofSystem(SystemId system, Instant now) {
        return jdbc.sql(
                        CertificateRows.SELECT
                                + """
                                where system = :system and revoked_at is null and not_after >= :now
                                order by registered_at, id for update
                                """)
                .param("system", system.value())
                .param("now", utc(now))
                .query(CertificateRows::certificate)
                .list();
    }

    void handOver(CertificateId id, PersonId to) {
        jdbc.sql("update certificate set person = :to where id = :id")
                .param("to", to.value())
                .param("id", id.value())
                .update();
    }

    void follow(CertificateId successor, CertificateId predecessor) {
        jdbc.sql("update certificate set predecessor = :before where id = :id")
                .param("before", predecessor.value())
                .param("id", successor.value())
                .update();
    }

    Optional<CertificateId> predecessorOf(CertificateId id) {
        return neighbour("select predecessor from certificate where id = :id", id);
    }

    Optional<CertificateId> successorOf(CertificateId id) {
        return neighbour(
                "select id from certificate where predecessor = :id order by not_before desc limit 1",
                id);
    }

    private Optional<CertificateId> neighbour(String sql, CertificateId id) {
        return jdbc
                .sql(sql)
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(CertificateId::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
