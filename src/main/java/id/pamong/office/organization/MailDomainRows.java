package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.sql.Array;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailDomainRows {
    private final JdbcClient jdbc;

    MailDomainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(LocalGovernmentId government, List<String> domains) {
        jdbc.sql("update local_government set mail_domains = :domains where id = :id")
                .param("domains", domains.toArray(String[]::new))
                .param("id", government.value())
                .update();
    }

    int provedBelow(String domain) {
        return jdbc.sql(
                        """
                        select count(*) from person
                        where email_confirmed_at is not null
                          and (split_part(official_email, '@', 2) = :domain
                               or right(split_part(official_email, '@', 2), length(:below)) = :below)
                        """)
                .param("domain", domain)
                .param("below", "." + domain)
                .query(Integer.class)
                .single();
    }

    void keep(UUID id, MailDomains.Change change, UUID by) {
        jdbc.sql(
                        """
                        insert into mail_domain_change
                            (id, before, after, reason, changed_by, changed_at)
                        values (:id, :before, :after, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("before", change.before().toArray(String[]::new))
                .param("after", change.after().toArray(String[]::new))
                .param("reason", change.reason())
                .param("by", by)
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<MailDomains.Change> changes(int limit) {
        return jdbc.sql(
                        """
                        select before, after, reason, changed_at from mail_domain_change
                        order by changed_at desc, id limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) ->
                        new MailDomains.Change(
                                texts(row.getArray("before")),
                                texts(row.getArray("after")),
                                row.getString("reason"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
