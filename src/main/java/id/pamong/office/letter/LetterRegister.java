package id.pamong.office.letter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counters of the register of letters. */
@Repository
class LetterRegister {
    private final JdbcClient jdbc;

    LetterRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a series. The counter's row stays locked until the transaction ends, so
     * numbers are given in the order of commits and a rollback gives its number back.
     */
    int next(LetterKind kind, int year) {
        return jdbc.sql(
                        """
                        insert into letter_counter (kind, year, last_number) values (?, ?, 1)
                        on conflict (tenant, kind, year)
                        do update set last_number = letter_counter.last_number + 1
                        returning last_number
                        """)
                .params(kind.name(), year)
                .query(Integer.class)
                .single();
    }
}
