package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed decisions; every method joins the open transaction. */
@Repository
class DecisionRows {
    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a decision.
     *
     * @param list that it was signed in, or null
     */
    void add(RecordedDecision decision, String statementSha256, @Nullable DecisionListId list) {
        jdbc.sql(
                        """
                        insert into registration_decision (id, application, dossier_sha256, outcome,
                            officer, certificate_serial, decided_at, statement_sha256, statement,
                            signature, answer_number, answer, list)
                        values (:id, :application, :dossier, :outcome, :officer, :serial, :at,
                            :sha256, :statement, :signature, :number, :answer, :list)
                        """)
                .param("list", list == null ? null : list.value())
                .param("id", decision.id().value())
                .param("application", decision.application().value())
                .param("dossier", decision.dossierSha256())
                .param("outcome", decision.outcome().name())
                .param("officer", decision.officer().value())
                .param("serial", decision.certificateSerial())
                .param("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("sha256", statementSha256)
                .param("statement", decision.statement().value())
                .param("signature", decision.signature().value())
                .param("number", decision.answerNumber())
                .param("answer", decision.answer() == null ? null : decision.answer().value())
                .update();
    }

    /** All on an application, newest first. */
    List<RecordedDecision> of(ApplicationId application) {
        return jdbc.sql(
                        """
                        select d.id, d.application, d.dossier_sha256, d.outcome, d.officer,
                            d.certificate_serial, d.decided_at, d.statement, l.manifest,
                            d.signature, d.answer_number, d.answer, d.voided_at
                        from registration_decision d
                        left join decision_list l on l.tenant = d.tenant and l.id = d.list
                        where d.application = :application
                        order by d.decided_at desc
                        """)
                .param("application", application.value())
                .query((row, line) -> decision(row))
                .list();
    }

    /** Decisions on the application no longer count. */
    void voidAll(ApplicationId application, Instant at) {
        jdbc.sql(
                        """
                        update registration_decision set voided_at = :at
                        where application = :application and voided_at is null
                        """)
                .param("application", application.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RecordedDecision decision(ResultSet row) throws SQLException {
        @Nullable UUID manifest = row.getObject("manifest", UUID.class);
        @Nullable UUID answer = row.getObject("answer", UUID.class);
        @Nullable OffsetDateTime voided = row.getObject("voided_at", OffsetDateTime.class);
        return new RecordedDecision(
                new DecisionId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("dossier_sha256"),
                DecisionDraft.Outcome.valueOf(row.getString("outcome")),
                new PersonId(row.getObject("officer", UUID.class)),
                row.getString("certificate_serial"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new FileId(row.getObject("statement", UUID.class)),
                manifest == null ? null : new FileId(manifest),
                new FileId(row.getObject("signature", UUID.class)),
                row.getString("answer_number"),
                answer == null ? null : new FileId(answer),
                voided == null ? null : voided.toInstant());
    }
}
