package id.pamong.office.identity.means;

import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Admins of agencies among the granted roles, inside an open transaction. */
@Repository
public class AgencyAdminRows {
    private static final String SELECT =
            """
            select person, agency, from_on, until_on from role_grant
            where role = 'AGENCY_ADMIN' and withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    AgencyAdminRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<AgencyAdmin> of(PersonId person) {
        return jdbc.sql(SELECT + " and person = :person")
                .param("person", person.value())
                .query(AgencyAdminRows::read)
                .optional();
    }

    public void add(AgencyAdmin admin, Instant now, @Nullable UUID by) {
        jdbc.sql(
                        """
                        insert into role_grant (id, person, role, granted_at, granted_by, agency,
                            from_on, until_on)
                        values (:id, :person, 'AGENCY_ADMIN', :now, :by, :agency, :from, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", admin.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("agency", admin.agency().value())
                .param("from", admin.from())
                .param("until", admin.until())
                .update();
    }

    private static AgencyAdmin read(ResultSet row, int line) throws SQLException {
        return new AgencyAdmin(
                new PersonId(row.getObject("person", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }
}
