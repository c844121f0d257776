package id.pamong.lifecycle.revocation;

import id.pamong.lifecycle.certificate.CertificateId;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code revocation_case}, {@code revocation_step} and {@code revocation_proof}. */
@Repository
class CaseRows {
    private static final String SELECT =
            """
            select c.id, c.number, c.certificate, c.person, c.origin, c.ground, c.emergency,
                c.explanation, c.invalid_since, c.state, c.version, c.opened_at, c.opened_by,
                c.object_until, c.authority_answer
            from revocation_case c
            """;
    private static final String OPEN =
            " c.state not in ('CONFIRMED', 'RELEASED', 'DISMISSED', 'LAPSED')";

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a case.
     *
     * @param nextTry when its authority is to be asked, or null while it is not
     * @return false when the certificate has an open one already
     */
    boolean open(RevocationCase it, @Nullable Instant nextTry) {
        return jdbc.sql(
                                """
                                insert into revocation_case (id, number, certificate, person,
                                    origin, ground, emergency, explanation, invalid_since, state,
                                    opened_at, opened_by, object_until, next_try_at, changed_at)
                                values (:id, :number, :certificate, :person, :origin, :ground,
                                    :emergency, :explanation, :since, :state, :at, :by, :until,
                                    :next, :at)
                                on conflict do nothing
                                """)
                        .param("id", it.id().value())
                        .param("number", it.number())
                        .param("certificate", it.certificate().value())
                        .param("person", it.person().value())
                        .param("origin", it.origin().name())
                        .param("ground", it.ground().name())
                        .param("emergency", it.emergency())
                        .param("explanation", it.explanation())
                        .param("since", utc(it.invalidSince()))
                        .param("state", it.state().name())
                        .param("at", utc(it.openedAt()))
                        .param("by", it.openedBy() == null ? null : it.openedBy().value())
                        .param("until", it.objectUntil())
                        .param("next", utc(nextTry))
                        .update()
                == 1;
    }

    /** Moves a case that is still as it was read. */
    boolean move(RevocationCase from, CaseState to, @Nullable Instant nextTry, Instant now) {
        return jdbc.sql(
                                """
                                update revocation_case set state = :state, version = version + 1,
                                    authority_tries = 0, next_try_at = :next, changed_at = :now
                                where id = :id and version = :version
                                """)
                        .param("state", to.name())
                        .param("next", utc(nextTry))
                        .param("now", utc(now))
                        .param("id", from.id().value())
                        .param("version", from.version())
                        .update()
                == 1;
    }

    /** Keeps what was signed with the step that was noted last. */
    void signed(RevocationCaseId id, FileId statement, FileId signature) {
        jdbc.sql(
                        """
                        update revocation_step set statement_file = :statement,
                            signature_file = :signature
                        where revocation = :id and position = (select max(position)
                            from revocation_step where revocation = :id)
                        """)
                .param("id", id.value())
                .param("statement", statement.value())
                .param("signature", signature.value())
                .update();
    }

    /** The latest decision: what was signed, or the signature over it. */
    Optional<FileId> decision(RevocationCaseId id, boolean signature) {
        return jdbc.sql(
                        """
                        select statement_file, signature_file from revocation_step
                        where revocation = :id and statement_file is not null
                        order by position desc limit 1
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new FileId(
                                row.getObject(
                                        signature ? "signature_file" : "statement_file",
                                        UUID.class)))
                .optional();
    }

    void note(RevocationCaseId id, CaseEntry entry) {
        jdbc.sql(
                        """
                        insert into revocation_step
                            (revocation, position, at, step, to_state, by_person, note)
                        select :id, count(*), :at, :step, :to, :by, :note
                        from revocation_step where revocation = :id
                        """)
                .param("id", id.value())
                .param("at", utc(entry.at()))
                .param("step", entry.step().name())
                .param("to", entry.to().name())
                .param("by", entry.by() == null ? null : entry.by().value())
                .param("note", entry.note())
                .update();
    }

    /** What the authority answered last, and when it is to be asked again; null for never. */
    void answered(RevocationCaseId id, String answer, @Nullable Instant nextTry) {
        jdbc.sql(
                        """
                        update revocation_case set authority_answer = :answer,
                            authority_tries = authority_tries + 1, next_try_at = :next
                        where id = :id
                        """)
                .param("answer", answer)
                .param("next", utc(nextTry))
                .param("id", id.value())
                .update();
    }

    int tries(RevocationCaseId id) {
        return jdbc.sql("select authority_tries from revocation_case where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void prove(RevocationCaseId id, ShownProof proof, byte[] content) {
        jdbc.sql(
                        """
                        insert into revocation_proof (revocation, kind, sha256, content, shown_at)
                        values (:id, :kind, :sha256, :content, :at) on conflict do nothing
                        """)
                .param("id", id.value())
                .param("kind", proof.kind().name())
                .param("sha256", proof.sha256())
                .param("content", content)
                .param("at", utc(proof.at()))
                .update();
    }

    Optional<byte[]> proof(RevocationCaseId id, ShownProof.Kind kind) {
        return jdbc.sql(
                        """
                        select content from revocation_proof
                        where revocation = :id and kind = :kind
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .query(byte[].class)
                .optional();
    }

    Optional<RevocationCase> find(RevocationCaseId id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id.value())
                .query(CaseRows::bare)
                .optional()
                .map(this::whole);
    }

