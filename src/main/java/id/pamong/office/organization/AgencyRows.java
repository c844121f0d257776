package id.pamong.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Agencies, their dated heads, and the dated reporting lines. */
@Repository
class AgencyRows {
    private static final String SELECT = "select id, code, name, head_post, parent from agency ";
    private static final String HEADSHIP =
            "select agency, person, kind, title, decree, from_on, until_on from headship ";

    private final JdbcClient jdbc;

    AgencyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agency> byId(AgencyId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(AgencyRows::readAgency)
                .optional();
    }

    Optional<Agency> byCode(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(AgencyRows::readAgency)
                .optional();
    }

    List<Agency> all() {
        return jdbc.sql(SELECT + "order by lower(name), id").query(AgencyRows::readAgency).list();
    }

    void add(Agency agency) {
        jdbc.sql(
                        """
                        insert into agency (id, code, name, head_post, parent)
                        values (:id, :code, :name, :headPost, :parent)
                        """)
                .param("id", agency.id().value())
                .param("code", agency.code())
                .param("name", agency.name())
                .param("headPost", agency.headPost())
                .param("parent", agency.parent() == null ? null : agency.parent().value())
                .update();
    }

    /** An acting head (Plh. before Plt. before Pj.) goes before the definitive one. */
    Optional<Headship> headOf(AgencyId agency, LocalDate on) {
        return jdbc.sql(
                        HEADSHIP
                                + """
                                where agency = :agency and from_on <= :on
                                  and (until_on is null or until_on >= :on)
                                order by array_position(array['PLH', 'PLT', 'PJ', 'DEFINITIVE'], kind),
                                         from_on desc
                                limit 1
                                """)
                .param("agency", agency.value())
                .param("on", on)
                .query(AgencyRows::readHeadship)
                .optional();
    }

    List<Headship> headedBy(PersonId person, LocalDate on) {
        return jdbc.sql(
                        HEADSHIP
                                + """
                                where person = :person and from_on <= :on
                                  and (until_on is null or until_on >= :on)
                                order by from_on, agency
                                """)
                .param("person", person.value())
                .param("on", on)
                .query(AgencyRows::readHeadship)
                .list();
    }

    List<Headship> headshipsOf(AgencyId agency) {
        return jdbc.sql(HEADSHIP + "where agency = :agency order by from_on desc, kind")
                .param("agency", agency.value())
                .query(AgencyRows::readHeadship)
                .list();
    }

    void appoint(Headship it) {
        end("headship", "agency = :of and kind = :kind", it.agency().value(), it.kind(), it.from());
        jdbc.sql(
                        """
                        insert into headship (id, agency, person, kind, title, decree, from_on, until_on)
                        values (:id, :agency, :person, :kind, :title, :decree, :from, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("agency", it.agency().value())
                .param("person", it.person().value())
                .param("kind", it.kind().name())
                .param("title", it.title())
                .param("decree", it.decree())
                .param("from", it.from())
                .param("until", it.until())
                .update();
    }

    Optional<PersonId> superiorOf(PersonId person, LocalDate on) {
        return jdbc.sql(
                        """
                        select superior from reporting_line
                        where person = :person and from_on <= :on
                          and (until_on is null or until_on >= :on)
                        order by from_on desc limit 1
                        """)
                .param("person", person.value())
                .param("on", on)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    void nameSuperior(PersonId person, PersonId superior, LocalDate from) {
        end("reporting_line", "person = :of", person.value(), null, from);
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

    /** What is open ends the day before; what would begin on or after that day never was. */
    private void end(
            String table, String which, UUID of, @Nullable HeadshipKind kind, LocalDate from) {
        String open = " where " + which + " and until_on is null";
        jdbc.sql("delete from " + table + open + " and from_on >= :from")
                .param("of", of)
                .param("kind", kind == null ? null : kind.name())
                .param("from", from)
                .update();
        jdbc.sql("update " + table + " set until_on = cast(:from as date) - 1" + open)
                .param("of", of)
                .param("kind", kind == null ? null : kind.name())
                .param("from", from)
                .update();
    }

    private static Agency readAgency(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent", UUID.class);
        return new Agency(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                row.getString("head_post"),
                parent == null ? null : new AgencyId(parent));
    }

    private static Headship readHeadship(ResultSet row, int number) throws SQLException {
        return new Headship(
                new AgencyId(row.getObject("agency", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                HeadshipKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("decree"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }
}
