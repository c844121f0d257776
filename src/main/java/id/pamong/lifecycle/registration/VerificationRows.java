package id.pamong.lifecycle.registration;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.office.organization.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims, checks and prepared decisions; every method joins the open transaction. */
@Repository
class VerificationRows {
    private final JdbcClient jdbc;

    VerificationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts the case on the officer's desk unless another one has it in force; the officer's own
     * claim keeps its token and is prolonged. In one statement, so that of two only one gets it.
     */
    Optional<Claim> claim(
            ApplicationId application,
            String dossierSha256,
            PersonId officer,
            Instant now,
            Instant until) {
        return jdbc.sql(
                        """
                        insert into verification as v
                            (application, claim, officer, claimed_at, claimed_until, dossier_sha256)
                        values (:application, :claim, :officer, :now, :until, :sha256)
                        on conflict (tenant, application) do update set
                            claim = case when v.officer = :officer then v.claim else :claim end,
                            claimed_at = case when v.officer = :officer then v.claimed_at else :now end,
                            officer = :officer,
                            claimed_until = :until
                        where v.claim is null or v.officer = :officer or v.claimed_until <= :now
                        returning claim, officer, claimed_at, claimed_until
                        """)
                .param("application", application.value())
                .param("claim", UUID.randomUUID())
                .param("officer", officer.value())
                .param("now", at(now))
                .param("until", at(until))
                .param("sha256", dossierSha256)
                .query((row, line) -> claimOf(row))
                .optional();
    }

    /** The claim, and the row locked until the transaction ends. */
    Optional<Claim> lockedClaim(ApplicationId application) {
        return jdbc.sql(
                        """
                        select claim, officer, claimed_at, claimed_until from verification
                        where application = :application and claim is not null for update
                        """)
                .param("application", application.value())
                .query((row, line) -> claimOf(row))
                .optional();
    }

    void release(ApplicationId application) {
        jdbc.sql(
                        """
                        update verification set
                            claim = null, officer = null, claimed_at = null, claimed_until = null
                        where application = :application
                        """)
                .param("application", application.value())
                .update();
    }

    /** Claims in force on any of the applications. */
    Map<ApplicationId, Claim> claims(Collection<ApplicationId> applications, Instant now) {
        Map<ApplicationId, Claim> found = new HashMap<>();
        if (applications.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select application, claim, officer, claimed_at, claimed_until
                        from verification
                        where application in (:applications) and claimed_until > :now
                        """)
                .param("applications", applications.stream().map(ApplicationId::value).toList())
                .param("now", at(now))
                .query(row -> {
                    found.put(
                            new ApplicationId(row.getObject("application", UUID.class)),
                            claimOf(row));
                });
        return found;
    }

    /** What is noted on the application for a dossier with this hash. */
    Verification find(ApplicationId application, String dossierSha256) {
        Map<CheckGroup, CheckAnswer> answers = new EnumMap<>(CheckGroup.class);
        jdbc.sql(
                        """
                        select check_group, result, note from verification_check
                        where application = :application and dossier_sha256 = :sha256
                        """)
                .param("application", application.value())
                .param("sha256", dossierSha256)
                .query(row -> {
                    @Nullable String result = row.getString("result");
                    answers.put(
                            CheckGroup.valueOf(row.getString("check_group")),
                            new CheckAnswer(
                                    result == null ? null : CheckResult.valueOf(result),
                                    row.getString("note")));
                });
        return jdbc.sql(
                        """
                        select claim, officer, claimed_at, claimed_until, dossier_sha256,
                            outcome, reason_codes, reason_texts, saved_at
                        from verification where application = :application
                        """)
                .param("application", application.value())
                .query((row, line) ->
                        new Verification(
                                row.getObject("claim") == null
                                        ? Optional.empty()
                                        : Optional.of(claimOf(row)),
                                answers,
                                row.getString("dossier_sha256").equals(dossierSha256)
                                        ? draft(row)
                                        : DecisionDraft.EMPTY,
                                instant(row, "saved_at")))
                .optional()
                .orElseGet(() ->
                        new Verification(Optional.empty(), answers, DecisionDraft.EMPTY, null));
    }

    void save(ApplicationId application, PersonId officer, Notes notes, Instant now) {
        jdbc.sql(
                        """
                        update verification set dossier_sha256 = :sha256, outcome = :outcome,
                            reason_codes = :codes, reason_texts = :texts, saved_at = :now
                        where application = :application
                        """)
                .param("application", application.value())
                .param("sha256", notes.dossierSha256())
                .param(
                        "outcome",
                        notes.draft().outcome() == null ? null : notes.draft().outcome().name())
                .param(
                        "codes",
                        notes.draft().reasons().stream()
                                .map(reason -> reason.code().name())
                                .toArray(String[]::new))
                .param(
                        "texts",
                        notes.draft().reasons().stream()
                                .map(DecisionDraft.DraftReason::text)
                                .toArray(String[]::new))
                .param("now", at(now))
                .update();
        notes.answers()
                .forEach((group, answer) ->
                        jdbc.sql(
                                        """
                                        insert into verification_check as c
                                            (application, dossier_sha256, check_group, result, note,
                                             officer, answered_at)
                                        values (:application, :sha256, :group, :result, :note,
                                             :officer, :now)
                                        on conflict (tenant, application, dossier_sha256, check_group)
                                        do update set result = excluded.result, note = excluded.note,
                                            officer = excluded.officer, answered_at = excluded.answered_at
                                        where c.result is distinct from excluded.result
                                           or c.note <> excluded.note
                                        """)
                                .param("application", application.value())
                                .param("sha256", notes.dossierSha256())
                                .param("group", group.name())
                                .param(
                                        "result",
                                        answer.result() == null ? null : answer.result().name())
                                .param("note", answer.note())
                                .param("officer", officer.value())
                                .param("now", at(now))
                                .update());
    }

    void disclosed(ApplicationId application, PersonId officer, String reason, Instant now) {
        jdbc.sql(
                        """
                        insert into identity_disclosure (id, application, officer, reason, shown_at)
                        values (:id, :application, :officer, :reason, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("application", application.value())
                .param("officer", officer.value())
                .param("reason", reason)
                .param("now", at(now))
                .update();
    }

    /** When the number was last shown to the officer. */
    Optional<Instant> lastDisclosure(ApplicationId application, PersonId officer) {
        return jdbc.sql(
                        """
                        select shown_at from identity_disclosure
                        where application = :application and officer = :officer
                        order by shown_at desc limit 1
                        """)
                .param("application", application.value())
                .param("officer", officer.value())
                .query((row, line) -> Objects.requireNonNull(instant(row, "shown_at")))
                .optional();
    }

    private static Claim claimOf(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("claim", UUID.class),
                new PersonId(row.getObject("officer", UUID.class)),
                Objects.requireNonNull(instant(row, "claimed_at")),
                Objects.requireNonNull(instant(row, "claimed_until")));
    }

    static DecisionDraft draft(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        List<String> codes = texts(row.getArray("reason_codes"));
        List<String> sentences = texts(row.getArray("reason_texts"));
        List<DecisionDraft.DraftReason> reasons = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            reasons.add(
                    new DecisionDraft.DraftReason(
                            ReasonCode.valueOf(codes.get(i)), sentences.get(i)));
        }
        return new DecisionDraft(
                outcome == null ? null : DecisionDraft.Outcome.valueOf(outcome), reasons);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