    /** The case, its row locked until the transaction ends. */
    Optional<RevocationCase> hold(RevocationCaseId id) {
        return jdbc.sql(SELECT + " where c.id = :id for update")
                .param("id", id.value())
                .query(CaseRows::bare)
                .optional()
                .map(this::whole);
    }

    Optional<RevocationCase> openOf(CertificateId certificate) {
        return jdbc.sql(SELECT + " where c.certificate = :certificate and" + OPEN)
                .param("certificate", certificate.value())
                .query(CaseRows::bare)
                .optional()
                .map(this::whole);
    }

    /** Of a person, newest first. */
    List<RevocationCase> of(PersonId person) {
        return jdbc.sql(
                        SELECT
                                + " where c.person = :person order by c.opened_at desc, c.id limit 50")
                .param("person", person.value())
                .query(CaseRows::bare)
                .list();
    }

    /** In any of the states, oldest first, without their histories. */
    List<RevocationCase> in(Set<CaseState> states, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where c.state = any (:states) order by c.opened_at, c.id"
                                + " limit :limit")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(CaseRows::bare)
                .list();
    }

    /**
     * Whether the certificate has an open case, or had one on this ground, however it ended, opened
     * since; one dismissed before says nothing of what came later.
     */
    boolean isKnown(CertificateId certificate, Ground ground, Instant since) {
        return jdbc.sql(
                        """
                        select exists (select 1 from revocation_case
                            where certificate = :certificate and (
                                ground = :ground and opened_at >= :since or state not in ('CONFIRMED', 'RELEASED', 'DISMISSED', 'LAPSED')))
                        """)
                .param("certificate", certificate.value())
                .param("ground", ground.name())
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    /** Announced ones whose time to object is over, oldest first, without their histories. */
    List<RevocationCase> objectionsOver(LocalDate today, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where c.state = 'NOTICED' and c.object_until < :today"
                                + " order by c.opened_at, c.id limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query(CaseRows::bare)
                .list();
    }

    /** A page of the list, without histories. */
    List<CaseLine> list(
            String text,
            @Nullable CaseState state,
            Keyset keyset,
            @Nullable UUID after,
            int limit) {
        String pattern = text.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
        return jdbc.sql(
                        """
                        select c.id, c.number, c.origin, c.ground, c.emergency, c.state,
                            c.opened_at, r.subject, r.serial
                        from revocation_case c
                        join certificate r on r.tenant = c.tenant and r.id = c.certificate
                        where (cast(:state as text) is null or c.state = :state)
                          and (:text = '' or lower(c.number) like :pattern
                               or lower(r.subject) like :pattern or r.serial = :text)
                          and
                        """
                                + keyset.condition()
                                + keyset.order())
                .param("state", state == null ? null : state.name())
                .param("text", text.toLowerCase(java.util.Locale.ROOT))
                .param("pattern", "%" + pattern + "%")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) ->
                        new CaseLine(
                                new RevocationCaseId(row.getObject("id", UUID.class)),
                                row.getString("number"),
                                row.getString("subject"),
                                row.getString("serial"),
                                Origin.valueOf(row.getString("origin")),
                                Ground.valueOf(row.getString("ground")),
                                row.getBoolean("emergency"),
                                CaseState.valueOf(row.getString("state")),
                                required(row, "opened_at")))
                .list();
    }

    /** Those whose authority is to be asked now. */
    List<RevocationCaseId> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        select id from revocation_case where next_try_at <= :now
                        order by next_try_at limit :most
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, _) -> new RevocationCaseId(row.getObject(1, UUID.class)))
                .list();
    }

    private RevocationCase whole(RevocationCase bare) {
        List<CaseEntry> history =
                jdbc.sql(
                                """
                                select at, step, to_state, by_person, note from revocation_step
                                where revocation = :id order by position
                                """)
                        .param("id", bare.id().value())
                        .query((row, _) ->
                                new CaseEntry(
                                        required(row, "at"),
                                        CaseStep.valueOf(row.getString("step")),
                                        CaseState.valueOf(row.getString("to_state")),
                                        person(row, "by_person"),
                                        row.getString("note")))
                        .list();
        List<ShownProof> proofs =
                jdbc.sql(
                                """
                                select kind, sha256, length(content) as bytes, shown_at
                                from revocation_proof where revocation = :id order by kind desc
                                """)
                        .param("id", bare.id().value())
                        .query((row, _) ->
                                new ShownProof(
                                        ShownProof.Kind.valueOf(row.getString("kind")),
                                        row.getString("sha256"),
                                        row.getInt("bytes"),
                                        required(row, "shown_at")))
                        .list();
        return bare.with(history, proofs);
    }

    private static RevocationCase bare(ResultSet row, int number) throws SQLException {
        OffsetDateTime since = row.getObject("invalid_since", OffsetDateTime.class);
        return new RevocationCase(
                new RevocationCaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new CertificateId(row.getObject("certificate", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                Origin.valueOf(row.getString("origin")),
                Ground.valueOf(row.getString("ground")),
                row.getBoolean("emergency"),
                row.getString("explanation"),
                since == null ? null : since.toInstant(),
                CaseState.valueOf(row.getString("state")),
                row.getInt("version"),
                required(row, "opened_at"),
                person(row, "opened_by"),
                row.getObject("object_until", LocalDate.class),
                row.getString("authority_answer"),
                List.of(),
                List.of());
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
