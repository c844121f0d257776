package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code move_decree} and {@code move_line}. */
@Repository
class MoveDecreeRows {
    private static final String SELECT =
            """
            select d.id, d.decree, d.decree_on, d.from_on, d.state, d.entered_by, d.entered_at,
                d.approved_by, d.approved_at, d.ended_at, d.undo_reason,
                (select count(*) from move_line l where l.tenant = d.tenant and l.decree = d.id)
                    as lines,
                (select count(*) from move_line l where l.tenant = d.tenant and l.decree = d.id
                    and l.problem <> '' and not l.moved) as problems,
                (select count(*) from move_line l where l.tenant = d.tenant and l.decree = d.id
                    and l.failed_at is not null and d.settled_at is null) as open,
                d.settle_note
            from move_decree d
            """;

    private final JdbcClient jdbc;

    MoveDecreeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            MoveDecreeId id,
            String decree,
            LocalDate decreeOn,
            LocalDate from,
            String sha256,
            UUID by,
            Instant now,
            List<MoveLine> lines) {
        jdbc.sql(
                        """
                        insert into move_decree (id, decree, decree_on, from_on, state, file_sha256,
                            entered_by, entered_at)
                        values (:id, :decree, :decreeOn, :from, 'AWAITING', :sha256, :by, :now)
                        """)
                .param("id", id.value())
                .param("decree", decree)
                .param("decreeOn", decreeOn)
                .param("from", from)
                .param("sha256", sha256)
                .param("by", by)
                .param("now", utc(now))
                .update();
        for (MoveLine line : lines) {
            PersonId person = line.person();
            AgencyId agency = line.toAgency();
            jdbc.sql(
                            """
                            insert into move_line (decree, number, person, to_agency, to_post,
                                problem)
                            values (:decree, :number, :person, :agency, :post, :problem)
                            """)
                    .param("decree", id.value())
                    .param("number", line.number())
                    .param("person", person == null ? null : person.value())
                    .param("agency", agency == null ? null : agency.value())
                    .param("post", line.toPost())
                    .param("problem", line.problem())
                    .update();
        }
    }

    Optional<MoveDecree> find(MoveDecreeId id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id.value())
                .query(MoveDecreeRows::read)
                .optional();
    }

    /** Until the end of the transaction. */
    Optional<MoveDecree> hold(MoveDecreeId id) {
        return jdbc.sql("select id from move_decree where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(found -> find(id));
    }

    /** A page by the time of entry or by the first day in the new posts. */
    List<MoveDecree> list(MoveDecreeList.Wanted wanted) {
        Keyset keyset =
                new Keyset(
                        "move_decree",
                        "d",
                        wanted.byFirstDay() ? "from_on" : "entered_at",
                        wanted.descending());
        MoveDecree.State state = wanted.state();
        return jdbc.sql(
                        SELECT
                                + " where "
                                + keyset.condition()
                                + (wanted.text().isBlank()
                                        ? ""
                                        : " and position(:text in lower(d.decree)) > 0")
                                + (state == null ? "" : " and d.state = :state")
                                + keyset.order())
                .param("text", wanted.text().strip().toLowerCase(Locale.ROOT))
                .param("state", state == null ? null : state.name())
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query(MoveDecreeRows::read)
                .list();
    }

    List<MoveDecreeId> due(LocalDate today) {
        return jdbc
                .sql(
                        """
                        select d.id from move_decree d
                        where d.state = 'APPROVED' and d.from_on <= :today
                            or d.state = 'DONE' and d.settled_at is null and exists (
                                select from move_line l
                                where l.tenant = d.tenant and l.decree = d.id
                                    and l.failed_at is not null and l.problem = :again)
                        order by d.from_on, d.approved_at
                        """)
                .param("today", today)
                .param("again", MovesOfDay.NOT_MADE)
                .query(UUID.class)
                .list()
                .stream()
                .map(MoveDecreeId::new)
                .toList();
    }

    /** What waits for somebody: for the second person, for its day that is over, or open lines. */
    List<MoveDecree> waiting(LocalDate today, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.state = 'AWAITING'
                                    or d.state = 'APPROVED' and d.from_on < :today
                                    or d.state = 'DONE' and d.settled_at is null and exists (
                                        select from move_line l
                                        where l.tenant = d.tenant and l.decree = d.id
                                            and l.failed_at is not null)
                                order by d.entered_at desc, d.id limit :most
                                """)
                .param("today", today)
                .param("most", most)
                .query(MoveDecreeRows::read)
                .list();
    }

    boolean names(MoveDecreeId id, PersonId person) {
        return jdbc.sql(
                        """
                        select exists (select from move_line
                            where decree = :decree and person = :person)
                        """)
                .param("decree", id.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void settle(MoveDecreeId id, String note, UUID by, Instant now) {
        jdbc.sql(
                        """
                        update move_decree set settled_at = :now, settled_by = :by,
                            settle_note = :note
                        where id = :id
                        """)
                .param("id", id.value())
                .param("note", note)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    List<MoveLine> lines(MoveDecreeId id) {
        return jdbc.sql(
                        """
                        select number, person, to_agency, to_post, problem, moved from move_line
                        where decree = :decree order by number
                        """)
                .param("decree", id.value())
                .query((row, number) -> {
                    UUID person = row.getObject("person", UUID.class);
                    UUID agency = row.getObject("to_agency", UUID.class);
                    return new MoveLine(
                            row.getInt("number"),
                            person == null ? null : new PersonId(person),
                            agency == null ? null : new AgencyId(agency),
                            row.getString("to_post"),
                            row.getString("problem"),
                            row.getBoolean("moved"));
                })
                .list();
    }

    void approve(MoveDecreeId id, UUID by, Instant now) {
        jdbc.sql(
                        """
                        update move_decree set state = 'APPROVED', approved_by = :by,
                            approved_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    void end(MoveDecreeId id, MoveDecree.State state, String reason, Instant now) {
        jdbc.sql(
                        """
                        update move_decree set state = :state, undo_reason = :reason,
                            ended_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.name())
                .param("reason", reason)
                .param("now", utc(now))
                .update();
    }

    /** What came of a line on the day; one that is not whole stays open. */
    void line(MoveDecreeId id, int number, String problem, boolean moved, Instant now) {
        jdbc.sql(
                        """
                        update move_line set problem = :problem, moved = :moved,
                            failed_at = case when :problem = '' then null else cast(:now as timestamptz) end
                        where decree = :decree and number = :number
                        """)
                .param("now", utc(now))
                .param("decree", id.value())
                .param("number", number)
                .param("problem", problem)
                .param("moved", moved)
                .update();
    }

    private static MoveDecree read(ResultSet row, int number) throws SQLException {
        return new MoveDecree(
                new MoveDecreeId(row.getObject("id", UUID.class)),
                row.getString("decree"),
                row.getObject("decree_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                MoveDecree.State.valueOf(row.getString("state")),
                row.getObject("entered_by", UUID.class),
                instant(row, "entered_at"),
                row.getObject("approved_by", UUID.class),
                instantOrNull(row, "approved_at"),
                instantOrNull(row, "ended_at"),
                row.getString("undo_reason"),
                row.getInt("lines"),
                row.getInt("problems"),
                row.getInt("open"),
                row.getString("settle_note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
