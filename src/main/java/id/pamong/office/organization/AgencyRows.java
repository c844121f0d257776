package id.pamong.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agencies and the dated reporting lines. */
@Repository
class AgencyRows {
    private static final String SELECT =
            """
            select a.id, a.code, a.name, p.title as head_post, a.parent
            from agency a
            join post p on p.tenant = a.tenant and p.agency = a.id and p.leads
            """;

    private final JdbcClient jdbc;
    private final PostRows posts;

    AgencyRows(JdbcClient jdbc, PostRows posts) {
        this.jdbc = jdbc;
        this.posts = posts;
    }

    Optional<Agency> byId(AgencyId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(AgencyRows::readAgency)
                .optional();
    }

    Optional<Agency> byCode(String code) {
        return jdbc.sql(SELECT + "where a.code = :code")
                .param("code", code)
                .query(AgencyRows::readAgency)
                .optional();
    }

    List<Agency> all() {
        return jdbc.sql(SELECT + "order by lower(a.name), a.id")
                .query(AgencyRows::readAgency)
                .list();
    }

    /** With the post of its head. */
    void add(Agency agency) {
        jdbc.sql(
                        """
                        insert into agency (id, code, name, parent)
                        values (:id, :code, :name, :parent)
                        """)
                .param("id", agency.id().value())
                .param("code", agency.code())
                .param("name", agency.name())
                .param("parent", agency.parent() == null ? null : agency.parent().value())
                .update();
        posts.addLeading(agency.id(), agency.headPost());
    }

    /**
     * Whom someone answers to.
     *
     * @param from first day of the line
     */
    record Line(PersonId superior, LocalDate from) {}

    Optional<Line> lineOf(PersonId person, LocalDate on) {
        return jdbc.sql(
                        """
                        select superior, from_on from reporting_line
                        where person = :person and from_on <= :on
                          and (until_on is null or until_on >= :on)
                        order by from_on desc limit 1
                        """)
                .param("person", person.value())
                .param("on", on)
                .query((row, number) ->
                        new Line(
                                new PersonId(row.getObject("superior", UUID.class)),
                                row.getObject("from_on", LocalDate.class)))
                .optional();
    }

    /** What is open ends the day before; what would begin on or after that day never was. */
    void nameSuperior(PersonId person, PersonId superior, LocalDate from) {
        jdbc.sql(
                        """
                        delete from reporting_line
                        where person = :person and until_on is null and from_on >= :from
                        """)
                .param("person", person.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update reporting_line set until_on = cast(:from as date) - 1
                        where person = :person and until_on is null
                        """)
                .param("person", person.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        insert into reporting_line (id, person, superior, from_on)
                        values (:id, :person, :superior, :from)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person.value())
                .param("superior", superior.value())
                .param("from", from)
                .update();
    }

    static Agency readAgency(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return new Agency(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("head_post"),
                parent == null ? null : new AgencyId(parent));
    }
}
