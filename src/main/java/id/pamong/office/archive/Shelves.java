package id.pamong.office.archive;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where the hard copy of something lies, beside its soft copy in the {@link Archive} (MDN-11(4):
 * hard or soft, each with its place). The caller asks for the right and leaves the audit record.
 */
@Repository
public class Shelves {
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    Shelves(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Notes the place; the one before is replaced.
     *
     * @param subject what lies there, by the id of its own room
     * @param by account that put it there
     */
    public void put(LocalGovernmentId government, UUID subject, ShelfPlace place, UUID by) {
        transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        insert into shelf_place
                                            (subject, rack, box, folder, set_by, set_at)
                                        values (:subject, :rack, :box, :folder, :by, :at)
                                        on conflict (tenant, subject) do update set
                                            rack = excluded.rack, box = excluded.box,
                                            folder = excluded.folder, set_by = excluded.set_by,
                                            set_at = excluded.set_at
                                        """)
                                .param("subject", subject)
                                .param("rack", place.rack())
                                .param("box", place.box())
                                .param("folder", place.folder())
                                .param("by", by)
                                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                                .update());
    }

    /** The place, if one is noted. */
    public Optional<ShelfPlace> of(LocalGovernmentId government, UUID subject) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql("select rack, box, folder from shelf_place where subject = :id")
                                .param("id", subject)
                                .query((row, n) ->
                                        new ShelfPlace(
                                                row.getString("rack"),
                                                row.getString("box"),
                                                row.getString("folder")))
                                .optional());
    }

    /** What lies in a rack, box or folder of that name; capital letters do not count. */
    public List<UUID> search(LocalGovernmentId government, String name, int limit) {
        return transactions.inTenant(
                government,
                () ->
                        jdbc.sql(
                                        """
                                        select subject from shelf_place
                                        where :name in (lower(rack), lower(box), lower(folder))
                                        order by set_at desc, subject limit :limit
                                        """)
                                .param("name", name.strip().toLowerCase(Locale.ROOT))
                                .param("limit", limit)
                                .query(UUID.class)
                                .list());
    }
}
