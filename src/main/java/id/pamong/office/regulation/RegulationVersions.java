package id.pamong.office.regulation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions that were ever in use, by hash, so that an old case reads its own law. */
@Repository
class RegulationVersions {
    private final JdbcClient jdbc;

    RegulationVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(RegulationProfile profile, byte[] bytes) {
        jdbc.sql(
                        """
                        insert into regulation_version (hash, regulation_id, content)
                        values (:hash, :id, :content)
                        on conflict (hash) do nothing
                        """)
                .param("hash", profile.hash())
                .param("id", profile.id())
                .param("content", bytes)
                .update();
    }

    Optional<byte[]> find(String hash) {
        return jdbc.sql("select content from regulation_version where hash = :hash")
                .param("hash", hash)
                .query(byte[].class)
                .optional();
    }
}
