package id.pamong.office.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wrapped data keys. A new one is committed on its own: what it seals may be kept outside the
 * transaction that first asked for it.
 */
@Repository
class DataKeys {
    /** The owner of keys that belong to no local government. */
    static final String INSTALLATION = "installation";

    /** A data key under the service key. */
    static final class Wrapped {
        private final String purpose;
        private final String owner;
        private final byte[] bytes;

        Wrapped(String purpose, String owner, byte[] bytes) {
            this.purpose = purpose;
            this.owner = owner;
            this.bytes = bytes;
        }

        static Wrapped wrap(String purpose, String owner, byte[] plain, SecretKey service) {
            return new Wrapped(
                    purpose, owner, Envelope.seal(service, plain, context(purpose, owner)));
        }

        /** The data key itself. */
        byte[] unwrap(SecretKey service) {
            return Envelope.open(service, bytes, context(purpose, owner));
        }

        private static List<String> context(String purpose, String owner) {
            return List.of("pamong-data-key", purpose, owner);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate own;

    DataKeys(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<Wrapped> find(String purpose, String owner) {
        return jdbc.sql(
                        "select purpose, owner, wrapped from data_key where purpose = ? and owner ="
                                + " ?")
                .params(purpose, owner)
                .query(DataKeys::wrapped)
                .optional();
    }

    /** The first one wins when two nodes ask at once. */
    Wrapped keepFirst(Wrapped made) {
        own.executeWithoutResult(status ->
                jdbc.sql(
                                "insert into data_key (purpose, owner, wrapped, created_at)"
                                        + " values (?, ?, ?, ?) on conflict do nothing")
                        .params(
                                made.purpose,
                                made.owner,
                                made.bytes,
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update());
        return own.execute(status -> find(made.purpose, made.owner).orElseThrow());
    }

    Optional<Wrapped> any() {
        return jdbc.sql("select purpose, owner, wrapped from data_key limit 1")
                .query(DataKeys::wrapped)
                .optional();
    }

    /** Replaces every wrapping in one transaction; returns how many. */
    int rewrapAll(SecretKey from, SecretKey to) {
        Integer count =
                own.execute(status -> {
                    List<Wrapped> all =
                            jdbc.sql("select purpose, owner, wrapped from data_key" + " for update")
                                    .query(DataKeys::wrapped)
                                    .list();
                    all.forEach(old -> replace(old, from, to));
                    return all.size();
                });
        return count == null ? 0 : count;
    }

    private void replace(Wrapped old, SecretKey from, SecretKey to) {
        byte[] key = old.unwrap(from);
        jdbc.sql("update data_key set wrapped = ? where purpose = ? and owner = ?")
                .params(Wrapped.wrap(old.purpose, old.owner, key, to).bytes, old.purpose, old.owner)
                .update();
        Arrays.fill(key, (byte) 0);
    }

    private static Wrapped wrapped(ResultSet row, int number) throws SQLException {
        return new Wrapped(
                row.getString("purpose"), row.getString("owner"), row.getBytes("wrapped"));
    }
}
