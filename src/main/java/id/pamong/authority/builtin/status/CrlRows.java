package id.pamong.authority.builtin.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code ca_crl}. */
@Repository
public class CrlRows {
    /** Of each shard and kind: long lists would fill the disk. */
    private static final int KEPT = 5;

    /** A list without its octets. */
    public record Meta(long number, Instant thisUpdate, Instant nextUpdate) {}

    private final JdbcClient jdbc;

    public CrlRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a list, and lets go of those that five newer ones have followed. */
    public void insert(RevocationList list) {
        jdbc.sql(
                        """
                        insert into ca_crl (ca, shard, number, base_number, this_update, next_update,
                            der)
                        values (:ca, :shard, :number, :base, :thisUpdate, :nextUpdate, :der)
                        """)
                .param("ca", list.ca())
                .param("shard", list.shard())
                .param("number", list.number())
                .param("base", list.baseNumber())
                .param("thisUpdate", utc(list.thisUpdate()))
                .param("nextUpdate", utc(list.nextUpdate()))
                .param("der", list.der())
                .update();
        jdbc.sql(
                        """
                        delete from ca_crl where ca = :ca and shard = :shard and delta = :delta
                            and number < (
                                select min(number) from (
                                    select number from ca_crl
                                    where ca = :ca and shard = :shard and delta = :delta
                                    order by number desc limit :kept) newest)
                        """)
                .param("ca", list.ca())
                .param("shard", list.shard())
                .param("delta", list.baseNumber() != null)
                .param("kept", KEPT)
                .update();
    }

    /** Of whole lists and deltas together; 0 if there is none. */
    long highestNumber(String ca, int shard) {
        return jdbc.sql(
                        """
                        select coalesce(max(number), 0) from ca_crl where ca = :ca and shard = :shard
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .query(Long.class)
                .single();
    }

    public Optional<Meta> newest(String ca, int shard, boolean delta) {
        return jdbc.sql(
                        """
                        select number, this_update, next_update from ca_crl
                        where ca = :ca and shard = :shard and delta = :delta
                        order by number desc limit 1
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .param("delta", delta)
                .query((row, _) ->
                        new Meta(
                                row.getLong("number"),
                                instant(row, "this_update"),
                                instant(row, "next_update")))
                .optional();
    }

    public Optional<byte[]> der(String ca, int shard, boolean delta, long number) {
        return jdbc.sql(
                        """
                        select der from ca_crl
                        where ca = :ca and shard = :shard and delta = :delta and number = :number
                        """)
                .param("ca", ca)
                .param("shard", shard)
                .param("delta", delta)
                .param("number", number)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
