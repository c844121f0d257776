package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    void add(PersonId person, ServiceEnd end, Instant now) {
        jdbc.sql(
                        """
                        insert into service_end (id, person, kind, last_day, decree, decree_on,
                            reason, recorded_at)
                        values (:id, :person, :kind, :last, :decree, :decreeOn, :reason, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("kind", end.kind().name())
                .param("last", end.lastDay())
                .param("decree", end.decree().strip())
                .param("decreeOn", end.decreeOn())
                .param("reason", end.reason().strip())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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
