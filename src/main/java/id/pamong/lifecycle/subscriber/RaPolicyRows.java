package id.pamong.lifecycle.subscriber;

import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ra_policy}. */
@Repository
class RaPolicyRows {
    private static final String SELECT =
            "select id, number, title, dated_on, from_on, until_on, file from ra_policy ";

    private final JdbcClient jdbc;

    RaPolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RaPolicy> all() {
        return jdbc.sql(SELECT + "order by from_on desc, number limit 500")
                .query(RaPolicyRows::policy)
                .list();
    }

    /**
     * A page, by the first day in force.
     *
     * @param inForce whether in force on the day, or null for either
     */
    List<RaPolicy> list(
            String text,
            @Nullable Boolean inForce,
            LocalDate on,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        Keyset keyset = new Keyset("ra_policy", "ra_policy", "from_on", descending);
        return jdbc.sql(
                        SELECT
                                + "where "
                                + keyset.condition()
                                + (text.isBlank()
                                        ? ""
                                        : " and (position(:text in lower(number)) > 0"
                                                + " or position(:text in lower(title)) > 0)")
                                + (inForce == null
                                        ? ""
                                        : " and (from_on <= :on and coalesce(until_on >= :on, true)) = "
                                                + inForce)
                                + keyset.order())
                .param("text", text.strip().toLowerCase(Locale.ROOT))
                .param("on", on)
                .param("after", after)
                .param("limit", limit)
                .query(RaPolicyRows::policy)
                .list();
    }

    Optional<RaPolicy> find(PolicyId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(RaPolicyRows::policy)
                .optional();
    }

    void add(RaPolicy policy, Instant at) {
        jdbc.sql(
                        """
                        insert into ra_policy (id, number, title, dated_on, from_on, until_on, file,
                            entered_at)
                        values (:id, :number, :title, :dated, :from, :until, :file, :at)
                        """)
                .param("id", policy.id().value())
                .param("number", policy.number())
                .param("title", policy.title())
                .param("dated", policy.datedOn())
                .param("from", policy.from())
                .param("until", policy.until())
                .param("file", policy.file().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(PolicyId id, LocalDate on) {
        jdbc.sql(
                        """
                        update ra_policy set until_on = least(coalesce(until_on, :on), :on)
                        where id = :id
                        """)
                .param("id", id.value())
                .param("on", on)
                .update();
    }

    private static RaPolicy policy(ResultSet row, int number) throws SQLException {
        return new RaPolicy(
                new PolicyId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("title"),
                row.getObject("dated_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                new FileId(row.getObject("file", UUID.class)));
    }
}
