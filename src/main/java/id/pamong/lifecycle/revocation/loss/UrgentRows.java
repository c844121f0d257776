package id.pamong.lifecycle.revocation.loss;

import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code urgent_link} and {@code emergency_code}. */
@Repository
class UrgentRows {
    private final JdbcClient jdbc;

    UrgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addLink(byte[] hash, PersonId person, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        insert into urgent_link (hash, person, sent_at, expires_at)
                        values (:hash, :person, :now, :expires)
                        """)
                .param("hash", hash)
                .param("person", person.value())
                .param("now", utc(now))
                .param("expires", utc(expires))
                .update();
    }

    int linksSince(PersonId person, Instant since) {
        return jdbc.sql(
                        "select count(*) from urgent_link where person = :person and sent_at > :since")
                .param("person", person.value())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    Optional<PersonId> link(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        select person from urgent_link
                        where hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Uses the link up; its owner, once. */
    Optional<PersonId> useLink(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        update urgent_link set used_at = :now
                        where hash = :hash and used_at is null and expires_at > :now
                        returning person
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    void putCode(PersonId person, byte[] hash, Instant now) {
        jdbc.sql(
                        """
                        insert into emergency_code (person, hash, made_at)
                        values (:person, :hash, :now)
                        on conflict (tenant, person) do update set hash = excluded.hash,
                            made_at = excluded.made_at, used_at = null
                        """)
                .param("person", person.value())
                .param("hash", hash)
                .param("now", utc(now))
                .update();
    }

    Optional<PersonId> useCode(byte[] hash, Instant now) {
        return jdbc.sql(
                        """
                        update emergency_code set used_at = :now
                        where hash = :hash and used_at is null returning person
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Instant> codeMadeAt(PersonId person) {
        return jdbc.sql(
                        "select made_at from emergency_code where person = :person and used_at is null")
                .param("person", person.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
