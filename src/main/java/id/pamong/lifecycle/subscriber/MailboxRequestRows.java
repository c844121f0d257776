package id.pamong.lifecycle.subscriber;

import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wishes for an official e-mail. */
@Repository
class MailboxRequestRows {
    private static final String COLUMNS =
            "id, code, person, asked_at, listed_at, proposed, proposed_at, declined";

    private final JdbcClient jdbc;

    MailboxRequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a wish.
     *
     * @return false when the person has an open one already
     */
    boolean add(UUID id, String code, PersonId person, Instant at) {
        return jdbc.sql(
                                """
                                insert into mailbox_request (id, code, person, asked_at)
                                values (:id, :code, :person, :at) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("code", code)
                        .param("person", person.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<MailboxRequest> openOf(PersonId person) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from mailbox_request where person = :person and closed_at is null"
                                + " for update")
                .param("person", person.value())
                .query(MailboxRequestRows::read)
                .optional();
    }

    Optional<MailboxRequest> openByCode(String code) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from mailbox_request where code = :code and closed_at is null"
                                + " for update")
                .param("code", code)
                .query(MailboxRequestRows::read)
                .optional();
    }

    /** A page of the open ones by when they were asked for. */
    List<MailboxRequest> open(MailboxList.Wanted wanted) {
        Keyset keyset = new Keyset("mailbox_request", "m", "asked_at", wanted.descending());
        boolean isCode = wanted.text().strip().matches("[0-9A-Fa-f]{8}");
        PersonSearch search = PersonSearch.of(isCode ? "" : wanted.text());
        return search.bind(
                        jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from mailbox_request m where closed_at is null"
                                        + " and proposed is "
                                        + (wanted.proposed() ? "not null" : "null")
                                        + " and "
                                        + keyset.condition()
                                        + (isCode
                                                ? " and code = :code"
                                                : search.condition("m.person"))
                                        + keyset.order()))
                .param("code", wanted.text().strip().toUpperCase(Locale.ROOT))
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query(MailboxRequestRows::read)
                .list();
    }

    int count(boolean proposed) {
        return jdbc.sql(
                        """
                        select count(*) from mailbox_request
                        where closed_at is null and (proposed is not null) = :proposed
                        """)
                .param("proposed", proposed)
                .query(Integer.class)
                .single();
    }

    boolean isProposedToAnother(String address, UUID request) {
        return jdbc.sql(
                        """
                        select exists (select from mailbox_request
                            where closed_at is null and proposed = :address and id <> :id)
                        """)
                .param("address", address)
                .param("id", request)
                .query(Boolean.class)
                .single();
    }

    void listed(List<UUID> ids, Instant at) {
        jdbc.sql("update mailbox_request set listed_at = :at where id = any (:ids)")
                .param("at", utc(at))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void propose(UUID id, String address, Instant at) {
        jdbc.sql(
                        """
                        update mailbox_request
                        set proposed = :address, proposed_at = :at, declined = ''
                        where id = :id
                        """)
                .param("id", id)
                .param("address", address)
                .param("at", utc(at))
                .update();
    }

    void decline(UUID id, String why) {
        jdbc.sql(
                        """
                        update mailbox_request
                        set proposed = null, proposed_at = null, declined = :why where id = :id
                        """)
                .param("id", id)
                .param("why", why)
                .update();
    }

    void close(UUID id, String outcome, Instant at) {
        jdbc.sql("update mailbox_request set closed_at = :at, outcome = :outcome where id = :id")
                .param("id", id)
                .param("outcome", outcome)
                .param("at", utc(at))
                .update();
    }

    private static MailboxRequest read(ResultSet row, int n) throws SQLException {
        return new MailboxRequest(
                row.getObject("id", UUID.class),
                row.getString("code"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "listed_at"),
                row.getString("proposed"),
                instant(row, "proposed_at"),
                row.getString("declined"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
