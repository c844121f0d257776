package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
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

/** Signed lists and their lines; every method joins the open transaction. */
@Repository
class DecisionListRows {
    private static final String LIST =
            """
            select id, batch, officer, account, certificate_serial, decided_at, manifest,
                manifest_sha256, signature, answer_number, answer, settled_at
            from decision_list
            """;
    private static final String ENTRY =
            """
            select position, application, dossier_version, dossier_sha256, outcome, reason_codes,
                reason_texts, statement, statement_sha256, state, why
            from decision_list_entry
            """;

    private final JdbcClient jdbc;

    DecisionListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DecisionList list, List<DecisionList.Entry> entries) {
        jdbc.sql(
                        """
                        insert into decision_list (id, batch, officer, account, certificate_serial,
                            decided_at, manifest, manifest_sha256, signature, answer_number)
                        values (:id, :batch, :officer, :account, :serial, :at, :manifest, :sha256,
                            :signature, :number)
                        """)
                .param("id", list.id().value())
                .param("batch", list.batch().value())
                .param("officer", list.officer().value())
                .param("account", list.account())
                .param("serial", list.certificateSerial())
                .param("at", at(list.decidedAt()))
                .param("manifest", list.manifest().value())
                .param("sha256", list.manifestSha256())
                .param("signature", list.signature().value())
                .param("number", list.answerNumber())
                .update();
        entries.forEach(entry -> add(list.id(), entry));
    }

    private void add(DecisionListId list, DecisionList.Entry entry) {
        jdbc.sql(
                        """
                        insert into decision_list_entry (list, position, application,
                            dossier_version, dossier_sha256, outcome, reason_codes, reason_texts,
                            statement, statement_sha256)
                        values (:list, :position, :application, :version, :dossier, :outcome,
                            :codes, :texts, :statement, :sha256)
                        """)
                .param("list", list.value())
                .param("position", entry.position())
                .param("application", entry.application().value())
                .param("version", entry.dossierVersion())
                .param("dossier", entry.dossierSha256())
                .param("outcome", String.valueOf(entry.draft().outcome()))
                .param(
                        "codes",
                        entry.draft().reasons().stream()
                                .map(reason -> reason.code().name())
                                .toArray(String[]::new))
                .param(
                        "texts",
                        entry.draft().reasons().stream()
                                .map(DecisionDraft.DraftReason::text)
                                .toArray(String[]::new))
                .param("statement", entry.statement().value())
                .param("sha256", entry.statementSha256())
                .update();
    }

    Optional<DecisionList> find(DecisionListId id) {
        return jdbc.sql(LIST + " where id = :id")
                .param("id", id.value())
                .query(DecisionListRows::list)
                .optional();
    }

    /** The newest first. */
    List<DecisionList> ofBatch(CollectiveBatchId batch) {
        return jdbc.sql(LIST + " where batch = :batch order by decided_at desc, id")
                .param("batch", batch.value())
                .query(DecisionListRows::list)
                .list();
    }

    List<DecisionListId> unsettled() {
        return jdbc
                .sql("select id from decision_list where settled_at is null order by decided_at")
                .query(UUID.class)
                .list()
                .stream()
                .map(DecisionListId::new)
                .toList();
    }

    List<DecisionList.Entry> entries(DecisionListId list) {
        return jdbc.sql(ENTRY + " where list = :list order by position")
                .param("list", list.value())
                .query(DecisionListRows::entry)
                .list();
    }

    /** Some that wait, locked; another runner's are passed over. */
    List<DecisionList.Entry> nextWaiting(DecisionListId list, int limit) {
        return jdbc.sql(
                        ENTRY
                                + """
                                 where list = :list and state = 'WAITING'
                                order by position limit :limit for update skip locked
                                """)
                .param("list", list.value())
                .param("limit", limit)
                .query(DecisionListRows::entry)
                .list();
    }

    void decided(DecisionListId list, int position) {
        jdbc.sql(
                        """
                        update decision_list_entry set state = 'DECIDED'
                        where list = :list and position = :position
                        """)
                .param("list", list.value())
                .param("position", position)
                .update();
    }

    void dropped(DecisionListId list, int position, String why) {
        jdbc.sql(
                        """
                        update decision_list_entry set state = 'DROPPED', why = :why
                        where list = :list and position = :position
                        """)
                .param("list", list.value())
                .param("position", position)
                .param("why", why)
                .update();
    }

    /** The list locked, if nothing of it waits and it is not settled. */
    Optional<DecisionList> toSettle(DecisionListId list) {
        return jdbc.sql(
                        LIST
                                + """
                                 where id = :id and settled_at is null and not exists (
                                    select from decision_list_entry e
                                    where e.list = decision_list.id and e.state = 'WAITING')
                                for update
                                """)
                .param("id", list.value())
                .query(DecisionListRows::list)
                .optional();
    }

    void settled(DecisionListId list, @Nullable FileId answer, Instant at) {
        jdbc.sql("update decision_list set answer = :answer, settled_at = :at where id = :id")
                .param("id", list.value())
                .param("answer", answer == null ? null : answer.value())
                .param("at", at(at))
                .update();
        if (answer != null) {
            jdbc.sql("update registration_decision set answer = :answer where list = :id")
                    .param("id", list.value())
                    .param("answer", answer.value())
                    .update();
        }
    }

    private static DecisionList list(ResultSet row, int line) throws SQLException {
        @Nullable UUID answer = row.getObject("answer", UUID.class);
        @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new DecisionList(
                new DecisionListId(row.getObject("id", UUID.class)),
                new CollectiveBatchId(row.getObject("batch", UUID.class)),
                new PersonId(row.getObject("officer", UUID.class)),
                row.getObject("account", UUID.class),
                row.getString("certificate_serial"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new FileId(row.getObject("manifest", UUID.class)),
                row.getString("manifest_sha256"),
                new FileId(row.getObject("signature", UUID.class)),
                row.getString("answer_number"),
                answer == null ? null : new FileId(answer),
                settled == null ? null : settled.toInstant());
    }

    private static DecisionList.Entry entry(ResultSet row, int line) throws SQLException {
        return new DecisionList.Entry(
                row.getInt("position"),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getInt("dossier_version"),
                row.getString("dossier_sha256"),
                VerificationRows.draft(row),
                new FileId(row.getObject("statement", UUID.class)),
                row.getString("statement_sha256"),
                DecisionList.State.valueOf(row.getString("state")),
                row.getString("why"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
