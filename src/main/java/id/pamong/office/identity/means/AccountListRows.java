package id.pamong.office.identity.means;

import id.pamong.office.database.Keyset;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and roles as lists, inside an open transaction. */
@Repository
public class AccountListRows {
    private final JdbcClient jdbc;

    AccountListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is wanted.
     *
     * @param text a name, or the id of an account
     * @param only this person, whose number was typed, or null
     * @param role that is held, or null
     * @param factor whether there is a second factor, or null for either
     * @param open whether a grant was neither withdrawn nor ended, or null for either
     */
    public record Wanted(
            String text,
            @Nullable PersonId only,
            @Nullable Role role,
            @Nullable Boolean factor,
            @Nullable Boolean open,
            LocalDate today,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** A row of {@code role_grant}. */
    public record GrantRow(
            UUID id,
            PersonId person,
            Role role,
            @Nullable UUID agency,
            String letter,
            Instant grantedAt,
            @Nullable PersonId by,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant withdrawnAt) {}

    public List<GrantRow> grants(Wanted wanted) {
        Keyset keyset = new Keyset("role_grant", "g", "granted_at", wanted.descending());
        PersonSearch search = PersonSearch.of(wanted.only() == null ? wanted.text() : "");
        @Nullable Boolean open = wanted.open();
        String inForce = "g.withdrawn_at is null and coalesce(g.until_on >= :today, true)";
        return search.bind(
                        jdbc.sql(
                                """
                                select g.id, g.person, g.role, g.agency, g.letter, g.granted_at,
                                    b.person as by_person, g.from_on, g.until_on, g.withdrawn_at
                                from role_grant g
                                left join account b on b.tenant = g.tenant and b.id = g.granted_by
                                where
                                """
                                        + keyset.condition()
                                        + (wanted.only() == null ? "" : " and g.person = :only")
                                        + (wanted.role() == null ? "" : " and g.role = :role")
                                        + (open == null
                                                ? ""
                                                : " and %s(%s)"
                                                        .formatted(open ? "" : "not ", inForce))
                                        + search.condition("g.person")
                                        + keyset.order()))
                .param("today", wanted.today())
                .param("only", value(wanted.only()))
                .param("role", wanted.role() == null ? null : wanted.role().name())
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query((row, _) ->
                        new GrantRow(
                                row.getObject("id", UUID.class),
                                new PersonId(row.getObject("person", UUID.class)),
                                Role.valueOf(row.getString("role")),
                                row.getObject("agency", UUID.class),
                                row.getString("letter"),
                                instant(row, "granted_at"),
                                person(row, "by_person"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("until_on", LocalDate.class),
                                row.getObject("withdrawn_at") == null
                                        ? null
                                        : instant(row, "withdrawn_at")))
                .list();
    }

    /** A row of {@code account} with what belongs to it. */
    public record AccountRow(
            UUID id,
            PersonId person,
            Instant claimedAt,
            Instant meansChangedAt,
            boolean hasFactor,
            int passkeys,
            Set<Role> roles) {}

    public List<AccountRow> accounts(Wanted wanted) {
        Keyset keyset = new Keyset("account", "a", "claimed_at", wanted.descending());
        boolean byId = wanted.text().strip().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        PersonSearch search = PersonSearch.of(byId || wanted.only() != null ? "" : wanted.text());
        @Nullable Boolean factor = wanted.factor();
        return search.bind(
                        jdbc.sql(
                                """
                                select a.id, a.person, a.claimed_at, a.means_changed_at,
                                    f.confirmed_at is not null as has_factor,
                                    (select count(*) from passkey k
                                     where k.tenant = a.tenant and k.account = a.id) as passkeys,
                                    array(select distinct g.role from role_grant g
                                          where g.tenant = a.tenant and g.person = a.person
                                            and %1$s) as roles
                                from account a
                                left join second_factor f
                                    on f.tenant = a.tenant and f.account = a.id
                                where
                                """
                                                .formatted(IN_FORCE)
                                        + keyset.condition()
                                        + (wanted.only() == null ? "" : " and a.person = :only")
                                        + (byId ? " and a.id = :id" : "")
                                        + (factor == null
                                                ? ""
                                                : " and (f.confirmed_at is not null) = " + factor)
                                        + (wanted.role() == null
                                                ? ""
                                                : " and a.person in (select g.person from role_grant g"
                                                        + " where g.role = :role and "
                                                        + IN_FORCE
                                                        + ")")
                                        + search.condition("a.person")
                                        + keyset.order()))
                .param("today", wanted.today())
                .param("only", value(wanted.only()))
                .param("id", byId ? UUID.fromString(wanted.text().strip()) : null)
                .param("role", wanted.role() == null ? null : wanted.role().name())
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query((row, _) ->
                        new AccountRow(
                                row.getObject("id", UUID.class),
                                new PersonId(row.getObject("person", UUID.class)),
                                instant(row, "claimed_at"),
                                instant(row, "means_changed_at"),
                                row.getBoolean("has_factor"),
                                row.getInt("passkeys"),
                                Arrays.stream((String[]) row.getArray("roles").getArray())
                                        .map(Role::valueOf)
                                        .collect(Collectors.toSet())))
                .list();
    }

    private static final String IN_FORCE =
            "g.withdrawn_at is null and coalesce(g.from_on <= :today, true)"
                    + " and coalesce(g.until_on >= :today, true)";

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
