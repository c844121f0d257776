package id.pamong.lifecycle.issuance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code prepared_receipt}. */
@Repository
class PreparedReceipts {
    /**
     * A receipt that waits for its signature.
     *
     * @param document the unsigned PDF, sealed
     * @param preparedAt the time that the signature claims
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Prepared(String number, byte[] document, Instant preparedAt) {}

    private final JdbcClient jdbc;

    PreparedReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Prepared> of(ActivationId id) {
        return jdbc.sql(
                        """
                        select number, document, prepared_at from prepared_receipt
                        where activation = :id
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Prepared(
                                row.getString("number"),
                                row.getBytes("document"),
                                row.getObject("prepared_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void keep(ActivationId id, Prepared prepared) {
        jdbc.sql(
                        """
                        insert into prepared_receipt (activation, number, document, prepared_at)
                        values (:id, :number, :document, :at)
                        on conflict (tenant, activation) do update set
                            document = :document, prepared_at = :at
                        """)
                .param("id", id.value())
                .param("number", prepared.number())
                .param("document", prepared.document())
                .param("at", prepared.preparedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(ActivationId id) {
        jdbc.sql("delete from prepared_receipt where activation = :id")
                .param("id", id.value())
                .update();
    }
}
