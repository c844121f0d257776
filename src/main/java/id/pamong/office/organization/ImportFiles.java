package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.regulation.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of people, sealed until they are imported, and the report of their lines. */
@Repository
class ImportFiles {
    private static final String SELECT =
            """
            select id, file_name, state, lines, lines_done, findings, sealed is not null as open,
                uploaded_at, finished_at
            from people_file
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final PersonSeals seals;

    ImportFiles(JdbcClient jdbc, JdbcTemplate template, PersonSeals seals) {
        this.jdbc = jdbc;
        this.template = template;
        this.seals = seals;
    }

    void keep(
            LocalGovernmentId government,
            UUID id,
            String fileName,
            byte[] file,
            String sha256,
            UUID by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into people_file (id, file_name, sealed, sha256, uploaded_by, uploaded_at)
                        values (:id, :fileName, :sealed, :sha256, :by, :at)
                        """)
                .param("id", id)
                .param("fileName", fileName)
                .param("sealed", seals.sealFile(government, file))
                .param("sha256", sha256)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    Optional<PeopleFile> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ImportFiles::file)
                .optional();
    }

    List<PeopleFile> newest(int limit) {
        return jdbc.sql(SELECT + " order by uploaded_at desc, id limit :limit")
                .param("limit", limit)
                .query(ImportFiles::file)
                .list();
    }

    Optional<byte[]> open(LocalGovernmentId government, UUID id) {
        return jdbc.sql("select sealed from people_file where id = :id and sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(sealed -> seals.openFile(government, sealed));
    }

    String sha256(UUID id) {
        return jdbc.sql("select sha256 from people_file where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Optional<UUID> startedBy(UUID id) {
        return jdbc.sql(
                        """
                        select started_by from people_file
                        where id = :id and started_by is not null
                        """)
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** True for one of all who want to work on it, as long as the others hear of that one. */
    boolean claim(UUID id, Instant now, Instant stale) {
        return jdbc.sql(
                                """
                                update people_file set worked_at = :now
                                where id = :id and state in ('CHECKING', 'IMPORTING', 'RELATING')
                                  and (worked_at is null or worked_at < :stale)
                                """)
                        .param("id", id)
                        .param("now", utc(now))
                        .param("stale", utc(stale))
                        .update()
                == 1;
    }

    /** Those that nobody has worked on lately though somebody began. */
    List<UUID> cutOff(Instant stale) {
        return jdbc.sql(
                        """
                        select id from people_file
                        where state in ('CHECKING', 'IMPORTING', 'RELATING') and sealed is not null
                          and coalesce(worked_at, uploaded_at) < :stale
                        order by uploaded_at
                        """)
                .param("stale", utc(stale))
                .query(UUID.class)
                .list();
    }

    /** False when it is not waiting for that, as after a second press of the button. */
    boolean begin(UUID id, UUID by) {
        return jdbc.sql(
                                """
                                update people_file set state = 'IMPORTING', started_by = :by,
                                    worked_at = null, lines_done = 0
                                where id = :id and state = 'CHECKED' and sealed is not null
                                """)
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    void progress(UUID id, FileState state, int done, Instant now) {
        jdbc.sql(
                        """
                        update people_file set state = :state, lines_done = :done, worked_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("done", done)
                .param("now", utc(now))
                .update();
    }

    /** Keeps what was found out; a file that cannot be read is erased. */
    void checked(UUID id, ImportFile read, List<PlannedLine> planned) {
        jdbc.sql("delete from people_file_line where file = :id").param("id", id).update();
        template.batchUpdate(
                """
                insert into people_file_line (file, position, sheet, number, name, outcome, findings)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                planned.stream().map(line -> row(id, line)).toList());
        jdbc.sql(
                        """
                        update people_file set state = :state, lines = :lines, findings = :findings,
                            worked_at = null, sealed = case when :refused then null else sealed end
                        where id = :id
                        """)
                .param("id", id)
                .param("state", (read.isRefused() ? FileState.REFUSED : FileState.CHECKED).name())
                .param("refused", read.isRefused())
                .param("lines", planned.size())
                .param("findings", FindingText.write(read.findings()))
                .update();
    }

    private static Object[] row(UUID file, PlannedLine line) {
        ImportReport.Line report = line.report();
        return new Object[] {
            file,
            report.position(),
            report.sheet(),
            report.number(),
            report.name().substring(0, Math.min(150, report.name().length())).replace("\0", ""),
            report.outcome().name(),
            FindingText.write(report.findings()).replace("\\u0000", "")
        };
    }

    /** The lines that were dealt with before the work was cut off. */
    Set<Integer> done(UUID id) {
        return new HashSet<>(
                jdbc.sql("select position from people_file_line where file = :id and done")
                        .param("id", id)
                        .query(Integer.class)
                        .list());
    }

    void lineDone(UUID id, List<PlannedLine> lines) {
        template.batchUpdate(
                """
                update people_file_line set done = true, outcome = ?, findings = ?
                where file = ? and position = ?
                """,
                lines.stream()
                        .map(line ->
                                new Object[] {
                                    line.outcome().name(),
                                    FindingText.write(line.findings()).replace("\\u0000", ""),
                                    id,
                                    line.position()
                                })
                        .toList());
    }

    void finish(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update people_file set state = 'DONE', sealed = null, finished_at = :now,
                            lines_done = lines, worked_at = null
                        where id = :id
                        """)
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    Map<ImportReport.Outcome, Integer> counts(UUID id) {
        Map<ImportReport.Outcome, Integer> counts = new EnumMap<>(ImportReport.Outcome.class);
        jdbc.sql(
                        """
                        select outcome, count(*) from people_file_line where file = :id
                        group by outcome
                        """)
                .param("id", id)
                .query(row -> {
                    counts.put(ImportReport.Outcome.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Lines in the order of the file, or from its end. */
    List<ImportReport.Line> lines(UUID id, PeopleImport.WantedLines wanted) {
        ImportReport.Outcome outcome = wanted.outcome();
        return jdbc.sql(
                        """
                        select position, sheet, number, name, outcome, findings
                        from people_file_line where file = :id
                        """
                                + (wanted.after() == null
                                        ? ""
                                        : wanted.descending()
                                                ? " and position < :after"
                                                : " and position > :after")
                                + (outcome == null ? "" : " and outcome = :outcome")
                                + (wanted.speaking() ? " and findings <> '[]'" : "")
                                + (wanted.text().isBlank()
                                        ? ""
                                        : " and position(:text in lower(name)) > 0")
                                + " order by position"
                                + (wanted.descending() ? " desc" : "")
                                + " limit :limit")
                .param("id", id)
                .param("after", wanted.after())
                .param("outcome", outcome == null ? null : outcome.name())
                .param("text", wanted.text().strip().toLowerCase(Locale.ROOT))
                .param("limit", wanted.limit())
                .query((row, number) ->
                        new ImportReport.Line(
                                row.getInt("position"),
                                row.getString("sheet"),
                                row.getInt("number"),
                                row.getString("name"),
                                ImportReport.Outcome.valueOf(row.getString("outcome")),
                                FindingText.read(row.getString("findings"))))
                .list();
    }

    /** Contents go after a day, reports after a month. */
    void erase(Instant contentsBefore, Instant reportsBefore) {
        jdbc.sql(
                        """
                        update people_file set sealed = null
                        where sealed is not null and uploaded_at < :at
                          and state in ('CHECKED', 'REFUSED')
                        """)
                .param("at", utc(contentsBefore))
                .update();
        jdbc.sql("delete from people_file where uploaded_at < :at")
                .param("at", utc(reportsBefore))
                .update();
    }

    private static PeopleFile file(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        List<Finding> findings = FindingText.read(row.getString("findings"));
        return new PeopleFile(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                FileState.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("lines_done"),
                findings,
                row.getBoolean("open"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
