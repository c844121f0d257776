package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_end}. */
@Repository
class ServiceEndRows {
    private final JdbcClient jdbc;

    ServiceEndRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An end that was not told yet. */
    record Untold(PersonId person, ServiceEnd.Kind kind, LocalDate lastDay) {}

    UUID add(PersonId person, ServiceEnd end, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into service_end (id, person, kind, last_day, decree, decree_on,
                            reason, recorded_at)
                        values (:id, :person, :kind, :last, :decree, :decreeOn, :reason, :now)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", end.kind().name())
                .param("last", end.lastDay())
                .param("decree", end.decree().strip())
                .param("decreeOn", end.decreeOn())
                .param("reason", end.reason().strip())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Those not told whose last day is over, the earliest first. */
    List<UUID> due(LocalDate today, int most) {
        return jdbc.sql(
                        """
                        select id from service_end
                        where announced_at is null and last_day < :today
                        order by last_day, id limit :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Holds one that was not told until the end of the transaction. */
    Optional<Untold> hold(UUID id) {
        return jdbc.sql(
                        """
                        select person, kind, last_day from service_end
                        where id = :id and announced_at is null for update
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Untold(
                                new PersonId(row.getObject("person", UUID.class)),
                                ServiceEnd.Kind.valueOf(row.getString("kind")),
                                row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    void told(UUID id, Instant now) {
        jdbc.sql("update service_end set announced_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Last day of an end that was not told, unless somebody was brought back since. */
    Optional<LocalDate> ahead(PersonId person) {
        return jdbc.sql(
                        """
                        select last_day from service_end
                        where person = :person and announced_at is null and not exists (
                            select from posting where person = :person and until_on is null)
                        order by last_day desc limit 1
                        """)
                .param("person", person.value())
                .query(LocalDate.class)
                .optional();
    }

    /** The latest first; somebody may have come back in between. */
    List<ServiceEnd> of(PersonId person) {
        return jdbc.sql(
                        """
                        select kind, last_day, decree, decree_on, reason from service_end
                        where person = :person order by last_day desc, recorded_at desc
                        """)
                .param("person", person.value())
                .query((row, number) ->
                        new ServiceEnd(
                                ServiceEnd.Kind.valueOf(row.getString("kind")),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("decree"),
                                row.getObject("decree_on", LocalDate.class),
                                row.getString("reason")))
                .list();
    }
}
