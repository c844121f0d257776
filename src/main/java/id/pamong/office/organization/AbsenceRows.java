package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code absence} and {@code waiting_time}, inside an open transaction. */
@Repository
class AbsenceRows {
    private final JdbcClient jdbc;

    AbsenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Absence absence, Instant now, UUID by) {
        jdbc.sql(
                        """
                        insert into absence (id, person, from_on, until_on, deputy, letter,
                            entered_at, entered_by) values (?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(absence.id())
                .param(absence.person().value())
                .param(absence.from())
                .param(absence.until())
                .param(absence.deputy() == null ? null : absence.deputy().value())
                .param(absence.letter())
                .param(Timestamp.from(now))
                .param(by)
                .update();
    }

    Optional<Absence> byId(UUID id) {
        return jdbc.sql(
                        """
                        select id, person, from_on, until_on, deputy, letter from absence
                        where tenant = current_tenant() and id = ? for update\
                        """)
                .param(id)
                .query((rs, _) -> absence(rs))
                .optional();
    }

    void end(UUID id, LocalDate until) {
        jdbc.sql("update absence set until_on = ? where tenant = current_tenant() and id = ?")
                .params(until, id)
                .update();
    }

    /** Leaves of a person that are not over before the day, the earliest first. */
    List<Absence> of(PersonId person, LocalDate from) {
        return jdbc.sql(
                        """
                        select id, person, from_on, until_on, deputy, letter from absence
                        where tenant = current_tenant() and person = ? and until_on >= ?
                            and until_on >= from_on
                        order by from_on, id\
                        """)
                .params(person.value(), from)
                .query((rs, _) -> absence(rs))
                .list();
    }

    /** A page by the first day, without those that were called off before they began. */
    List<Absence> list(Absences.Wanted wanted, LocalDate today) {
        Keyset keyset = new Keyset("absence", "l", "from_on", wanted.descending());
        PersonSearch search = PersonSearch.of(wanted.text());
        return search.bind(
                        jdbc.sql(
                                        """
                                        select l.id, l.person, l.from_on, l.until_on, l.deputy, l.letter
                                        from absence l where l.until_on >= l.from_on and
                                        """
                                                + keyset.condition()
                                                + search.condition("l.person")
                                                + (wanted.only() == null
                                                        ? ""
                                                        : " and l.person = :only")
                                                + when(wanted.when())
                                                + keyset.order())
                                .param("only", wanted.only() == null ? null : wanted.only().value())
                                .param("today", today)
                                .param("after", wanted.after())
                                .param("limit", wanted.limit()))
                .query((rs, _) -> absence(rs))
                .list();
    }

    private static String when(Absences.@Nullable When when) {
        return switch (when) {
            case null -> "";
            case NOW -> " and l.from_on <= :today and l.until_on >= :today";
            case COMING -> " and l.from_on > :today";
            case OVER -> " and l.until_on < :today";
        };
    }

    private static Absence absence(ResultSet rs) throws SQLException {
        return new Absence(
                rs.getObject(1, UUID.class),
                new PersonId(rs.getObject(2, UUID.class)),
                rs.getObject(3, LocalDate.class),
                rs.getObject(4, LocalDate.class),
                deputy(rs.getObject(5, UUID.class)),
                rs.getString(6));
    }

    private static @Nullable PersonId deputy(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    Optional<WaitingTimes> waitingTimes() {
        return jdbc.sql(
                        """
                        select claim_minutes, remind_days, escalate_days from waiting_time
                        where tenant = current_tenant()\
                        """)
                .query((rs, _) -> new WaitingTimes(rs.getInt(1), rs.getInt(2), rs.getInt(3)))
                .optional();
    }

    void keep(WaitingTimes times, Instant now, UUID by) {
        jdbc.sql(
                        """
                        insert into waiting_time (claim_minutes, remind_days, escalate_days,
                            changed_at, changed_by) values (?, ?, ?, ?, ?)
                        on conflict (tenant) do update set claim_minutes = excluded.claim_minutes,
                            remind_days = excluded.remind_days,
                            escalate_days = excluded.escalate_days,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by\
                        """)
                .params(
                        times.claimMinutes(),
                        times.remindDays(),
                        times.escalateDays(),
                        Timestamp.from(now),
                        by)
                .update();
    }
}
