package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of people between dry run and import, sealed. */
@Repository
class ImportFiles {
    private final JdbcClient jdbc;
    private final PersonSeals seals;

    ImportFiles(JdbcClient jdbc, PersonSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    void keep(
            LocalGovernmentId government,
            UUID id,
            String fileName,
            byte[] file,
            UUID by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into people_file (id, file_name, sealed, uploaded_by, uploaded_at)
                        values (:id, :fileName, :sealed, :by, :at)
                        """)
                .param("id", id)
                .param("fileName", fileName)
                .param("sealed", seals.sealFile(government, file))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> open(LocalGovernmentId government, UUID id) {
        return jdbc.sql("select sealed from people_file where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(sealed -> seals.openFile(government, sealed));
    }

    void erase(UUID id) {
        jdbc.sql("delete from people_file where id = :id").param("id", id).update();
    }

    void eraseOlderThan(Instant at) {
        jdbc.sql("delete from people_file where uploaded_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
