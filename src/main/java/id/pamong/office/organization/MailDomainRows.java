package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    void keep(MailDomains.Change change, UUID by) {
        jdbc.sql(
                        """
                        insert into mail_domain_change
                            (id, before, after, reason, changed_by, changed_at)
                        values (:id, :before, :after, :reason, :by, :at)
                        """)
                .param("id", change.id())
                .param("before", change.before().toArray(String[]::new))
                .param("after", change.after().toArray(String[]::new))
                .param("reason", change.reason())
                .param("by", by)
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A page by the time of the change. */
    List<MailDomains.Change> changes(MailDomains.Wanted wanted) {
        Keyset keyset = new Keyset("mail_domain_change", "c", "changed_at", wanted.descending());
        return jdbc.sql(
                        """
                        select c.id, c.before, c.after, c.reason, c.changed_at
                        from mail_domain_change c where
                        """
                                + keyset.condition()
                                + (wanted.text().isBlank()
                                        ? ""
                                        : """
                                           and (position(:text in lower(c.reason)) > 0
                                            or position(:text in array_to_string(c.before || c.after, ' ')) > 0)
                                        """)
                                + (wanted.from() == null ? "" : " and c.changed_at >= :from")
                                + (wanted.until() == null ? "" : " and c.changed_at < :until")
                                + keyset.order())
                .param("text", wanted.text().strip().toLowerCase(Locale.ROOT))
                .param("from", utc(wanted.from()))
                .param("until", utc(wanted.until()))
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query((row, n) ->
                        new MailDomains.Change(
                                row.getObject("id", UUID.class),
                                texts(row.getArray("before")),
                                texts(row.getArray("after")),
                                row.getString("reason"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
