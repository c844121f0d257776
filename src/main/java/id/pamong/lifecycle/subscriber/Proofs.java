package id.pamong.lifecycle.subscriber;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that wait to come back from a mailbox. */
@Repository
class Proofs {
    private final JdbcClient jdbc;

    Proofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A code on its way.
     *
     * @param codeHash keyed hash of id and code
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Open(
            UUID id,
            PersonId person,
            String address,
            byte[] codeHash,
            int tries,
            Instant expiresAt) {}

    /** Ends the person's other codes and keeps this one. */
    void replace(Open open, Instant sentAt) {
        jdbc.sql(
                        """
                        update mailbox_proof set closed_at = :now
                        where person = :person and closed_at is null
                        """)
                .param("now", at(sentAt))
                .param("person", open.person().value())
                .update();
        jdbc.sql(
                        """
                        insert into mailbox_proof
                            (id, person, address, code_hash, tries, sent_at, expires_at)
                        values (:id, :person, :address, :hash, 0, :sent, :expires)
                        """)
                .param("id", open.id())
                .param("person", open.person().value())
                .param("address", open.address())
                .param("hash", open.codeHash())
                .param("sent", at(sentAt))
                .param("expires", at(open.expiresAt()))
                .update();
    }

    int sentSince(PersonId person, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from mailbox_proof
                        where person = :person and sent_at > :since
                        """)
                .param("person", person.value())
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    Optional<Open> open(PersonId person, Instant now) {
        return jdbc.sql(
                        """
                        select id, person, address, code_hash, tries, expires_at from mailbox_proof
                        where person = :person and closed_at is null and expires_at > :now
                        for update
                        """)
                .param("person", person.value())
                .param("now", at(now))
                .query((row, n) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                new PersonId(row.getObject("person", UUID.class)),
                                row.getString("address"),
                                row.getBytes("code_hash"),
                                row.getInt("tries"),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void countTry(UUID id) {
        jdbc.sql("update mailbox_proof set tries = tries + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void close(UUID id, Instant now) {
        jdbc.sql("update mailbox_proof set closed_at = :now where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
