package id.pamong.lifecycle.registration;

import id.pamong.authority.gateway.Standing;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The first run, what was done in it, and who was entered. */
@Repository
class CeremonyRows {
    private static final String SELECT =
            """
            select id, government, step, standing, standing_number, standing_reason, standing_on,
                   root_sha256, issuing_sha256, minutes
            from ceremony
            """;

    private final JdbcClient jdbc;

    CeremonyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is under way; the next local government waits until it is complete. */
    Optional<CeremonyView> unfinished() {
        return jdbc.sql(SELECT + "where completed_at is null order by started_at limit 1")
                .query(this::read)
                .optional();
    }

    /** The one that founded the local government. */
    Optional<CeremonyView> of(LocalGovernmentId government) {
        return jdbc.sql(SELECT + "where government = :government")
                .param("government", government.value())
                .query(this::read)
                .optional();
    }

    /** Locked for the transaction, so that two tabs do not take one step twice. */
    Optional<CeremonyView> byToken(byte[] tokenHash) {
        return jdbc.sql(SELECT + "where token_hash = :hash and completed_at is null for update")
                .param("hash", tokenHash)
                .query(this::read)
                .optional();
    }

    void begin(CeremonyId id, LocalGovernmentId government, byte[] tokenHash, Instant at) {
        jdbc.sql(
                        """
                        insert into ceremony (id, token_hash, government, step, started_at)
                        values (:id, :hash, :government, 'GOVERNMENT', :at)
                        """)
                .param("id", id.value())
                .param("hash", tokenHash)
                .param("government", government.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void renewToken(CeremonyId id, byte[] tokenHash) {
        jdbc.sql("update ceremony set token_hash = :hash where id = :id")
                .param("hash", tokenHash)
                .param("id", id.value())
                .update();
    }

    void stepTo(CeremonyId id, CeremonyStep step) {
        jdbc.sql("update ceremony set step = :step where id = :id")
                .param("step", step.name())
                .param("id", id.value())
                .update();
    }

    void decideStanding(CeremonyId id, StandingEntry entry) {
        jdbc.sql(
                        """
                        update ceremony set standing = :standing, standing_number = :number,
                            standing_reason = :reason, standing_on = :on
                        where id = :id
                        """)
                .param("standing", entry.standing().name())
                .param("number", entry.number())
                .param("reason", entry.reason())
                .param("on", entry.decidedOn())
                .param("id", id.value())
                .update();
    }

    void keepRoot(CeremonyId id, String sha256) {
        jdbc.sql("update ceremony set root_sha256 = :sha256 where id = :id")
                .param("sha256", sha256)
                .param("id", id.value())
                .update();
    }

    void keepIssuing(CeremonyId id, String sha256) {
        jdbc.sql("update ceremony set issuing_sha256 = :sha256 where id = :id")
                .param("sha256", sha256)
                .param("id", id.value())
                .update();
    }

    void keepMinutes(CeremonyId id, FileId minutes) {
        jdbc.sql("update ceremony set minutes = :minutes where id = :id")
                .param("minutes", minutes.value())
                .param("id", id.value())
                .update();
    }

    void complete(CeremonyId id, Instant at) {
        jdbc.sql("update ceremony set step = 'DONE', completed_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void record(CeremonyId id, String what, String detail, Instant at) {
        jdbc.sql(
                        """
                        insert into ceremony_record (ceremony, what, detail, done_at)
                        values (:id, :what, :detail, :at)
                        """)
                .param("id", id.value())
                .param("what", what)
                .param("detail", detail)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void enter(CeremonyId id, PersonId person, Appointment.Post post, String decree) {
        jdbc.sql(
                        """
                        insert into ceremony_member (ceremony, person, post, decree)
                        values (:id, :person, :post, :decree)
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("post", post.name())
                .param("decree", decree)
                .update();
    }

    void certified(PersonId person, String serial, Instant at) {
        jdbc.sql(
                        """
                        update ceremony_member set serial = :serial, certified_at = :at
                        where person = :person
                        """)
                .param("serial", serial)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    /** The head first. */
    List<CeremonyMember> members() {
        return jdbc.sql(
                        """
                        select person, post, decree, serial, certified_at from ceremony_member
                        order by (post = 'HEAD') desc, decree, person
                        """)
                .query((row, number) ->
                        new CeremonyMember(
                                new PersonId(row.getObject("person", UUID.class)),
                                Appointment.Post.valueOf(row.getString("post")),
                                row.getString("decree"),
                                row.getString("serial"),
                                instant(row.getObject("certified_at", OffsetDateTime.class))))
                .list();
    }

    private CeremonyView read(ResultSet row, int number) throws SQLException {
        CeremonyId id = new CeremonyId(row.getObject("id", UUID.class));
        String standing = row.getString("standing");
        UUID minutes = row.getObject("minutes", UUID.class);
        return new CeremonyView(
                id,
                new LocalGovernmentId(row.getObject("government", UUID.class)),
                CeremonyStep.valueOf(row.getString("step")),
                standing == null ? null : Standing.valueOf(standing),
                row.getString("standing_number"),
                row.getString("standing_reason"),
                row.getObject("standing_on", LocalDate.class),
                row.getString("root_sha256"),
                row.getString("issuing_sha256"),
                minutes == null ? null : new FileId(minutes),
                records(id));
    }

    private List<CeremonyView.Entry> records(CeremonyId id) {
        return jdbc.sql(
                        """
                        select what, detail, done_at from ceremony_record
                        where ceremony = :id order by position
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new CeremonyView.Entry(
                                row.getString("what"),
                                row.getString("detail"),
                                row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
