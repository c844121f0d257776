package id.pamong.authority.gateway;

import id.pamong.office.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code authority_choice}. */
@Repository
class AuthorityChoiceRows {
    private static final String SELECT =
            """
            select id, authority, coalesce(way, authority) as way, profile, from_on, reason, state, proposed_at, proposed_by,
                decided_at, note
            from authority_choice
            """;

    private final JdbcClient jdbc;

    AuthorityChoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<AuthorityChoice> all(int most) {
        return jdbc.sql(SELECT + "order by proposed_at desc, id limit :most")
                .param("most", most)
                .query(AuthorityChoiceRows::choice)
                .list();
    }

    /** Those approved for a product or for everything, the strongest first, of whatever day. */
    List<AuthorityChoice> approved(ProfileId profile) {
        return jdbc.sql(
                        SELECT
                                + """
                                where state = 'APPROVED' and (profile is null or profile = :profile)
                                order by profile nulls last, from_on desc, decided_at desc
                                """)
                .param("profile", profile.name())
                .query(AuthorityChoiceRows::choice)
                .list();
    }

    /** Held for the rest of the transaction. */
    Optional<AuthorityChoice> hold(UUID id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(AuthorityChoiceRows::choice)
                .optional();
    }

    /** False if a proposal for the same thing is open. */
    boolean add(AuthorityChoice choice, @Nullable AccountId decidedBy) {
        return jdbc.sql(
                                """
                                insert into authority_choice (id, authority, way, profile, from_on, reason,
                                    state, proposed_at, proposed_by, decided_at, decided_by)
                                values (:id, :authority, :way, :profile, :from, :reason, :state, :at, :by,
                                    :decidedAt, :decidedBy)
                                on conflict do nothing
                                """)
                        .param("id", choice.id())
                        .param("authority", choice.authority())
                        .param("way", choice.way())
                        .param("profile", choice.profile() == null ? null : choice.profile().name())
                        .param("from", choice.from())
                        .param("reason", choice.reason())
                        .param("state", choice.state().name())
                        .param("at", choice.proposedAt().atOffset(ZoneOffset.UTC))
                        .param("by", choice.proposedBy().value())
                        .param(
                                "decidedAt",
                                choice.decidedAt() == null
                                        ? null
                                        : choice.decidedAt().atOffset(ZoneOffset.UTC))
                        .param("decidedBy", decidedBy == null ? null : decidedBy.value())
                        .update()
                == 1;
    }

    void decide(UUID id, AuthorityChoice.State state, AccountId by, String note, Instant at) {
        jdbc.sql(
                        """
                        update authority_choice
                        set state = :state, decided_by = :by, decided_at = :at, note = :note
                        where id = :id
                        """)
                .param("state", state.name())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", note)
                .param("id", id)
                .update();
    }

    private static AuthorityChoice choice(ResultSet row, int number) throws SQLException {
        String profile = row.getString("profile");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new AuthorityChoice(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                row.getString("way"),
                profile == null ? null : ProfileId.valueOf(profile),
                row.getObject("from_on", LocalDate.class),
                row.getString("reason"),
                AuthorityChoice.State.valueOf(row.getString("state")),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                decided == null ? null : decided.toInstant(),
                row.getString("note"));
    }
}
