package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which agencies, posts and systems a list shows, inside an open transaction. */
@Repository
class OrganizationListRows {
    private static final String HELD =
            """
            exists (select from post_holding h where h.tenant = p.tenant and h.post = p.id
                and h.from_on <= :on and (h.until_on is null or h.until_on >= :on))\
            """;
    private static final String ANSWERED =
            """
            exists (select from system_responsible r where r.tenant = s.tenant and r.system = s.id
                and r.from_on <= :on and (r.until_on is null or r.until_on >= :on))\
            """;

    private final JdbcClient jdbc;

    OrganizationListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page in the order of names, behind the row {@code after}. */
    record Page(
            String text,
            @Nullable AgencyId agency,
            @Nullable Boolean taken,
            LocalDate on,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        @Override
        public String toString() {
            return "Page[…]";
        }
    }

    /** By name or code; {@code taken} asks for whether someone heads it that day. */
    List<UUID> agencies(Page page) {
        Keyset keyset = new Keyset("agency", "a", "name_sort", page.descending());
        return bound(
                        "select a.id from agency a join post p on p.tenant = a.tenant"
                                + " and p.agency = a.id and p.leads where "
                                + keyset.condition()
                                + text(
                                        page,
                                        "position(:text in a.name_sort) > 0"
                                                + " or position(:text in lower(a.code)) > 0")
                                + taken(page, HELD)
                                + keyset.order(),
                        page)
                .query(UUID.class)
                .list();
    }

    /** By title, agency or holder; {@code taken} asks for whether someone holds it that day. */
    List<UUID> posts(Page page) {
        Keyset keyset = new Keyset("post", "p", "title_sort", page.descending());
        PersonSearch search = PersonSearch.of(page.text());
        String holder = search.condition("h.person");
        return search.bind(
                        bound(
                                "select p.id from post p left join agency a on a.tenant = p.tenant"
                                        + " and a.id = p.agency where "
                                        + keyset.condition()
                                        + text(
                                                page,
                                                "position(:text in p.title_sort) > 0"
                                                        + " or position(:text in a.name_sort) > 0"
                                                        + (holder.isEmpty()
                                                                ? ""
                                                                : " or exists (select from post_holding h"
                                                                        + " where h.tenant = p.tenant"
                                                                        + " and h.post = p.id and h.from_on <= :on"
                                                                        + " and (h.until_on is null or h.until_on >= :on)"
                                                                        + holder
                                                                        + ")"))
                                        + (page.agency() == null ? "" : " and p.agency = :agency")
                                        + taken(page, HELD)
                                        + keyset.order(),
                                page))
                .query(UUID.class)
                .list();
    }

    /**
     * By name or host; {@code taken} asks for whether someone answers for it that day.
     *
     * @param inService whether in service that day, or null for either
     * @param only what its reader answers for or whose agency the reader heads, or null for all
     */
    List<UUID> systems(
            Page page,
            @Nullable SystemCategory category,
            @Nullable Boolean inService,
            @Nullable Visible only) {
        Keyset keyset = new Keyset("electronic_system", "s", "name_sort", page.descending());
        return bound(
                        "select s.id from electronic_system s where "
                                + keyset.condition()
                                + text(
                                        page,
                                        "position(:text in s.name_sort) > 0 or exists (select from"
                                                + " electronic_system_host h where h.tenant = s.tenant"
                                                + " and h.system = s.id and position(:text in h.host) > 0)")
                                + (page.agency() == null ? "" : " and s.agency = :agency")
                                + (category == null ? "" : " and s.category = :category")
                                + (inService == null
                                        ? ""
                                        : " and coalesce(s.retired_on >= :on, true) = " + inService)
                                + taken(page, ANSWERED)
                                + (only == null
                                        ? ""
                                        : " and (s.agency = any (:headed) or "
                                                + ANSWERED.replace(
                                                        "where r.tenant",
                                                        "where r.person = :reader and r.tenant")
                                                + ")")
                                + keyset.order(),
                        page)
                .param("category", category == null ? null : category.name())
                .param("reader", only == null ? null : only.reader().value())
                .param(
                        "headed",
                        only == null
                                ? null
                                : only.headed().stream().map(AgencyId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Whose systems somebody may see who does not see all. */
    record Visible(PersonId reader, List<AgencyId> headed) {}

    private JdbcClient.StatementSpec bound(String sql, Page page) {
        return jdbc.sql(sql)
                .param("text", page.text().strip().toLowerCase(Locale.ROOT))
                .param("agency", page.agency() == null ? null : page.agency().value())
                .param("on", page.on())
                .param("after", page.after())
                .param("limit", page.limit());
    }

    private static String text(Page page, String condition) {
        return page.text().isBlank() ? "" : " and (" + condition + ")";
    }

    private static String taken(Page page, String condition) {
        Boolean taken = page.taken();
        return taken == null ? "" : (taken ? " and " : " and not ") + condition;
    }
}
