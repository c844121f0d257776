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

/** The table {@code data_update}. */
@Repository
class DataUpdateRows {
    private final JdbcClient jdbc;

    DataUpdateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(
            Person before,
            AgencyId toAgency,
            String toPost,
            LocalDate from,
            DataUpdate.Source source,
            Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into data_update (id, person, from_agency, from_post, to_agency,
                            to_post, from_on, decree, decree_on, by_import, recorded_at)
                        values (:id, :person, :fromAgency, :fromPost, :toAgency, :toPost, :from,
                            :decree, :decreeOn, :byImport, :now)
                        """)
                .param("id", id)
                .param("person", before.id().value())
                .param("fromAgency", before.agency().value())
                .param("fromPost", before.post())
                .param("toAgency", toAgency.value())
                .param("toPost", toPost)
                .param("from", from)
                .param("decree", source.decree())
                .param("decreeOn", source.decreeOn())
                .param("byImport", source instanceof DataUpdate.Source.File)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** A transfer that was not told yet. */
    record Untold(
            PersonId person,
            AgencyId fromAgency,
            AgencyId toAgency,
            String toPost,
            LocalDate from) {}

    /** Those not told whose first day has come, the earliest first. */
    List<UUID> untold(LocalDate today, int most) {
        return jdbc.sql(
                        """
                        select id from data_update where told_at is null and from_on <= :today
                        order by from_on, recorded_at, id limit :most
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
                        select person, from_agency, to_agency, to_post, from_on from data_update
                        where id = :id and told_at is null for update
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Untold(
                                new PersonId(row.getObject("person", UUID.class)),
                                new AgencyId(row.getObject("from_agency", UUID.class)),
                                new AgencyId(row.getObject("to_agency", UUID.class)),
                                row.getString("to_post"),
                                row.getObject("from_on", LocalDate.class)))
                .optional();
    }

    void told(UUID id, Instant now) {
        jdbc.sql("update data_update set told_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<DataUpdate> of(PersonId person) {
        return jdbc.sql(
                        """
                        select u.id, u.person, f.name as from_agency, u.from_post,
                            t.name as to_agency, u.to_post, u.from_on, u.decree, u.decree_on,
                            u.by_import, u.recorded_at
                        from data_update u
                        join agency f on f.tenant = u.tenant and f.id = u.from_agency
                        join agency t on t.tenant = u.tenant and t.id = u.to_agency
                        where u.person = :person
                        order by u.from_on desc, u.recorded_at desc
                        """)
                .param("person", person.value())
                .query(DataUpdateRows::update)
                .list();
    }

    private static DataUpdate update(ResultSet row, int number) throws SQLException {
        return new DataUpdate(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("from_agency"),
                row.getString("from_post"),
                row.getString("to_agency"),
                row.getString("to_post"),
                row.getObject("from_on", LocalDate.class),
                row.getString("decree"),
                row.getObject("decree_on", LocalDate.class),
                row.getBoolean("by_import"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
