package id.pamong.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of electronic systems with their hosts and dated responsible persons. */
@Repository
class SystemRows {
    private static final String SELECT =
            """
            select s.id, s.agency, a.code as agency_code, a.name as agency_name, s.name, s.category,
                s.retired_on, s.version,
                array(select h.host from electronic_system_host h
                      where h.tenant = s.tenant and h.system = s.id order by h.host) as hosts,
                r.person, r.decree, r.from_on, r.until_on, p.title_before, p.name as person_name,
                p.title_after
            from electronic_system s
            join agency a on a.tenant = s.tenant and a.id = s.agency
            left join system_responsible r on r.tenant = s.tenant and r.system = s.id
                and r.from_on <= :on and (r.until_on is null or r.until_on >= :on)
            left join person p on p.tenant = r.tenant and p.id = r.person
            """;

    private final JdbcClient jdbc;

    SystemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ElectronicSystem> all(LocalDate on) {
        return jdbc.sql(SELECT + "order by lower(a.name), lower(s.name), s.id limit 1000")
                .param("on", on)
                .query(SystemRows::system)
                .list();
    }

    Optional<ElectronicSystem> find(SystemId id, LocalDate on) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("on", on)
                .param("id", id.value())
                .query(SystemRows::system)
                .optional();
    }

    /** Makes changes of one system wait for each other until the transaction ends. */
    void hold(SystemId id) {
        jdbc.sql("select id from electronic_system where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    boolean isNameTaken(AgencyId agency, String name, @Nullable SystemId but) {
        return jdbc.sql(
                        """
                        select exists (select from electronic_system
                            where agency = :agency and lower(name) = lower(:name)
                              and (cast(:but as uuid) is null or id <> :but))
                        """)
                .param("agency", agency.value())
                .param("name", name)
                .param("but", but == null ? null : but.value())
                .query(Boolean.class)
                .single();
    }

    /** The system whose host it is. */
    Optional<SystemId> ofHost(String host) {
        return jdbc.sql("select system from electronic_system_host where host = :host")
                .param("host", host)
                .query(UUID.class)
                .optional()
                .map(SystemId::new);
    }

    void add(SystemId id, AgencyId agency, String name, SystemCategory category, Instant at) {
        jdbc.sql(
                        """
                        insert into electronic_system (id, agency, name, category, registered_at)
                        values (:id, :agency, :name, :category, :at)
                        """)
                .param("id", id.value())
                .param("agency", agency.value())
                .param("name", name)
                .param("category", category.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(SystemId id, String name, SystemCategory category) {
        jdbc.sql(
                        """
                        update electronic_system set name = :name, category = :category,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("category", category.name())
                .update();
    }

    void hosts(SystemId id, List<String> hosts) {
        jdbc.sql("delete from electronic_system_host where system = :id")
                .param("id", id.value())
                .update();
        for (String host : hosts) {
            jdbc.sql("insert into electronic_system_host (host, system) values (:host, :id)")
                    .param("host", host)
                    .param("id", id.value())
                    .update();
        }
    }

    void retire(SystemId id, LocalDate on) {
        jdbc.sql(
                        """
                        update electronic_system set retired_on = :on, version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("on", on)
                .update();
    }

    /** Ends the one before on the day before and begins this one; the same day replaces. */
    void nameResponsible(SystemId id, PersonId person, String decree, LocalDate from) {
        jdbc.sql("delete from system_responsible where system = :id and from_on >= :from")
                .param("id", id.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update system_responsible set until_on = :before
                        where system = :id and (until_on is null or until_on >= :from)
                        """)
                .param("id", id.value())
                .param("before", from.minusDays(1))
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        insert into system_responsible (id, system, person, decree, from_on)
                        values (:id, :system, :person, :decree, :from)
                        """)
                .param("id", UUID.randomUUID())
                .param("system", id.value())
                .param("person", person.value())
                .param("decree", decree)
                .param("from", from)
                .update();
    }

    /** Those who answer from a day that has come and were not told, the earliest first. */
    List<UUID> untold(LocalDate today, int most) {
        return jdbc.sql(
                        """
                        select id from system_responsible
                        where told_at is null and from_on <= :today
                        order by from_on, id limit :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Holds one that was not told until the end of the transaction; the system it is about. */
    Optional<SystemId> holdUntold(UUID id) {
        return jdbc.sql(
                        """
                        select system from system_responsible
                        where id = :id and told_at is null for update
                        """)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(SystemId::new);
    }

    void told(UUID id, Instant now) {
        jdbc.sql("update system_responsible set told_at = :now where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ElectronicSystem system(ResultSet row, int number) throws SQLException {
        UUID person = row.getObject("person", UUID.class);
        return new ElectronicSystem(
                new SystemId(row.getObject("id", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("agency_code"),
                row.getString("agency_name"),
                row.getString("name"),
                SystemCategory.valueOf(row.getString("category")),
                Arrays.asList((String[]) row.getArray("hosts").getArray()),
                person == null
                        ? null
                        : new ElectronicSystem.Responsible(
                                new PersonId(person),
                                new PersonName(
                                                row.getString("title_before"),
                                                row.getString("person_name"),
                                                row.getString("title_after"))
                                        .display(),
                                row.getString("decree"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("until_on", LocalDate.class)),
                row.getObject("retired_on", LocalDate.class),
                row.getInt("version"));
    }
}
