package id.pamong.lifecycle.revocation.loss;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.revocation.RevocationCaseId;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code key_loss_report} and {@code key_loss_case}. */
@Repository
class LossRows {
    private static final String SELECT =
            """
            select r.id, r.number, r.person, r.kind, r.noticed_at, r.reported_at, r.channel,
                r.circumstances, r.papers_due, r.asked, r.application, r.statement_number,
                r.statement_file, r.statement_at, r.acknowledge_asked, r.acknowledged_by,
                r.acknowledged_at, r.authority_kind, r.authority_number, r.authority_on,
                r.authority_office, r.authority_file,
                array(select c.revocation from key_loss_case c
                      where c.tenant = r.tenant and c.report = r.id order by 1) as cases
            from key_loss_report r
            """;

    private final JdbcClient jdbc;

    LossRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LossReport it) {
        jdbc.sql(
                        """
                        insert into key_loss_report (id, number, person, kind, noticed_at,
                            reported_at, channel, circumstances, papers_due, asked, application)
                        values (:id, :number, :person, :kind, :noticed, :at, :channel, :text, :due,
                            :asked, :application)
                        """)
                .param("id", it.id().value())
                .param("number", it.number())
                .param("person", it.person().value())
                .param("kind", it.kind().name())
                .param("noticed", utc(it.noticedAt()))
                .param("at", utc(it.reportedAt()))
                .param("channel", it.channel().name())
                .param("text", it.circumstances())
                .param("due", it.papersDue())
                .param("asked", it.asked().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("application", it.application() == null ? null : it.application().value())
                .update();
        it.cases()
                .forEach(one ->
                        jdbc.sql(
                                        """
                                        insert into key_loss_case (report, revocation)
                                        values (:report, :revocation)
                                        """)
                                .param("report", it.id().value())
                                .param("revocation", one.value())
                                .update());
    }

    void apply(LossReportId id, ApplicationId application) {
        jdbc.sql("update key_loss_report set application = :application where id = :id")
                .param("application", application.value())
                .param("id", id.value())
                .update();
    }

    void state(LossReportId id, LossReport.Statement statement) {
        jdbc.sql(
                        """
                        update key_loss_report set statement_number = :number,
                            statement_file = :file, statement_at = :at, acknowledge_asked = :asked
                        where id = :id
                        """)
                .param("number", statement.number())
                .param("file", statement.file().value())
                .param("at", utc(statement.signedAt()))
                .param("asked", statement.asked() == null ? null : statement.asked().value())
                .param("id", id.value())
                .update();
    }

    void acknowledge(LossReportId id, PersonId by, Instant at) {
        jdbc.sql(
                        """
                        update key_loss_report set acknowledged_by = :by, acknowledged_at = :at
                        where id = :id
                        """)
                .param("by", by.value())
                .param("at", utc(at))
                .param("id", id.value())
                .update();
    }

    void attach(LossReportId id, LossReport.AuthorityReport report) {
        jdbc.sql(
                        """
                        update key_loss_report set authority_kind = :kind,
                            authority_number = :number, authority_on = :on,
                            authority_office = :office, authority_file = :file
                        where id = :id
                        """)
                .param("kind", report.kind())
                .param("number", report.number())
                .param("on", report.reportedOn())
                .param("office", report.office())
                .param("file", report.file().value())
                .param("id", id.value())
                .update();
    }

    Optional<LossReport> find(LossReportId id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id.value())
                .query(LossRows::report)
                .optional();
    }

    Optional<LossReport> hold(LossReportId id) {
        return jdbc.sql(SELECT + " where r.id = :id for update of r")
                .param("id", id.value())
                .query(LossRows::report)
                .optional();
    }

    Optional<LossReport> ofApplication(ApplicationId application) {
        return jdbc
                .sql(SELECT + " where r.application = :application")
                .param("application", application.value())
                .query(LossRows::report)
                .list()
                .stream()
                .findFirst();
    }

    List<LossReport> of(PersonId person) {
        return jdbc.sql(SELECT + " where r.person = :person order by r.reported_at desc limit 20")
                .param("person", person.value())
                .query(LossRows::report)
                .list();
    }

    List<LossReport> toAcknowledge(PersonId superior) {
        return jdbc.sql(
                        SELECT
                                + " where r.acknowledge_asked = :person"
                                + " and r.acknowledged_at is null order by r.statement_at limit 50")
                .param("person", superior.value())
                .query(LossRows::report)
                .list();
    }

    List<LossReport> list(Keyset keyset, String text, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where (:text = '' or lower(r.number) like :pattern) and "
                                + keyset.condition()
                                + keyset.order())
                .param("text", text)
                .param(
                        "pattern",
                        "%"
                                + text.toLowerCase(java.util.Locale.ROOT)
                                        .replaceAll("([%_\\\\])", "\\\\$1")
                                + "%")
                .param("after", after)
                .param("limit", limit)
                .query(LossRows::report)
                .list();
    }

    private static LossReport report(ResultSet row, int number) throws SQLException {
        UUID application = row.getObject("application", UUID.class);
        UUID statement = row.getObject("statement_file", UUID.class);
        UUID authority = row.getObject("authority_file", UUID.class);
        return new LossReport(
                new LossReportId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new PersonId(row.getObject("person", UUID.class)),
                LossKind.valueOf(row.getString("kind")),
                instant(row, "noticed_at"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                LossReport.Channel.valueOf(row.getString("channel")),
                row.getString("circumstances"),
                row.getObject("papers_due", LocalDate.class),
                Arrays.stream((String[]) row.getArray("asked").getArray())
                        .map(LossPaper::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                application == null ? null : new ApplicationId(application),
                statement == null
                        ? null
                        : new LossReport.Statement(
                                row.getString("statement_number"),
                                new FileId(statement),
                                row.getObject("statement_at", OffsetDateTime.class).toInstant(),
                                person(row, "acknowledge_asked"),
                                person(row, "acknowledged_by"),
                                instant(row, "acknowledged_at")),
                authority == null
                        ? null
                        : new LossReport.AuthorityReport(
                                row.getString("authority_kind"),
                                row.getString("authority_number"),
                                row.getObject("authority_on", LocalDate.class),
                                row.getString("authority_office"),
                                new FileId(authority)),
                Arrays.stream((UUID[]) row.getArray("cases").getArray())
                        .map(RevocationCaseId::new)
                        .toList());
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
