package id.pamong.lifecycle.revocation;

import id.pamong.office.archive.FileId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letter of notice of a row of {@code revocation_case}. */
@Repository
class CaseNoticeRows {
    private final JdbcClient jdbc;

    CaseNoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The letter by which the owner was told before. */
    void noticed(RevocationCaseId id, String number, FileId file) {
        jdbc.sql(
                        """
                        update revocation_case set notice_number = :number, notice_file = :file
                        where id = :id
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("file", file.value())
                .update();
    }

    Optional<CaseNotice> notice(RevocationCaseId id) {
        return jdbc.sql(
                        """
                        select notice_number, notice_file from revocation_case
                        where id = :id and notice_file is not null
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new CaseNotice(
                                row.getString("notice_number"),
                                new FileId(row.getObject("notice_file", UUID.class))))
                .optional();
    }
}
