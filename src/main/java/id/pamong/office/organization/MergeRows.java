package id.pamong.office.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Moves everything that refers to a person to another entry. What refers is read from the catalog,
 * where every reference is a foreign key, so that no room's table is forgotten, whenever it came.
 */
@Repository
class MergeRows {
    /**
     * Roles do not travel by a merge; words, pairs and the entry itself belong to the entry; and
     * who gave a letter is part of what was decided and signed.
     */
    private static final Set<String> STAY =
            Set.of("person", "person_word", "person_pair", "role_grant", "endorsement_letter");

    /** Tables with one open row per person: the moved one is closed when both have one. */
    private static final Set<String> ONE_OPEN = Set.of("posting", "reporting_line");

    private final JdbcClient jdbc;

    MergeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A column that refers to people, and the key of its table without the tenant. */
    record Reference(String table, String column, List<String> key) {
        String keyOf(String alias) {
            return key.stream()
                    .map(name -> "'" + name + "', " + alias + "." + name)
                    .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
        }
    }

    /**
     * What moved and what could not.
     *
     * @param stayed tables in which the other entry already has what may be there only once
     */
    record Moved(int rows, Set<String> stayed) {}

    List<Reference> references() {
        return jdbc
                .sql(
                        """
                        select r.relname, a.attname,
                            (select array_agg(k.attname::text order by k.attnum)
                             from pg_index i
                             join pg_attribute k on k.attrelid = i.indrelid
                                 and k.attnum = any(i.indkey)
                             where i.indrelid = r.oid and i.indisprimary
                                 and k.attname <> 'tenant') as key
                        from pg_constraint c
                        join pg_class r on r.oid = c.conrelid
                        join lateral unnest(c.conkey, c.confkey) as pair (own, theirs) on true
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own
                        join pg_attribute t on t.attrelid = c.confrelid and t.attnum = pair.theirs
                        where c.contype = 'f' and c.confrelid = 'person'::regclass
                            and t.attname = 'id'
                        order by r.relname, a.attname
                        """)
                .query((row, number) ->
                        new Reference(
                                row.getString(1),
                                row.getString(2),
                                List.of((String[]) row.getArray(3).getArray())))
                .list()
                .stream()
                .filter(one -> !STAY.contains(one.table()))
                .toList();
    }

