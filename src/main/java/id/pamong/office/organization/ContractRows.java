package id.pamong.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code contract} and {@code contract_warning}. */
@Repository
class ContractRows {
    private final JdbcClient jdbc;

    ContractRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contract that counts, with whose it is. */
    record Current(UUID id, PersonId person, LocalDate until) {}

    void add(PersonId person, Contract contract, UUID by) {
        jdbc.sql(
                        """
                        update contract set replaced_at = :now
                        where person = :person and replaced_at is null
                        """)
                .param("person", person.value())
                .param("now", utc(contract.recordedAt()))
                .update();
        jdbc.sql(
                        """
                        insert into contract (id, person, until_on, decree, decree_on, recorded_at,
                            recorded_by)
                        values (:id, :person, :until, :decree, :decreeOn, :now, :by)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("until", contract.until())
                .param("decree", contract.decree())
                .param("decreeOn", contract.decreeOn())
                .param("now", utc(contract.recordedAt()))
                .param("by", by)
                .update();
    }

    /** The latest entry first; only that one counts. */
    List<Contract> of(PersonId person) {
        return jdbc.sql(
                        """
                        select until_on, decree, decree_on, recorded_at from contract
                        where person = :person order by recorded_at desc, id
                        """)
                .param("person", person.value())
                .query((row, number) ->
                        new Contract(
                                row.getObject("until_on", LocalDate.class),
                                row.getString("decree"),
                                row.getObject("decree_on", LocalDate.class),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those that count whose last day lies from one day to another, the earliest first. */
    List<Current> ending(LocalDate first, LocalDate last, int most) {
        return jdbc.sql(
                        """
                        select id, person, until_on from contract
                        where replaced_at is null and until_on between :first and :last
                        order by until_on, id limit :most
                        """)
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query(ContractRows::current)
                .list();
    }

    /** True once for each contract and number of days. */
    boolean firstWarning(UUID contract, int days, Instant now) {
        return jdbc.sql(
                                """
                                insert into contract_warning (contract, days, told_at)
                                values (:contract, :days, :now) on conflict do nothing
                                """)
                        .param("contract", contract)
                        .param("days", days)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Those that count, are over and were not told, the earliest first. */
    List<UUID> over(LocalDate today, int most) {
        return jdbc.sql(
                        """
                        select id from contract
                        where replaced_at is null and announced_at is null and until_on < :today
                        order by until_on, id limit :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Holds one that counts and was not told until the end of the transaction. */
    Optional<Current> hold(UUID id) {
        return jdbc.sql(
                        """
                        select id, person, until_on from contract
                        where id = :id and replaced_at is null and announced_at is null for update
                        """)
                .param("id", id)
                .query(ContractRows::current)
                .optional();
    }

    void told(UUID id, Instant now) {
        jdbc.sql("update contract set announced_at = :now where id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    private static Current current(ResultSet row, int number) throws SQLException {
        return new Current(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("until_on", LocalDate.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
