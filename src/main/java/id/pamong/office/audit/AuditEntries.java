package id.pamong.office.audit;

import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the trail: added and read, nothing else. */
@Repository
class AuditEntries {
    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(boolean ofLocalGovernment, AuditEntry entry) {
        String table = ofLocalGovernment ? "audit_record" : "installation_audit_record";
        jdbc.sql(
                        "insert into "
                                + table
                                + " (id, at, command, actor, object_kind, object, outcome,"
                                + " canonical, sha256) values (:id, :at, :command, :actor,"
                                + " :objectKind, :object, :outcome, :canonical, :sha256)")
                .param("id", entry.id())
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param("command", entry.command())
                .param("actor", entry.actor())
                .param("objectKind", entry.objectKind())
                .param("object", entry.object())
                .param("outcome", entry.outcome())
                .param("canonical", entry.canonical())
                .param("sha256", HexFormat.of().parseHex(entry.sha256()))
                .update();
    }

    List<AuditEntry> of(String objectKind, UUID object) {
        return jdbc.sql(
                        """
                        select id, at, command, actor, object_kind, object, outcome, canonical, sha256
                        from audit_record
                        where object_kind = :objectKind and object = :object
                        order by position
                        """)
                .param("objectKind", objectKind)
                .param("object", object)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * By position, which no two records share. Positions follow the time but for what ran at once,
     * so that a day's first and last position bound where to look, with room to spare.
     */
    List<AuditEntry> list(
            String command,
            @Nullable UUID of,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable UUID after,
            boolean descending,
            int limit) {
        Keyset keyset = new Keyset("audit_record", "r", "position", descending);
        return jdbc.sql(
                        """
                        select r.id, r.at, r.command, r.actor, r.object_kind, r.object, r.outcome,
                               r.canonical, r.sha256
                        from audit_record r
                        where
                        """
                                + (command.isEmpty() ? "" : " r.command = :command and ")
                                + (of == null ? "" : " (r.object = :of or r.actor = :of) and ")
                                + (from == null
                                        ? ""
                                        : " r.at >= :from and r.position >= coalesce((select b.position"
                                                + " from audit_record b where b.at >= :from"
                                                + " order by b.at, b.position limit 1) - 1000, 0) and ")
                                + (before == null
                                        ? ""
                                        : " r.at < :before and r.position <= coalesce((select b.position"
                                                + " from audit_record b where b.at < :before"
                                                + " order by b.at desc, b.position desc limit 1) + 1000, 0) and ")
                                + keyset.condition()
                                + keyset.order())
                .param("from", from == null ? null : OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param(
                        "before",
                        before == null ? null : OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("command", command)
                .param("of", of)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Hops from one command to the next in the index, however many records there are. */
    List<String> commands() {
        return jdbc.sql(
                        """
                        with recursive hop (command) as (
                            (select command from audit_record order by command limit 1)
                            union all
                            select (select r.command from audit_record r
                                    where r.command > h.command order by r.command limit 1)
                            from hop h where h.command is not null
                        )
                        select command from hop where command is not null
                        """)
                .query(String.class)
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                instant(row.getObject("at", OffsetDateTime.class)),
                row.getString("command"),
                row.getObject("actor", UUID.class),
                row.getString("object_kind"),
                row.getObject("object", UUID.class),
                row.getString("outcome"),
                row.getString("canonical"),
                HexFormat.of().formatHex(row.getBytes("sha256")));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
