package id.pamong.office.identity.means;

import id.pamong.office.organization.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code claim_code}. */
@Repository
class ClaimRows {
    private final JdbcClient jdbc;

    ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Older codes of the same channel end. */
    void make(
            PersonId person,
            byte[] hash,
            Channel channel,
            Instant now,
            Instant expires,
            @Nullable UUID by) {
        jdbc.sql(
                        """
                        delete from claim_code where tenant = current_tenant() and person = ?
                            and channel = ? and used_at is null\
                        """)
                .params(person.value(), channel.name())
                .update();
        jdbc.sql(
                        """
                        insert into claim_code (id, person, code_hash, channel, made_at, made_by,
                            expires_at) values (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(UUID.randomUUID())
                .param(person.value())
                .param(hash)
                .param(channel.name())
                .param(Timestamp.from(now))
                .param(by)
                .param(Timestamp.from(expires))
                .update();
    }

    /** True once for a code that is still good. */
    boolean use(PersonId person, byte[] hash, Instant now) {
        return jdbc.sql(
                                """
                                update claim_code set used_at = ?
                                where tenant = current_tenant() and person = ? and code_hash = ?
                                    and used_at is null and expires_at > ?\
                                """)
                        .params(Timestamp.from(now), person.value(), hash, Timestamp.from(now))
                        .update()
                >= 1;
    }

    /** All open codes of the person end. */
    void endAll(PersonId person) {
        jdbc.sql(
                        """
                        delete from claim_code where tenant = current_tenant() and person = ?
                            and used_at is null\
                        """)
                .param(person.value())
                .update();
    }

    /** How a code reaches its person. */
    enum Channel {
        EMAIL,
        SHEET
    }
}
