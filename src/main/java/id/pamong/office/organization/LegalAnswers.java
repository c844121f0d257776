package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers of a local government's legal office to questions that its regulation leaves open, such
 * as {@code users.asnScope}. An answer goes before the regulation's own setting of the same key; a
 * later one replaces it and the earlier stays on record.
 */
@Repository
public class LegalAnswers {
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    LegalAnswers(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param reason why, in the words of the one who answers
     */
    public record LegalAnswer(String value, String reason, Instant answeredAt) {}

    /** The answer in force. */
    public Optional<LegalAnswer> answer(LocalGovernmentId government, String key) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select value, reason, answered_at from legal_answer
                                        where key = :key order by answered_at desc limit 1
                                        """)
                                .param("key", key)
                                .query((row, number) ->
                                        new LegalAnswer(
                                                row.getString("value"),
                                                row.getString("reason"),
                                                row.getObject("answered_at", OffsetDateTime.class)
                                                        .toInstant()))
                                .optional());
    }

    /** Keeps an answer; the command that gives it leaves the audit record. */
    public void give(LocalGovernmentId government, String key, String value, String reason) {
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        insert into legal_answer (key, value, reason, answered_at)
                                        values (:key, :value, :reason, :at)
                                        """)
                                .param("key", key)
                                .param("value", value)
                                .param("reason", reason)
                                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .update());
    }
}
