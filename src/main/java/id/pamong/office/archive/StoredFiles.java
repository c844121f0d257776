package id.pamong.office.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the archive. */
@Repository
class StoredFiles {
    /** A row with what is needed to open the file. */
    record Entry(StoredFile file, String address, SealedKey key) {}

    /** The file's own key, sealed under the master key. */
    static final class SealedKey {
        private final byte[] value;

        SealedKey(byte[] value) {
            this.value = value;
        }

        byte[] value() {
            return value;
        }
    }

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Entry entry) {
        StoredFile file = entry.file();
        jdbc.sql(
                        """
                        insert into stored_file (id, kind, media_type, size, sha256, upload_sha256,
                            pages, signed, retention_code, address, sealed_key, stored_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file.id().value(),
                        file.kind().name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256(),
                        file.uploadSha256(),
                        file.pages(),
                        file.signed(),
                        file.kind().retentionCode(),
                        entry.address(),
                        entry.key().value(),
                        file.storedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Entry> find(FileId id) {
        return jdbc.sql(
                        """
                        select id, kind, media_type, size, sha256, upload_sha256, pages, signed,
                            address, sealed_key, stored_at
                        from stored_file where id = ?
                        """)
                .param(id.value())
                .query(StoredFiles::entry)
                .optional();
    }

    void remove(FileId id) {
        jdbc.sql("delete from stored_file where id = ?").param(id.value()).update();
    }

    /** Which of the addresses a row speaks of. */
    Set<String> known(List<String> addresses) {
        return new HashSet<>(
                jdbc.sql("select address from stored_file where address in (:addresses)")
                        .param("addresses", addresses)
                        .query(String.class)
                        .list());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        StoredFile file =
                new StoredFile(
                        new FileId(row.getObject("id", UUID.class)),
                        FileKind.valueOf(row.getString("kind")),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getString("upload_sha256"),
                        row.getInt("pages"),
                        row.getBoolean("signed"),
                        row.getTimestamp("stored_at").toInstant());
        return new Entry(file, row.getString("address"), new SealedKey(row.getBytes("sealed_key")));
    }
}
