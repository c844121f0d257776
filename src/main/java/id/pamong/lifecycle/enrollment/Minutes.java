package id.pamong.lifecycle.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the minutes state that stand in place of letters. */
@Repository
class Minutes {
    private final JdbcClient jdbc;

    Minutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID letter, MinuteDesk.Fields fields) {
        jdbc.sql(
                        """
                        insert into letter_minute (letter, decree, decree_on, statement)
                        values (:letter, :decree, :on, :statement)
                        """)
                .param("letter", letter)
                .param("decree", fields.decree())
                .param("on", LocalDate.parse(fields.decreeOn()))
                .param("statement", fields.statement())
                .update();
    }
}
