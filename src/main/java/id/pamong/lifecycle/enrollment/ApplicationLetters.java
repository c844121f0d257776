package id.pamong.lifecycle.enrollment;

import id.pamong.office.archive.FileId;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recommendations and cover letters, their links to applications, and whom they are asked of. */
@Repository
class ApplicationLetters {
    private final JdbcClient jdbc;

    ApplicationLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Endorsement letter) {
        jdbc.sql(
                        """
                        insert into endorsement_letter
                            (id, kind, form, number, dated_on, giver, giver_name, giver_title,
                             file, sha256, added_at)
                        values (:id, :kind, :form, :number, :dated, :giver, :giverName,
                            :giverTitle, :file, :sha256, :addedAt)
                        """)
                .param("id", letter.letter())
                .param("kind", letter.kind().name())
                .param("form", letter.form().name())
                .param("number", letter.number())
                .param("dated", letter.datedOn())
                .param("giver", letter.giver() == null ? null : letter.giver().value())
                .param("giverName", letter.giverName())
                .param("giverTitle", letter.giverTitle())
                .param("file", letter.file().value())
                .param("sha256", letter.sha256())
                .param("addedAt", Applications.at(letter.addedAt()))
                .update();
    }

    /** Links a letter; the one of the same kind that was linked before no longer is. */
    void link(ApplicationId id, Endorsement letter, Instant at) {
        jdbc.sql(
                        """
                        insert into application_letter (application, kind, letter, linked_at)
                        values (:application, :kind, :letter, :at)
                        on conflict (tenant, application, kind) do update set
                            letter = excluded.letter, linked_at = excluded.linked_at
                        """)
                .param("application", id.value())
                .param("kind", letter.kind().name())
                .param("letter", letter.letter())
                .param("at", Applications.at(at))
                .update();
        withdrawRequest(id, letter.kind());
    }

    void unlink(ApplicationId id, Endorsement.Kind kind) {
        jdbc.sql("delete from application_letter where application = :id and kind = :kind")
                .param("id", id.value())
                .param("kind", kind.name())
                .update();
    }

    List<Endorsement> of(ApplicationId id) {
        return jdbc.sql(
                        """
                        select l.id, l.kind, l.form, l.number, l.dated_on, l.giver, l.giver_name,
                            l.giver_title, l.file, l.sha256, l.added_at
                        from application_letter a
                        join endorsement_letter l on l.tenant = a.tenant and l.id = a.letter
                        where a.application = :id
                        order by l.kind
                        """)
                .param("id", id.value())
                .query(ApplicationLetters::letter)
                .list();
    }

    /** Asks someone; who was asked before no longer is. */
    void ask(ApplicationId id, Endorsement.Kind kind, LetterGivers.Giver giver, Instant at) {
        jdbc.sql(
                        """
                        insert into letter_request (application, kind, asked, minute, asked_at)
                        values (:application, :kind, :asked, :minute, :at)
                        on conflict (tenant, application, kind) do update set
                            asked = excluded.asked, minute = excluded.minute,
                            asked_at = excluded.asked_at, batch = null, told_vacant = false
                        """)
                .param("application", id.value())
                .param("kind", kind.name())
                .param("asked", giver.person().id().value())
                .param("minute", giver.recordsMinute())
                .param("at", Applications.at(at))
                .update();
    }

    /**
     * Asks someone else for what was asked for already. On a list it stays on its list, unless a
     * minute takes the place of the letter.
     *
     * @return whether it is the first letter of its list that the other is asked for
     */
    boolean passOn(LetterRequest request, LetterGivers.Giver giver, Instant at) {
        CollectiveBatchId batch = giver.recordsMinute() ? null : request.batch();
        boolean first = batch != null && !isAskedIn(batch, giver.person().id());
        jdbc.sql(
                        """
                        update letter_request set asked = :asked, minute = :minute,
                            asked_at = :at, batch = :batch, told_vacant = false
                        where application = :application and kind = :kind
                        """)
                .param("application", request.application().value())
                .param("kind", request.kind().name())
                .param("asked", giver.person().id().value())
                .param("minute", giver.recordsMinute())
                .param("at", Applications.at(at))
                .param("batch", batch == null ? null : batch.value())
                .update();
        return first;
    }

    private boolean isAskedIn(CollectiveBatchId batch, PersonId person) {
        return jdbc.sql(
                        """
                        select exists (select from letter_request r
                            join application a on a.tenant = r.tenant and a.id = r.application
                            where r.batch = :batch and r.asked = :person
                                and a.state = 'ENDORSEMENT')
                        """)
                .param("batch", batch.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the applicant is still to be told that nobody can write it; from then on not. */
    boolean tellVacantOnce(ApplicationId id, Endorsement.Kind kind) {
        return jdbc.sql(
                                """
                                update letter_request set told_vacant = true
                                where application = :id and kind = :kind and not told_vacant
                                """)
                        .param("id", id.value())
                        .param("kind", kind.name())
                        .update()
                == 1;
    }

    void withdrawRequest(ApplicationId id, Endorsement.Kind kind) {
        jdbc.sql("delete from letter_request where application = :id and kind = :kind")
                .param("id", id.value())
                .param("kind", kind.name())
                .update();
    }

    Map<Endorsement.Kind, LetterRequest> requests(ApplicationId id) {
        return jdbc
                .sql(
                        """
                        select r.kind, r.application, r.asked, r.minute, r.asked_at, a.display_name,
                            a.agency_name, r.batch
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        where r.application = :id
                        """)
                .param("id", id.value())
                .query(ApplicationLetters::request)
                .list()
                .stream()
                .collect(Collectors.toMap(LetterRequest::kind, request -> request));
    }

    Optional<LetterRequest> request(ApplicationId id, Endorsement.Kind kind) {
        return Optional.ofNullable(requests(id).get(kind));
    }

    /** What waits for a person to be written for one applicant alone, oldest first. */
    List<LetterRequest> askedOf(PersonId person, int limit) {
        return jdbc.sql(
                        """
                        select r.kind, r.application, r.asked, r.minute, r.asked_at, a.display_name,
                            a.agency_name, r.batch
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        where r.asked = :person and r.batch is null and a.state = 'ENDORSEMENT'
                        order by r.asked_at
                        limit :limit
                        """)
                .param("person", person.value())
                .param("limit", limit)
                .query(ApplicationLetters::request)
                .list();
    }

    /** What waits for a person, alone or on a list, oldest first. */
    List<LetterRequest> waitingFor(PersonId person) {
        return jdbc.sql(
                        """
                        select r.kind, r.application, r.asked, r.minute, r.asked_at, a.display_name,
                            a.agency_name, r.batch
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        where r.asked = :person and a.state = 'ENDORSEMENT'
                        order by r.asked_at, r.application
                        """)
                .param("person", person.value())
                .query(ApplicationLetters::request)
                .list();
    }

    /** Every letter that was asked for before that instant and still waits. */
    List<LetterRequest> waitingSince(Instant before) {
        return jdbc.sql(
                        """
                        select r.kind, r.application, r.asked, r.minute, r.asked_at, a.display_name,
                            a.agency_name, r.batch
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        where r.tenant = current_tenant() and r.asked_at <= :before
                            and a.state = 'ENDORSEMENT'
                        order by r.asked_at, r.application
                        """)
                .param("before", Applications.at(before))
                .query(ApplicationLetters::request)
                .list();
    }

    /** The request, locked until the transaction ends. */
    Optional<LetterRequest> held(ApplicationId id, Endorsement.Kind kind) {
        return jdbc.sql(
                        """
                        select r.kind, r.application, r.asked, r.minute, r.asked_at, a.display_name,
                            a.agency_name, r.batch
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        where r.tenant = current_tenant() and r.application = :id and r.kind = :kind
                            and a.state = 'ENDORSEMENT'
                        for update of r
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .query(ApplicationLetters::request)
                .optional();
    }

    /** True once for each step of each request. */
    boolean firstTime(LetterRequest request, String step, PersonId person, Instant at) {
        return jdbc.sql(
                                """
                                insert into letter_reminder
                                    (application, kind, asked_at, step, person, sent_at)
                                values (:application, :kind, :asked, :step, :person, :at)
                                on conflict do nothing
                                """)
                        .param("application", request.application().value())
                        .param("kind", request.kind().name())
                        .param("asked", Applications.at(request.askedAt()))
                        .param("step", step)
                        .param("person", person.value())
                        .param("at", Applications.at(at))
                        .update()
                == 1;
    }

    private static LetterRequest request(ResultSet row, int n) throws SQLException {
        @Nullable UUID batch = row.getObject("batch", UUID.class);
        return new LetterRequest(
                new ApplicationId(row.getObject("application", UUID.class)),
                Endorsement.Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("asked", UUID.class)),
                row.getBoolean("minute"),
                Applications.requiredInstant(row, "asked_at"),
                row.getString("display_name"),
                row.getString("agency_name"),
                batch == null ? null : new CollectiveBatchId(batch));
    }

    private static Endorsement letter(ResultSet row, int n) throws SQLException {
        UUID giver = row.getObject("giver", UUID.class);
        return new Endorsement(
                row.getObject("id", UUID.class),
                Endorsement.Kind.valueOf(row.getString("kind")),
                Endorsement.Form.valueOf(row.getString("form")),
                row.getString("number"),
                row.getObject("dated_on", LocalDate.class),
                giver == null ? null : new PersonId(giver),
                row.getString("giver_name"),
                row.getString("giver_title"),
                new FileId(row.getObject("file", UUID.class)),
                row.getString("sha256"),
                Applications.requiredInstant(row, "added_at"));
    }
}
