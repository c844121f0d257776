package id.pamong.office.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
                .query((row, number) ->
                        new AuditEntry(
                                row.getObject("id", UUID.class),
                                instant(row.getObject("at", OffsetDateTime.class)),
                                row.getString("command"),
                                row.getObject("actor", UUID.class),
                                row.getString("object_kind"),
                                row.getObject("object", UUID.class),
                                row.getString("outcome"),
                                row.getString("canonical"),
                                HexFormat.of().formatHex(row.getBytes("sha256"))))
                .list();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