    void begin(UUID merge, PersonId kept, PersonId gone, UUID by, String reason, Instant at) {
        jdbc.sql(
                        """
                        insert into person_merge (id, kept, gone, merged_at, merged_by, reason)
                        values (:id, :kept, :gone, :at, :by, :reason)
                        """)
                .param("id", merge)
                .param("kept", kept.value())
                .param("gone", gone.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    Moved move(UUID merge, PersonId kept, PersonId gone, LocalDate today) {
        int position = 0;
        Set<String> stayed = new java.util.TreeSet<>();
        for (Reference reference : references()) {
            for (String key : keys(reference, gone)) {
                String before = close(reference, key, kept, today);
                if (moveRow(reference, key, kept)) {
                    note(merge, position, reference, keyAfter(reference, key, kept), before);
                    position++;
                } else {
                    stayed.add(reference.table());
                }
            }
        }
        return new Moved(position, stayed);
    }

    private List<String> keys(Reference of, PersonId person) {
        return jdbc.sql(
                        "select "
                                + of.keyOf("t")
                                + "::text from "
                                + of.table()
                                + " t where t."
                                + of.column()
                                + " = :person")
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    /** Ends an open row that the other entry has as well; returns what it was before. */
    private String close(Reference of, String key, PersonId kept, LocalDate today) {
        if (!ONE_OPEN.contains(of.table()) || !of.column().equals("person")) {
            return "{}";
        }
        int closed =
                jdbc.sql(
                                "update "
                                        + of.table()
                                        + " t set until_on = greatest(t.from_on,"
                                        + " cast(:today as date) - 1) where "
                                        + of.keyOf("t")
                                        + " = cast(:key as jsonb) and t.until_on is null"
                                        + " and exists (select from "
                                        + of.table()
                                        + " o where o.person = :kept and o.until_on is null)")
                        .param("today", today)
                        .param("key", key)
                        .param("kept", kept.value())
                        .update();
        return closed == 1 ? "{\"until_on\": null}" : "{}";
    }

    /** False when a rule of the table forbids it; then the row stays where it is. */
    private boolean moveRow(Reference of, String key, PersonId to) {
        jdbc.sql("savepoint before_row").update();
        try {
            jdbc.sql(
                            "update "
                                    + of.table()
                                    + " t set "
                                    + of.column()
                                    + " = :to where "
                                    + of.keyOf("t")
                                    + " = cast(:key as jsonb)")
                    .param("to", to.value())
                    .param("key", key)
                    .update();
            jdbc.sql("release savepoint before_row").update();
            return true;
        } catch (DataAccessException forbidden) {
            jdbc.sql("rollback to savepoint before_row").update();
            return false;
        }
    }

    private String keyAfter(Reference of, String key, PersonId kept) {
        return of.key().contains(of.column())
                ? jdbc.sql(
                                "select (cast(:key as jsonb) || jsonb_build_object(:column, :kept))::text")
                        .param("key", key)
                        .param("column", of.column())
                        .param("kept", kept.toString())
                        .query(String.class)
                        .single()
                : key;
    }

    private void note(UUID merge, int position, Reference of, String key, String before) {
        jdbc.sql(
                        """
                        insert into person_merge_move
                            (merge, position, table_name, column_name, row_key, before)
                        values (:merge, :position, :table, :column, cast(:key as jsonb),
                            cast(:before as jsonb))
                        """)
                .param("merge", merge)
                .param("position", position)
                .param("table", of.table())
                .param("column", of.column())
                .param("key", key)
                .param("before", before)
                .update();
    }

    void mark(PersonId gone, PersonId kept) {
        jdbc.sql("update person set merged_into = :kept, version = version + 1 where id = :gone")
                .param("gone", gone.value())
                .param("kept", kept.value())
                .update();
        jdbc.sql("update person set merged_into = :kept where merged_into = :gone")
                .param("gone", gone.value())
                .param("kept", kept.value())
                .update();
    }

    /** A merge in force: who was kept and who went. */
    record Merge(PersonId kept, PersonId gone) {}

    Optional<Merge> inForce(UUID merge) {
        return jdbc.sql(
                        """
                        select kept, gone from person_merge
                        where id = :id and undone_at is null for update
                        """)
                .param("id", merge)
                .query((row, number) ->
                        new Merge(
                                new PersonId(row.getObject(1, UUID.class)),
                                new PersonId(row.getObject(2, UUID.class))))
                .optional();
    }

    private record Move(String table, String column, String key, boolean closed) {}

    /** Takes every row back that still stands where the merge put it. */
    int undo(UUID merge, Merge of, UUID by, String why, Instant at) {
        List<Move> moves =
                jdbc.sql(
                                """
                                select table_name, column_name, row_key::text,
                                    jsonb_exists(before, 'until_on')
                                from person_merge_move where merge = :merge
                                order by position desc
                                """)
                        .param("merge", merge)
                        .query((row, number) ->
                                new Move(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4)))
                        .list();
        List<Reference> known = references();
        jdbc.sql("update person set merged_into = null, version = version + 1 where id = :gone")
                .param("gone", of.gone().value())
                .update();
        int back = 0;
        for (Move move : moves) {
            Optional<Reference> reference =
                    known.stream()
                            .filter(one -> one.table().equals(move.table()))
                            .filter(one -> one.column().equals(move.column()))
                            .findFirst();
            if (reference.isPresent() && moveRow(reference.get(), move.key(), of.gone())) {
                back++;
                if (move.closed()) {
                    open(reference.get(), move.key());
                }
            }
        }
        jdbc.sql(
                        """
                        update person_merge set undone_at = :at, undone_by = :by, undone_why = :why
                        where id = :id
                        """)
                .param("id", merge)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", why)
                .update();
        return back;
    }

    private void open(Reference of, String key) {
        jdbc.sql(
                        "update "
                                + of.table()
                                + " t set until_on = null where "
                                + of.keyOf("t")
                                + " = cast(:key as jsonb)")
                .param("key", key)
                .update();
    }
}
