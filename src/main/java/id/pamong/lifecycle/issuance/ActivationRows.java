package id.pamong.lifecycle.issuance;

import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.SealedKeyId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.registration.CeremonyId;
import id.pamong.office.archive.FileId;
import id.pamong.office.letter.StandardText;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code activation}. */
@Repository
class ActivationRows {
    private static final String SELECT =
            """
            select id, person, application, ceremony, step, presence_at, request_key, sealed_key,
                public_key, certificate, agreement_file, receipt_number, receipt_file, changed_at
            from activation
            """;

    /** The code of an activation, for comparing. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Code(byte @Nullable [] hash, @Nullable Instant expiresAt, int tries) {}

    private final JdbcClient jdbc;

    ActivationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins or begins again after an identification; what was accepted before must be again. */
    void identified(
            ApplicationId application,
            PersonId person,
            PersonId officer,
            String minuteNumber,
            FileId minute,
            byte[] codeHash,
            Instant codeExpiresAt,
            Instant now) {
        jdbc.sql(
                        """
                        insert into activation (id, person, application, step, presence_at, officer,
                            minute_number, minute_file, code_hash, code_expires_at, changed_at)
                        values (:id, :person, :id, 'CODE', :now, :officer, :number, :file, :hash,
                            :expires, :now)
                        on conflict (tenant, id) do update set step = 'CODE', presence_at = :now,
                            officer = :officer, minute_number = :number, minute_file = :file,
                            code_hash = :hash, code_expires_at = :expires, code_tries = 0,
                            changed_at = :now
                        """)
                .param("id", application.value())
                .param("person", person.value())
                .param("officer", officer.value())
                .param("number", minuteNumber)
                .param("file", minute.value())
                .param("hash", codeHash)
                .param("expires", utc(codeExpiresAt))
                .param("now", utc(now))
                .update();
    }

    /** Begins the officer's own, under the first run's minutes. */
    void beginByCeremony(ActivationId id, PersonId person, CeremonyId ceremony, Instant now) {
        jdbc.sql(
                        """
                        insert into activation (id, person, ceremony, step, changed_at)
                        values (:id, :person, :ceremony, 'STATEMENT', :now)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("ceremony", ceremony.value())
                .param("now", utc(now))
                .update();
    }

    Optional<Activation> byId(ActivationId id) {
        return one(" where id = :key", id.value());
    }

    /** The activation, held until the end of the transaction. */
    Optional<Activation> hold(ActivationId id) {
        return one(" where id = :key for update", id.value());
    }

    /** The application that a certificate came of; empty for an officer's under the ceremony. */
    Optional<UUID> applicationOf(CertificateId certificate) {
        return jdbc
                .sql("select application from activation where certificate = :certificate")
                .param("certificate", certificate.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<Activation> byRequest(RequestKey key) {
        return one(" where request_key = :key for update", key.value());
    }

    /** What was ordered; empty of an order that is older than this record of it. */
    Optional<OrderedTerms> ordered(ActivationId id) {
        return jdbc.sql(
                        """
                        select ordered_post, ordered_designated, ordered_agency, ordered_system,
                            ordered_algorithm
                        from activation where id = :id and ordered_agency is not null
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new OrderedTerms(
                                row.getString("ordered_post"),
                                row.getBoolean("ordered_designated"),
                                row.getString("ordered_agency"),
                                id(row, "ordered_system", SystemId::new),
                                KeyAlgorithm.valueOf(row.getString("ordered_algorithm"))))
                .optional();
    }

    List<Activation> of(PersonId person) {
        return jdbc.sql(SELECT + " where person = :person order by changed_at desc limit 50")
                .param("person", person.value())
                .query(ActivationRows::activation)
                .list();
    }

    Code code(ActivationId id) {
        return jdbc.sql(
                        """
                        select code_hash, code_expires_at, code_tries from activation where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Code(
                                row.getBytes("code_hash"),
                                instant(row, "code_expires_at"),
                                row.getInt("code_tries")))
                .single();
    }

    void countCodeTry(ActivationId id) {
        jdbc.sql("update activation set code_tries = code_tries + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The code is used up, whether it was right or no longer counts. */
    void endCode(ActivationId id, ActivationStep next, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = :step, code_hash = null, code_expires_at = null,
                            changed_at = :now
                        where id = :id
                        """)
                .param("step", next.name())
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void acceptStatement(ActivationId id, StandardText text, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'AGREEMENT', statement_version = :version,
                            statement_sha256 = :sha256, statement_at = :now, changed_at = :now
                        where id = :id
                        """)
                .param("version", text.version())
                .param("sha256", text.sha256())
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void acceptAgreement(
            ActivationId id, StandardText text, String number, FileId file, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'PASSPHRASE', agreement_version = :version,
                            agreement_sha256 = :sha256, agreement_at = :now,
                            agreement_number = :number, agreement_file = :file, changed_at = :now
                        where id = :id
                        """)
                .param("version", text.version())
                .param("sha256", text.sha256())
                .param("number", number)
                .param("file", file.value())
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Ordered.
     *
     * @param key in custody, or null when it stays at a system's own host
     */
    void order(
            ActivationId id,
            RequestKey requestKey,
            @Nullable SealedKeyId key,
            byte[] publicKeySpki,
            OrderedTerms terms,
            Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'ORDERED', request_key = :request,
                            sealed_key = :key, public_key = :public, ordered_post = :post,
                            ordered_designated = :designated, ordered_agency = :agency,
                            ordered_system = :system, ordered_algorithm = :algorithm,
                            changed_at = :now
                        where id = :id
                        """)
                .param("post", terms.post())
                .param("designated", terms.designated())
                .param("agency", terms.agency())
                .param("system", terms.system() == null ? null : terms.system().value())
                .param("algorithm", terms.algorithm().name())
                .param("request", requestKey.value())
                .param("key", key == null ? null : key.value())
                .param("public", publicKeySpki)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /** The CA declined: back to the passphrase, with a new key and a new order. */
    void refused(ActivationId id, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'PASSPHRASE', request_key = null,
                            sealed_key = null, public_key = null, changed_at = :now
                        where id = :id
                        """)
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void issued(ActivationId id, CertificateId certificate, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'RECEIPT', certificate = :certificate,
                            changed_at = :now
                        where id = :id
                        """)
                .param("certificate", certificate.value())
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void received(ActivationId id, String number, FileId receipt, Instant now) {
        jdbc.sql(
                        """
                        update activation set step = 'DONE', receipt_number = :number,
                            receipt_file = :file, received_at = :now, changed_at = :now
                        where id = :id
                        """)
                .param("number", number)
                .param("file", receipt.value())
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    private Optional<Activation> one(String where, UUID key) {
        return jdbc.sql(SELECT + where)
                .param("key", key)
                .query(ActivationRows::activation)
                .optional();
    }

    private static Activation activation(ResultSet row, int number) throws SQLException {
        UUID application = row.getObject("application", UUID.class);
        return new Activation(
                new ActivationId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                application != null
                        ? new IssuanceGround.ByDecision(new ApplicationId(application))
                        : new IssuanceGround.ByCeremony(
                                new CeremonyId(row.getObject("ceremony", UUID.class))),
                ActivationStep.valueOf(row.getString("step")),
                instant(row, "presence_at"),
                id(row, "request_key", RequestKey::new),
                id(row, "sealed_key", SealedKeyId::new),
                row.getBytes("public_key"),
                id(row, "certificate", CertificateId::new),
                id(row, "agreement_file", FileId::new),
                row.getString("receipt_number"),
                id(row, "receipt_file", FileId::new),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<UUID, T> type)
            throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
