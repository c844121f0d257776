package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of entries that may be one person. */
@Repository
class PairRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    PairRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A pair as found; the smaller id stands first.
     *
     * @param likeness why
     */
    record Found(PersonId one, PersonId other, Set<Likeness> likeness) {
        static Found of(PersonId first, PersonId second, Set<Likeness> likeness) {
            boolean ordered = first.value().toString().compareTo(second.value().toString()) < 0;
            return new Found(ordered ? first : second, ordered ? second : first, likeness);
        }
    }

    /** Pairs that were decided stay decided; returns how many are new. */
    int add(List<Found> pairs) {
        int added = 0;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (Found pair : pairs) {
            added +=
                    jdbc.sql(
                                    """
                                    insert into person_pair (id, one, other, likeness, found_at)
                                    values (:id, :one, :other, :likeness, :now)
                                    on conflict (tenant, one, other) do nothing
                                    """)
                            .param("id", UUID.randomUUID())
                            .param("now", now)
                            .param("one", pair.one().value())
                            .param("other", pair.other().value())
                            .param(
                                    "likeness",
                                    pair.likeness().stream().map(Enum::name).toArray(String[]::new))
                            .update();
        }
        return added;
    }

    private static final String SELECT =
            """
            select p.id, p.one, p.other, a.name as one_name, b.name as other_name, p.likeness,
                p.state, p.found_at, p.reason,
                (select m.id from person_merge m where m.tenant = p.tenant and m.undone_at is null
                    and ((m.kept = p.one and m.gone = p.other)
                        or (m.kept = p.other and m.gone = p.one)) limit 1) as merge
            from person_pair p
            join person a on a.tenant = p.tenant and a.id = p.one
            join person b on b.tenant = p.tenant and b.id = p.other
            """;

    Optional<PersonPair> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query(PairRows::pair)
                .optional();
    }

    List<PersonPair> list(String state, @Nullable UUID after, boolean descending, int limit) {
        Keyset keyset = new Keyset("person_pair", "p", "found_at", descending);
        return jdbc.sql(
                        SELECT
                                + " where (:state = '' or p.state = :state) and "
                                + keyset.condition()
                                + keyset.order())
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query(PairRows::pair)
                .list();
    }

    /** False when it was decided meanwhile. */
    boolean decide(
            UUID id,
            PersonPair.State from,
            PersonPair.State to,
            String reason,
            UUID by,
            Instant at) {
        boolean open = to == PersonPair.State.OPEN;
        return jdbc.sql(
                                """
                                update person_pair set state = :to, reason = :reason,
                                    decided_by = :by, decided_at = :at
                                where id = :id and state = :from
                                """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("by", open ? null : by)
                        .param("at", open ? null : at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static PersonPair pair(ResultSet row, int number) throws SQLException {
        Set<Likeness> likeness =
                Arrays.stream((String[]) row.getArray("likeness").getArray())
                        .map(Likeness::valueOf)
                        .collect(Collectors.toSet());
        return new PersonPair(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("one", UUID.class)),
                new PersonId(row.getObject("other", UUID.class)),
                row.getString("one_name"),
                row.getString("other_name"),
                likeness,
                PersonPair.State.valueOf(row.getString("state")),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("merge", UUID.class));
    }
}
