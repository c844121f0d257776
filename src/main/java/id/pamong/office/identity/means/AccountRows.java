package id.pamong.office.identity.means;

import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code account} and {@code role_grant}, inside an open transaction. */
@Repository
public class AccountRows {
    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of {@code account}. */
    public record AccountRow(
            AccountId id, PersonId person, String passwordHash, Instant meansChangedAt) {
        @Override
        public String toString() {
            return "AccountRow[" + id + "]";
        }
    }

    public Optional<AccountRow> byPerson(PersonId person) {
        return jdbc.sql(
                        """
                        select id, person, password_hash, means_changed_at from account
                        where tenant = current_tenant() and person = ?\
                        """)
                .param(person.value())
                .query((rs, _) -> row(rs))
                .optional();
    }

    public Optional<AccountRow> byId(AccountId account) {
        return jdbc.sql(
                        """
                        select id, person, password_hash, means_changed_at from account
                        where tenant = current_tenant() and id = ?\
                        """)
                .param(account.value())
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static AccountRow row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new AccountRow(
                new AccountId(rs.getObject("id", UUID.class)),
                new PersonId(rs.getObject("person", UUID.class)),
                rs.getString("password_hash"),
                rs.getTimestamp("means_changed_at").toInstant());
    }

    void insert(AccountId account, PersonId person, String passwordHash, Instant now) {
        jdbc.sql(
                        """
                        insert into account (id, person, password_hash, password_changed_at,
                            means_changed_at, claimed_at) values (?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        account.value(),
                        person.value(),
                        passwordHash,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    void changePassword(AccountId account, String passwordHash, Instant now) {
        jdbc.sql(
                        """
                        update account set password_hash = ?, password_changed_at = ?,
                            means_changed_at = ? where tenant = current_tenant() and id = ?\
                        """)
                .params(passwordHash, Timestamp.from(now), Timestamp.from(now), account.value())
                .update();
    }

    /** Some means of sign-in changed now. */
    public void meansChanged(AccountId account, Instant now) {
        jdbc.sql(
                        """
                        update account set means_changed_at = ?
                        where tenant = current_tenant() and id = ?\
                        """)
                .params(Timestamp.from(now), account.value())
                .update();
    }

    /** The granted roles in force on a day; PERSON is not among them. */
    public Set<Role> roles(PersonId person, LocalDate on) {
        List<Role> granted =
                jdbc.sql(
                                """
                                select role from role_grant where tenant = current_tenant()
                                    and person = ? and withdrawn_at is null
                                    and coalesce(from_on <= ?, true)
                                    and coalesce(until_on >= ?, true)\
                                """)
                        .params(person.value(), on, on)
                        .query((rs, _) -> Role.valueOf(rs.getString(1)))
                        .list();
        return granted.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(granted);
    }

    /** Makes changes of a person's roles wait for each other until the transaction ends. */
    public void hold(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("role_grant " + person)
                .query((_, _) -> true)
                .single();
    }

    /** Whether one of the roles was given and not withdrawn. */
    public boolean holdsAny(PersonId person, Collection<Role> roles) {
        return jdbc.sql(
                        """
                        select exists (select from role_grant where tenant = current_tenant()
                            and person = :person and role in (:roles) and withdrawn_at is null)
                        """)
                .param("person", person.value())
                .param("roles", roles.stream().map(Role::name).toList())
                .query(Boolean.class)
                .single();
    }

    public Set<PersonId> holders(Role role) {
        return jdbc
                .sql(
                        """
                        select person from role_grant where tenant = current_tenant()
                            and role = ? and withdrawn_at is null\
                        """)
                .param(role.name())
                .query((rs, _) -> new PersonId(rs.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** False when the person has the role already. */
    public boolean grant(PersonId person, Role role, Instant now, @Nullable UUID by) {
        return jdbc.sql(
                                """
                                insert into role_grant (id, person, role, granted_at, granted_by)
                                values (?, ?, ?, ?, ?) on conflict do nothing\
                                """)
                        .param(UUID.randomUUID())
                        .param(person.value())
                        .param(role.name())
                        .param(Timestamp.from(now))
                        .param(by)
                        .update()
                == 1;
    }

    /** False when the person does not have the role. */
    public boolean withdraw(PersonId person, Role role, Instant now, @Nullable UUID by) {
        return jdbc.sql(
                                """
                                update role_grant set withdrawn_at = ?, withdrawn_by = ?
                                where tenant = current_tenant() and person = ? and role = ?
                                    and withdrawn_at is null\
                                """)
                        .param(Timestamp.from(now))
                        .param(by)
                        .param(person.value())
                        .param(role.name())
                        .update()
                == 1;
    }
}
