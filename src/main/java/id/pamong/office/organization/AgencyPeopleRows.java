package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People by agency, without their identity numbers but the NIP. */
@Repository
class AgencyPeopleRows {
    /** With the posting of the day, else the last one. */
    private static final String SELECT =
            """
            select p.id, p.title_before, p.name, p.title_after, p.nip_sealed, o.agency, o.post,
                   a.name as agency_name, o.in_service
            from person p
            cross join lateral (
                select t.agency, t.post,
                    (t.from_on <= :today and (t.until_on is null or t.until_on >= :today))
                        as in_service
                from posting t where t.tenant = p.tenant and t.person = p.id
                order by (t.from_on <= :today) desc, t.from_on desc, (t.until_on is null) desc
                limit 1
            ) o
            join agency a on a.tenant = p.tenant and a.id = o.agency
            """;

    private final JdbcClient jdbc;
    private final PersonSeals seals;

    AgencyPeopleRows(JdbcClient jdbc, PersonSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    List<Agency> withBelow(AgencyId agency) {
        return jdbc.sql(
                        """
                        with recursive below as (
                            select id from agency where id = :agency
                            union
                            select a.id from agency a join below b on a.parent = b.id
                        )
                        select a.id, a.code, a.name, p.title as head_post, a.parent
                        from below b
                        join agency a on a.id = b.id
                        join post p on p.tenant = a.tenant and p.agency = a.id and p.leads
                        order by (a.id = :agency) desc, lower(a.name), a.id
                        """)
                .param("agency", agency.value())
                .query(AgencyRows::readAgency)
                .list();
    }

    List<ListedPerson> in(
            LocalGovernmentId government,
            Collection<AgencyId> agencies,
            String text,
            int limit,
            LocalDate today) {
        return jdbc.sql(
                        SELECT
                                + """
                                where o.agency in (:agencies) and o.in_service
                                  and (lower(p.name) like :pattern escape '\\'
                                       or lower(o.post) like :pattern escape '\\')
                                order by lower(p.name), p.id
                                limit :limit
                                """)
                .param("agencies", agencies.stream().map(AgencyId::value).toList())
                .param("pattern", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%")
                .param("limit", limit)
                .param("today", today)
                .query((row, line) -> read(government, row))
                .list();
    }

    Map<PersonId, ListedPerson> byIds(
            LocalGovernmentId government, Collection<PersonId> people, LocalDate today) {
        return jdbc
                .sql(SELECT + "where p.id in (:people)")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("today", today)
                .query((row, line) -> read(government, row))
                .list()
                .stream()
                .collect(Collectors.toMap(ListedPerson::id, Function.identity()));
    }

    Optional<ListedPerson> byNip(LocalGovernmentId government, byte[] index, LocalDate today) {
        return jdbc.sql(SELECT + "where p.nip_index = :index")
                .param("index", index)
                .param("today", today)
                .query((row, line) -> read(government, row))
                .optional();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private ListedPerson read(LocalGovernmentId government, ResultSet row) throws SQLException {
        byte[] nip = row.getBytes("nip_sealed");
        return new ListedPerson(
                new PersonId(row.getObject("id", UUID.class)),
                new PersonName(
                        row.getString("title_before"),
                        row.getString("name"),
                        row.getString("title_after")),
                nip == null ? null : seals.openNip(government, nip),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("agency_name"),
                row.getString("post"),
                row.getBoolean("in_service"));
    }
}
