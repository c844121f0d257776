package id.pamong.office.identity.means;

import id.pamong.office.identity.Auditor;
import id.pamong.office.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The namings of auditors in {@code role_grant}, inside an open transaction. */
@Repository
public class AuditorRows {
    private final JdbcClient jdbc;

    AuditorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one not withdrawn, whatever its days. */
    public Optional<Auditor> of(PersonId person) {
        return jdbc.sql(
                        """
                        select letter, from_on, until_on from role_grant
                        where tenant = current_tenant() and role = 'AUDITOR'
                            and withdrawn_at is null and person = ?\
                        """)
                .param(person.value())
                .query((row, _) ->
                        new Auditor(
                                person,
                                row.getString("letter"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("until_on", LocalDate.class)))
                .optional();
    }

    public void add(Auditor auditor, Instant now, @Nullable UUID by) {
        jdbc.sql(
                        """
                        insert into role_grant (id, person, role, granted_at, granted_by, letter,
                            from_on, until_on)
                        values (:id, :person, 'AUDITOR', :now, :by, :letter, :from, :until)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", auditor.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("letter", auditor.letter())
                .param("from", auditor.from())
                .param("until", auditor.until())
                .update();
    }
}
