package id.pamong.office.organization;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of entries that may be one person. */
@Repository
class PairRows {
    private final JdbcClient jdbc;

    PairRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        for (Found pair : pairs) {
            added +=
                    jdbc.sql(
                                    """
                                    insert into person_pair (id, one, other, likeness)
                                    values (:id, :one, :other, :likeness)
                                    on conflict (tenant, one, other) do nothing
                                    """)
                            .param("id", UUID.randomUUID())
                            .param("one", pair.one().value())
                            .param("other", pair.other().value())
                            .param(
                                    "likeness",
                                    pair.likeness().stream().map(Enum::name).toArray(String[]::new))
                            .update();
        }
        return added;
    }
}
