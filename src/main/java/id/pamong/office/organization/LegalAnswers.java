package id.pamong.office.organization;

import id.pamong.office.audit.AuditRecord;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.OpenQuestion;
import id.pamong.office.regulation.RegulationProfile;
import id.pamong.office.regulation.Setting;
import id.pamong.office.regulation.SettingSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers of a local government's legal office to questions that its regulation leaves open, such
 * as {@code users.asnScope}. An answer goes before the regulation's own setting of the same key; a
 * later one replaces it and the earlier stays on record.
 */
@Repository
public class LegalAnswers {
    /** The command in the table of permissions. */
    public static final String COMMAND = "regulation.answer";

    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 150;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;

    LegalAnswers(JdbcClient jdbc, TenantTransactions transactions, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param reason why, in the words of the one who answers
     * @param answeredBy name and post of who answers for the legal office, as written
     * @param recordedBy who entered it; null in the ceremony, where nobody has an account yet
     */
    public record LegalAnswer(
            String value,
            String reason,
            String answeredBy,
            @Nullable PersonId recordedBy,
            Instant answeredAt) {}

    /** An answer about to be given. */
    public record NewAnswer(String key, String value, String reason, String answeredBy) {
        public NewAnswer {
            reason = reason.strip();
            answeredBy = answeredBy.strip();
        }
    }

    /** Everything that is wrong with an answer; fields value, reason and by. */
    public static List<Finding> check(OpenQuestion question, NewAnswer answer) {
        List<Finding> findings = new ArrayList<>();
        if (!question.answers().contains(answer.value())) {
            findings.add(Finding.blocking("legal-answer.choice", "value"));
        }
        if (answer.reason().length() < SHORTEST_REASON) {
            findings.add(Finding.blocking("legal-answer.reason", "reason", SHORTEST_REASON));
        } else if (answer.reason().length() > LONGEST_REASON) {
            findings.add(Finding.blocking("legal-answer.too-long", "reason", LONGEST_REASON));
        }
        if (answer.answeredBy().length() < 3) {
            findings.add(Finding.blocking("legal-answer.by", "by"));
        } else if (answer.answeredBy().length() > LONGEST_NAME) {
            findings.add(Finding.blocking("legal-answer.too-long", "by", LONGEST_NAME));
        }
        return findings;
    }

    /** The answer in force. */
    public Optional<LegalAnswer> answer(LocalGovernmentId government, String key) {
        return history(government, key).stream().findFirst();
    }

    /** Every answer ever given to the question, the latest first. */
    public List<LegalAnswer> history(LocalGovernmentId government, String key) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select value, reason, answered_by, recorded_by, answered_at
                                        from legal_answer
                                        where key = :key order by answered_at desc
                                        """)
                                .param("key", key)
                                .query((row, number) -> answer(row))
                                .list());
    }

    /**
     * What holds for the local government: its answer where the regulation leaves the question
     * open, else the regulation's own setting.
     */
    public Setting inForce(LocalGovernmentId government, RegulationProfile profile, String key) {
        Setting setting = profile.setting(key);
        return setting.source() == SettingSource.OPEN
                ? answer(government, key)
                        .map(answer ->
                                new Setting(
                                        key,
                                        List.of(answer.value()),
                                        setting.citations(),
                                        setting.source(),
                                        setting.reason()))
                        .orElse(setting)
                : setting;
    }

    /**
     * Keeps an answer that {@link #check} found nothing wrong with, with its audit record.
     *
     * @param regulationHash version of the regulation that left the question open
     * @param account who recorded it, null in the ceremony
     */
    public void give(
            LocalGovernmentId government,
            NewAnswer answer,
            String regulationHash,
            @Nullable UUID account,
            @Nullable PersonId recordedBy) {
        transactions.inTenant(
                government,
                () -> {
                    jdbc.sql(
                                    """
                                    insert into legal_answer
                                        (key, value, reason, answered_by, recorded_by, answered_at)
                                    values (:key, :value, :reason, :by, :recorder, :at)
                                    """)
                            .param("key", answer.key())
                            .param("value", answer.value())
                            .param("reason", answer.reason())
                            .param("by", answer.answeredBy())
                            .param("recorder", recordedBy == null ? null : recordedBy.value())
                            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    audit.record(
                            new AuditRecord(
                                    COMMAND,
                                    account,
                                    "local-government",
                                    government.value(),
                                    answer.value(),
                                    Map.of("key", answer.key(), "regulation", regulationHash)));
                });
    }

    private static LegalAnswer answer(ResultSet row) throws SQLException {
        @Nullable UUID recorder = row.getObject("recorded_by", UUID.class);
        return new LegalAnswer(
                row.getString("value"),
                row.getString("reason"),
                row.getString("answered_by"),
                recorder == null ? null : new PersonId(recorder),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
