package id.pamong.lifecycle.enrollment;

import id.pamong.office.database.Keyset;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their members. */
@Repository
class CollectiveRows {
    private static final String BATCH =
            "select id, agency, agency_name, title, prepared_by, created_at from collective_batch ";
    private static final String MEMBER =
            """
            select m.application, m.batch, a.person, a.display_name, a.post, a.agency_name, a.number,
                a.state, m.confirmed_at, m.reminded_at, m.struck_at, m.struck_kind, m.struck_by,
                m.struck_reason,
                array(select l.kind from application_letter l
                    where l.tenant = m.tenant and l.application = m.application) as letters,
                array(select r.kind from letter_request r
                    where r.tenant = m.tenant and r.application = m.application) as asked
            from collective_member m
            join application a on a.tenant = m.tenant and a.id = m.application
            """;

    private final JdbcClient jdbc;

    CollectiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CollectiveBatch batch) {
        jdbc.sql(
                        """
                        insert into collective_batch
                            (id, agency, agency_name, title, prepared_by, created_at)
                        values (:id, :agency, :agencyName, :title, :by, :at)
                        """)
                .param("id", batch.id().value())
                .param("agency", batch.agency().value())
                .param("agencyName", batch.agencyName())
                .param("title", batch.title())
                .param("by", batch.preparedBy().value())
                .param("at", Applications.at(batch.createdAt()))
                .update();
    }

    void addMember(CollectiveBatchId batch, ApplicationId application) {
        jdbc.sql(
                        """
                        insert into collective_member (application, batch)
                        values (:application, :batch)
                        """)
                .param("application", application.value())
                .param("batch", batch.value())
                .update();
    }

    /**
     * By the time they were prepared.
     *
     * @param agencies of these, or null for all
     * @param submittedOnly only those of which something came to the registration authority
     */
    List<CollectiveBatch> list(
            @Nullable Collection<AgencyId> agencies,
            String text,
            boolean submittedOnly,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        Keyset keyset =
                new Keyset("collective_batch", "collective_batch", "created_at", descending);
        return withCounts(
                jdbc.sql(
                                BATCH
                                        + " where "
                                        + keyset.condition()
                                        + (agencies == null ? "" : " and agency = any (:agencies)")
                                        + (text.isEmpty()
                                                ? ""
                                                : " and (position(:text in lower(title)) > 0 or"
                                                        + " position(:text in lower(agency_name)) > 0)")
                                        + (submittedOnly
                                                ? """
                                                 and exists (select from collective_member m
                                                  join application a on a.tenant = m.tenant
                                                      and a.id = m.application
                                                  where m.tenant = collective_batch.tenant
                                                      and m.batch = collective_batch.id
                                                      and a.state in ('SUBMITTED', 'VERIFICATION',
                                                          'APPROVED', 'ACTIVATION', 'FORWARDED',
                                                          'ISSUED', 'RECEIVED', 'RETURNED'))
                                                """
                                                : "")
                                        + keyset.order())
                        .param(
                                "agencies",
                                agencies == null
                                        ? null
                                        : agencies.stream()
                                                .map(AgencyId::value)
                                                .toArray(UUID[]::new))
                        .param("text", text.strip().toLowerCase(Locale.ROOT))
                        .param("after", after)
                        .param("limit", limit)
                        .query(CollectiveRows::batch)
                        .list());
    }

    Optional<CollectiveBatch> find(CollectiveBatchId id) {
        return withCounts(
                        jdbc.sql(BATCH + " where id = :id")
                                .param("id", id.value())
                                .query(CollectiveRows::batch)
                                .list())
                .stream()
                .findFirst();
    }

    /** By name. */
    List<CollectiveMember> members(CollectiveBatchId batch) {
        return jdbc.sql(MEMBER + " where m.batch = :batch order by lower(a.display_name), a.id")
                .param("batch", batch.value())
                .query(CollectiveRows::member)
                .list();
    }

    Optional<CollectiveMember> member(ApplicationId application) {
        return jdbc.sql(MEMBER + " where m.application = :application")
                .param("application", application.value())
                .query(CollectiveRows::member)
                .optional();
    }

    Optional<CollectiveBatchId> batchOf(ApplicationId application) {
        return jdbc.sql("select batch from collective_member where application = :application")
                .param("application", application.value())
                .query(UUID.class)
                .optional()
                .map(CollectiveBatchId::new);
    }

    void confirmed(ApplicationId application, Instant at) {
        jdbc.sql("update collective_member set confirmed_at = :at where application = :application")
                .param("application", application.value())
                .param("at", Applications.at(at))
                .update();
    }

    /** The applicant changed something; what was confirmed no longer is. */
    void unconfirmed(ApplicationId application) {
        jdbc.sql(
                        """
                        update collective_member set confirmed_at = null
                        where application = :application and confirmed_at is not null
                        """)
                .param("application", application.value())
                .update();
    }

    void reminded(ApplicationId application, Instant at) {
        jdbc.sql("update collective_member set reminded_at = :at where application = :application")
                .param("application", application.value())
                .param("at", Applications.at(at))
                .update();
    }

    void struck(ApplicationId application, CollectiveMember.Struck struck) {
        jdbc.sql(
                        """
                        update collective_member set struck_at = :at, struck_kind = :kind,
                            struck_by = :by, struck_reason = :reason
                        where application = :application
                        """)
                .param("application", application.value())
                .param("at", Applications.at(struck.at()))
                .param("kind", struck.kind().name())
                .param("by", struck.by().value())
                .param("reason", struck.reason())
                .update();
    }

    /** Asks someone for a letter together with others; whoever was asked before no longer is. */
    void ask(
            CollectiveBatchId batch,
            ApplicationId application,
            Endorsement.Kind kind,
            PersonId asked,
            Instant at) {
        jdbc.sql(
                        """
                        insert into letter_request (application, kind, asked, asked_at, batch)
                        values (:application, :kind, :asked, :at, :batch)
                        on conflict (tenant, application, kind) do update set
                            asked = excluded.asked, asked_at = excluded.asked_at,
                            batch = excluded.batch
                        """)
                .param("application", application.value())
                .param("kind", kind.name())
                .param("asked", asked.value())
                .param("at", Applications.at(at))
                .param("batch", batch.value())
                .update();
    }

    /** Which letters a person is asked for within a batch. */
    Map<ApplicationId, Set<Endorsement.Kind>> askedOf(PersonId person, CollectiveBatchId batch) {
        Map<ApplicationId, Set<Endorsement.Kind>> asked = new HashMap<>();
        jdbc.sql(
                        """
                        select application, kind from letter_request
                        where asked = :person and batch = :batch
                        """)
                .param("person", person.value())
                .param("batch", batch.value())
                .query(row -> {
                    asked.computeIfAbsent(
                                    new ApplicationId(row.getObject("application", UUID.class)),
                                    application -> new java.util.HashSet<>())
                            .add(Endorsement.Kind.valueOf(row.getString("kind")));
                });
        return asked;
    }

    /** A batch in which a person is asked for letters, and for how many people. */
    record AskedBatch(CollectiveBatchId batch, String title, int people, Instant since) {}

    List<AskedBatch> batchesAskedOf(PersonId person) {
        return jdbc.sql(
                        """
                        select b.id, b.title, count(distinct r.application) as people,
                            min(r.asked_at) as since
                        from letter_request r
                        join application a on a.tenant = r.tenant and a.id = r.application
                        join collective_batch b on b.tenant = r.tenant and b.id = r.batch
                        where r.asked = :person and a.state = 'ENDORSEMENT'
                        group by b.id, b.title order by since
                        """)
                .param("person", person.value())
                .query((row, line) ->
                        new AskedBatch(
                                new CollectiveBatchId(row.getObject("id", UUID.class)),
                                row.getString("title"),
                                row.getInt("people"),
                                Applications.requiredInstant(row, "since")))
                .list();
    }

    /** Those of the people who have an open application of an individual certificate. */
    Set<PersonId> withOpenApplication(Collection<PersonId> people) {
        return people.isEmpty()
                ? Set.of()
                : jdbc
                        .sql(
                                """
                                select person from application
                                where person in (:people) and type = 'INDIVIDUAL'
                                  and state not in ('RECEIVED', 'REJECTED', 'WITHDRAWN')
                                """)
                        .param("people", people.stream().map(PersonId::value).toList())
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(PersonId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private List<CollectiveBatch> withCounts(List<CollectiveBatch> bare) {
        Map<UUID, Map<CollectiveMember.Standing, Integer>> counts = new HashMap<>();
        jdbc.sql(
                        """
                        select m.batch, a.state, m.struck_at is not null as struck,
                            m.confirmed_at is not null as confirmed, count(*) as members
                        from collective_member m
                        join application a on a.tenant = m.tenant and a.id = m.application
                        where m.batch = any (:batches)
                        group by 1, 2, 3, 4
                        """)
                .param("batches", bare.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    counts.computeIfAbsent(
                                    row.getObject("batch", UUID.class),
                                    any -> new EnumMap<>(CollectiveMember.Standing.class))
                            .merge(
                                    CollectiveMember.standing(
                                            ApplicationState.valueOf(row.getString("state")),
                                            row.getBoolean("struck"),
                                            row.getBoolean("confirmed")),
                                    row.getInt("members"),
                                    Integer::sum);
                });
        return bare.stream()
                .map(batch ->
                        new CollectiveBatch(
                                batch.id(),
                                batch.agency(),
                                batch.agencyName(),
                                batch.title(),
                                batch.preparedBy(),
                                batch.createdAt(),
                                counts.getOrDefault(batch.id().value(), Map.of())))
                .toList();
    }

    private static CollectiveBatch batch(ResultSet row, int line) throws SQLException {
        return new CollectiveBatch(
                new CollectiveBatchId(row.getObject("id", UUID.class)),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("agency_name"),
                row.getString("title"),
                new PersonId(row.getObject("prepared_by", UUID.class)),
                Applications.requiredInstant(row, "created_at"),
                Map.of());
    }

    private static CollectiveMember member(ResultSet row, int line) throws SQLException {
        @Nullable Instant struckAt = Applications.instant(row, "struck_at");
        return new CollectiveMember(
                new ApplicationId(row.getObject("application", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("display_name"),
                row.getString("post"),
                row.getString("agency_name"),
                row.getString("number"),
                ApplicationState.valueOf(row.getString("state")),
                Applications.instant(row, "confirmed_at"),
                Applications.instant(row, "reminded_at"),
                kinds(row, "letters"),
                kinds(row, "asked"),
                struckAt == null
                        ? null
                        : new CollectiveMember.Struck(
                                Endorsement.Kind.valueOf(row.getString("struck_kind")),
                                new PersonId(row.getObject("struck_by", UUID.class)),
                                row.getString("struck_reason"),
                                struckAt));
    }

    private static Set<Endorsement.Kind> kinds(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Endorsement.Kind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
