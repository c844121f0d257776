package id.pamong.authority.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code sealed_key}. */
@Repository
class SealedKeys {
    /**
     * A try that may be made.
     *
     * @param number of this try since the last success or block, from 1
     * @param blockedUntil set with the last try, in case it fails
     */
    record Try(int number, @Nullable Instant blockedUntil) {}

    private final JdbcClient jdbc;

    SealedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SealedKey key, byte[] publicKeySha256, Instant createdAt) {
        jdbc.sql(
                        """
                        insert into sealed_key (id, algorithm, salt, memory_kib, passes, lanes,
                            nonce, ciphertext, public_key, public_key_sha256, created_at)
                        values (:id, :algorithm, :salt, :memory, :passes, :lanes,
                            :nonce, :ciphertext, :spki, :spkiSha256, :at)
                        """)
                .param("id", key.id().value())
                .param("algorithm", key.algorithm().name())
                .param("salt", key.salt())
                .param("memory", key.cost().memoryKib())
                .param("passes", key.cost().passes())
                .param("lanes", key.cost().lanes())
                .param("nonce", key.nonce())
                .param("ciphertext", key.ciphertext())
                .param("spki", key.publicKeySpki())
                .param("spkiSha256", publicKeySha256)
                .param("at", utc(createdAt))
                .update();
    }

    Optional<SealedKey> byId(SealedKeyId id) {
        return jdbc.sql(
                        """
                        select id, algorithm, salt, memory_kib, passes, lanes, nonce, ciphertext,
                            public_key
                        from sealed_key where id = :id and destroyed_at is null
                        """)
                .param("id", id.value())
                .query(SealedKeys::key)
                .optional();
    }

    /** Counts a try before it is made; empty while the key is blocked. */
    Optional<Try> countTry(SealedKeyId id, Instant now, int most, Duration block) {
        return jdbc.sql(
                        """
                        update sealed_key set
                            tries = case when blocked_until is null then tries else 0 end + 1,
                            blocked_until = case
                                when case when blocked_until is null then tries else 0 end + 1 >= :most
                                then :until end
                        where id = :id and (blocked_until is null or blocked_until <= :now)
                        returning tries, blocked_until
                        """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("most", most)
                .param("until", utc(now.plus(block)))
                .query((row, _) -> new Try(row.getInt("tries"), instant(row, "blocked_until")))
                .optional();
    }

    void forgetTries(SealedKeyId id) {
        jdbc.sql("update sealed_key set tries = 0, blocked_until = null where id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Instant> blockedUntil(SealedKeyId id) {
        return jdbc.sql(
                        """
                        select blocked_until from sealed_key
                        where id = :id and blocked_until is not null
                        """)
                .param("id", id.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Puts a key under another passphrase, if it still lies as it was opened. */
    boolean replace(SealedKey before, SealedKey after, Instant now) {
        return jdbc.sql(
                                """
                                update sealed_key set salt = :salt, memory_kib = :memory,
                                    passes = :passes, lanes = :lanes, nonce = :nonce,
                                    ciphertext = :ciphertext, resealed_at = :now
                                where id = :id and salt = :before and destroyed_at is null
                                """)
                        .param("salt", after.salt())
                        .param("memory", after.cost().memoryKib())
                        .param("passes", after.cost().passes())
                        .param("lanes", after.cost().lanes())
                        .param("nonce", after.nonce())
                        .param("ciphertext", after.ciphertext())
                        .param("now", utc(now))
                        .param("id", after.id().value())
                        .param("before", before.salt())
                        .update()
                == 1;
    }

    /** Takes the bytes of a key away; false when they were gone. */
    boolean wipe(SealedKeyId id, Instant now) {
        return jdbc.sql(
                                """
                                update sealed_key set ciphertext = ''::bytea, destroyed_at = :now
                                where id = :id and destroyed_at is null
                                """)
                        .param("id", id.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void delete(SealedKeyId id) {
        jdbc.sql("delete from sealed_key where id = :id").param("id", id.value()).update();
    }

    private static SealedKey key(ResultSet row, int number) throws SQLException {
        return new SealedKey(
                new SealedKeyId(row.getObject("id", java.util.UUID.class)),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                row.getBytes("salt"),
                new DerivationCost(
                        row.getInt("memory_kib"), row.getInt("passes"), row.getInt("lanes")),
                row.getBytes("nonce"),
                row.getBytes("ciphertext"),
                row.getBytes("public_key"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
