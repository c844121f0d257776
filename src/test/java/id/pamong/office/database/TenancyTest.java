package id.pamong.office.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.testkit.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every table of every room, as PostgreSQL's own catalogue lists them: closed to the wrong local
 * government and to none, whatever the application asks for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyTest {
    private static final UUID OURS = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID THEIRS = UUID.fromString("00000000-0000-4000-8000-00000000000b");

    private Connection owner;
    private Connection application;
    private List<String> tenantTables;

    @BeforeAll
    void open() throws SQLException {
        OwnerAccess access = TestServer.shared().cloneAccess();
        owner = DriverManager.getConnection(access.url(), access.user(), access.password());
        application =
                DriverManager.getConnection(
                        access.url(), "pamong_app", access.applicationPassword());
        tenantTables =
                strings(
                        """
                        select relname from pg_class
                        where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                          and relname not in (select name from tenantless)
                        order by 1
                        """);
    }

    @AfterAll
    void close() throws SQLException {
        application.close();
        owner.close();
    }

    @Test
    void a_table_is_tenantless_only_by_the_checked_in_list() throws Exception {
        assertThat(strings("select name from tenantless order by 1")).isEqualTo(checkedIn());
        assertThat(
                        strings(
                                """
                                select name from tenantless
                                where to_regclass('public.' || quote_ident(name)) is null
                                """))
                .as("tables that no longer exist")
                .isEmpty();
    }

    @Test
    void every_other_table_is_closed_by_row_level_security_in_both_directions()
            throws SQLException {
        assertThat(tenantTables).isNotEmpty();
        assertThat(
                        strings(
                                """
                                select c.relname from pg_class c
                                where c.relname = any (string_to_array('%s', ','))
                                  and c.relnamespace = 'public'::regnamespace
                                  and not (c.relrowsecurity and c.relforcerowsecurity
                                    and 1 = (select count(*) from pg_policy p where p.polrelid = c.oid)
                                    and exists (
                                      select from pg_policy p where p.polrelid = c.oid
                                        and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
                                        and pg_get_expr(p.polqual, p.polrelid) = '(tenant = current_tenant())'
                                        and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant = current_tenant())'))
                                """
                                        .formatted(String.join(",", tenantTables))))
                .isEmpty();
    }

    @Test
    void every_key_of_a_tenant_table_begins_with_the_tenant() throws SQLException {
        assertThat(
                        strings(
                                """
                                select c.conrelid::regclass || ' ' || c.conname from pg_constraint c
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                                where c.contype = 'p' and a.attname <> 'tenant'
                                  and c.conrelid::regclass::text = any (string_to_array('%s', ','))
                                """
                                        .formatted(String.join(",", tenantTables))))
                .isEmpty();
        assertThat(
                        strings(
                                """
                                select t from unnest(string_to_array('%s', ',')) t
                                where not exists (select from pg_constraint c
                                  where c.contype = 'p' and c.conrelid = t::regclass)
                                """
                                        .formatted(String.join(",", tenantTables))))
                .as("tables without a primary key")
                .isEmpty();
    }

    @Test
    void every_reference_between_tenant_tables_carries_the_tenant() throws SQLException {
        assertThat(
                        strings(
                                """
                                select c.conrelid::regclass || ' ' || c.conname from pg_constraint c
                                where c.contype = 'f'
                                  and c.confrelid::regclass::text = any (string_to_array('%s', ','))
                                  and not exists (
                                    select from pg_attribute a
                                    where a.attrelid = c.conrelid and a.attname = 'tenant'
                                      and a.attnum = any (c.conkey))
                                """
                                        .formatted(String.join(",", tenantTables))))
                .isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_stands_above_no_rule() throws SQLException {
        assertThat(
                        strings(
                                """
                                select 'owns ' || relname from pg_class where relowner = 'pamong_app'::regrole
                                union all
                                select 'owns ' || proname from pg_proc where proowner = 'pamong_app'::regrole
                                union all
                                select 'is more than it should be' from pg_roles
                                where rolname = 'pamong_app'
                                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                union all
                                select 'is in ' || roleid::regrole from pg_auth_members
                                where member = 'pamong_app'::regrole
                                union all
                                select 'may create in public'
                                where has_schema_privilege('pamong_app', 'public', 'create')
                                union all
                                select 'may truncate ' || relname from pg_class
                                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                                  and has_table_privilege('pamong_app', oid, 'truncate')
                                """))
                .isEmpty();
    }

    @Test
    void no_view_or_function_lends_the_owners_rights() throws SQLException {
        assertThat(
                        strings(
                                """
                                select relname from pg_class
                                where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
                                  and not coalesce('security_invoker=true' = any (reloptions), false)
                                union all
                                select proname from pg_proc
                                where prosecdef and pronamespace = 'public'::regnamespace
                                """))
                .isEmpty();
    }

    @Test
    @Article("MDN-1.2")
    void rows_of_one_local_government_do_not_exist_for_another_or_for_none() throws SQLException {
        SoftAssertions each = new SoftAssertions();
        for (String table : tenantTables) {
            List<String> key = bare(table);
            execute(owner, insert(table, key, OURS));

            each.assertThat(count(table, OURS)).as("%s: ours", table).isEqualTo(1);
            each.assertThat(count(table, THEIRS)).as("%s: theirs", table).isZero();
            each.assertThat(count(table, null)).as("%s: none", table).isZero();
            for (UUID stranger : new UUID[] {THEIRS, null}) {
                each.assertThatThrownBy(() -> as(stranger, insert(table, key, OURS)))
                        .as("%s: insert as %s", table, stranger)
                        .hasMessageContaining("row-level security");
                each.assertThat(changed(stranger, "update " + table + " set tenant = tenant"))
                        .as("%s: update as %s", table, stranger)
                        .isZero();
                each.assertThat(changed(stranger, "delete from " + table))
                        .as("%s: delete as %s", table, stranger)
                        .isZero();
            }
            each.assertThatThrownBy(
                            () -> as(OURS, "update " + table + " set tenant = '" + THEIRS + "'"))
                    .as("%s: a row given away", table)
                    .hasMessageMatching("(?s).*(row-level security|permission denied).*");
        }
        each.assertAll();
    }

    @Test
    void outside_a_transaction_of_ours_no_insert_finds_a_tenant() {
        assertThatThrownBy(() ->
                        as(null, "insert into " + tenantTables.getFirst() + " default values"))
                .isInstanceOf(SQLException.class);
    }

    /** Leaves of the table only its key and its policy; the names of the key's other columns. */
    private List<String> bare(String table) throws SQLException {
        for (String name :
                strings(
                        "select quote_ident(conname) from pg_constraint where contype in ('c', 'f')"
                                + " and conrelid = '"
                                + table
                                + "'::regclass")) {
            execute(owner, "alter table " + table + " drop constraint " + name);
        }
        execute(owner, "alter table " + table + " disable trigger user");
        for (String column :
                strings(
                        """
                        select quote_ident(attname) from pg_attribute
                        where attrelid = '%1$s'::regclass and attnum > 0 and attnotnull and attidentity = ''
                          and not attnum = any (
                            select unnest(conkey) from pg_constraint
                            where contype = 'p' and conrelid = '%1$s'::regclass)
                        """
                                .formatted(table))) {
            execute(owner, "alter table " + table + " alter column " + column + " drop not null");
        }
        return strings(
                """
                select quote_ident(a.attname) || ' ' || format_type(a.atttypid, null)
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                where c.contype = 'p' and c.conrelid = '%s'::regclass and a.attname <> 'tenant'
                """
                        .formatted(table));
    }

    private static String insert(String table, List<String> key, UUID tenant) {
        List<String> names = new ArrayList<>(List.of("tenant"));
        List<String> values = new ArrayList<>(List.of("'" + tenant + "'"));
        for (String column : key) {
            String[] words = column.split(" ", 2);
            names.add(words[0]);
            values.add(sample(words[1]));
        }
        return names.stream().collect(Collectors.joining(", ", "insert into " + table + " (", ")"))
                + " overriding system value values ("
                + String.join(", ", values)
                + ")";
    }

    private static String sample(String type) {
        return switch (type) {
            case "uuid" -> "'00000000-0000-4000-8000-000000000001'";
            case "date" -> "'2026-11-23'";
            case "timestamp with time zone" -> "'2026-11-23T02:00:00Z'";
            case "bytea" -> "'\\x01'";
            case "boolean" -> "true";
            default -> "'1'";
        };
    }

    private int count(String table, UUID tenant) throws SQLException {
        enter(tenant);
        try (Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        } finally {
            application.rollback();
        }
    }

    /** Rows changed; a right that the application was never given counts as none. */
    private int changed(UUID tenant, String sql) throws SQLException {
        enter(tenant);
        try (Statement statement = application.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("permission denied");
            return 0;
        } finally {
            application.rollback();
        }
    }

    private void as(UUID tenant, String sql) throws SQLException {
        enter(tenant);
        try (Statement statement = application.createStatement()) {
            statement.executeUpdate(sql);
        } finally {
            application.rollback();
        }
    }

    private void enter(UUID tenant) throws SQLException {
        application.setAutoCommit(false);
        execute(
                application,
                "select set_config('app.tenant', '" + (tenant == null ? "" : tenant) + "', true)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static List<String> checkedIn() throws IOException {
        try (InputStream in = TenancyTest.class.getResourceAsStream("/tenantless-tables.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
