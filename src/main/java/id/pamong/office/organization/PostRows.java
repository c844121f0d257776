package id.pamong.office.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts and who holds them. */
@Repository
class PostRows {
    private static final String POST =
            "select p.id, p.role, p.agency, p.leads, p.title from post p ";
    private static final String HOLDING =
            """
            select h.id as holding, h.person, h.kind, h.title as held_title, h.decree, h.decree_on,
                h.from_on, h.until_on, h.end_decree, h.state, h.ends_earlier, h.entered_by,
                h.void_reason, p.id, p.role, p.agency, p.leads, p.title
            from post_holding h
            join post p on p.tenant = h.tenant and p.id = h.post
            """;

    /** What waits for a second person or is void counts for nothing. */
    private static final String COUNTS = " and h.state = 'IN_EFFECT' ";

    private static final String ON_DAY =
            COUNTS + "and h.from_on <= :on and (h.until_on is null or h.until_on >= :on) ";

    /** An acting holder goes before the definitive one, the shorter right before the longer. */
    private static final String ACTING_FIRST =
            """
            order by array_position(array['PLH', 'PLT', 'PJ', 'DEFINITIVE'], h.kind),
                h.from_on desc, h.id
            """;

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The posts of the government itself that are not there yet. */
    void addGovernmentPosts(String headTitle, String deputyTitle, String place) {
        jdbc.sql(
                        """
                        insert into post (id, role, agency, leads, title)
                        select gen_random_uuid(), it.role, null, false, it.title
                        from (values ('HEAD_OF_REGION', cast(:head as text)),
                            ('DEPUTY_HEAD_OF_REGION', cast(:deputy as text)),
                            ('SECRETARY', 'Sekretaris Daerah')) it (role, title)
                        on conflict do nothing
                        """)
                .param("head", headTitle + " " + place)
                .param("deputy", deputyTitle + " " + place)
                .update();
    }

    /**
     * The post that leads an agency: the head of region's or the secretary's own where the title
     * says so and it leads none yet, else a new one.
     */
    void addLeading(AgencyId agency, String title) {
        int taken =
                jdbc.sql(
                                """
                                update post set agency = :agency, leads = true,
                                    title = case when length(:title) > length(post.title)
                                        then :title else post.title end
                                from local_government g
                                where g.id = current_tenant() and post.agency is null
                                  and (post.role = 'SECRETARY'
                                           and lower(:title) like 'sekretaris daerah%'
                                       or post.role = 'HEAD_OF_REGION'
                                           and starts_with(lower(:title), lower(g.head_title)))
                                """)
                        .param("agency", agency.value())
                        .param("title", title)
                        .update();
        if (taken == 0) {
            add(new Post(new PostId(UUID.randomUUID()), PostRole.AGENCY_HEAD, agency, true, title));
        }
    }

    /** Gives the leading post its true title, once its holder tells it. */
    void nameLeading(AgencyId agency, String title) {
        Post post = leading(agency).orElseThrow();
        if (post.title().equals(title) || titleTaken(agency, title)) {
            return;
        }
        if (entries(post.id()).isEmpty() && post.role() == PostRole.AGENCY_HEAD) {
            jdbc.sql("delete from post where id = :id").param("id", post.id().value()).update();
            addLeading(agency, title);
        } else {
            rename(post.id(), title);
        }
    }

    void add(Post post) {
        AgencyId agency = post.agency();
        jdbc.sql(
                        """
                        insert into post (id, role, agency, leads, title)
                        values (:id, :role, :agency, :leads, :title)
                        """)
                .param("id", post.id().value())
                .param("role", post.role().name())
                .param("agency", agency == null ? null : agency.value())
                .param("leads", post.leads())
                .param("title", post.title())
                .update();
    }

    private void rename(PostId post, String title) {
        jdbc.sql("update post set title = :title where id = :id")
                .param("id", post.value())
                .param("title", title)
                .update();
    }

    Optional<Post> find(PostId id) {
        return jdbc.sql(POST + "where p.id = :id")
                .param("id", id.value())
                .query(PostRows::readPost)
                .optional();
    }

    /** As {@link #find}, and nobody else changes its holders until the transaction ends. */
    Optional<Post> hold(PostId id) {
        return jdbc.sql(POST + "where p.id = :id for update")
                .param("id", id.value())
                .query(PostRows::readPost)
                .optional();
    }

    Optional<Post> ofRole(PostRole role) {
        return jdbc.sql(POST + "where p.role = :role limit 1")
                .param("role", role.name())
                .query(PostRows::readPost)
                .optional();
    }

    Optional<Post> leading(AgencyId agency) {
        return jdbc.sql(POST + "where p.agency = :agency and p.leads")
                .param("agency", agency.value())
                .query(PostRows::readPost)
                .optional();
    }

    boolean titleTaken(@Nullable AgencyId agency, String title) {
        return jdbc.sql(
                        """
                        select exists (select from post where agency is not distinct from cast(:agency as uuid)
                            and lower(title) = lower(:title))
                        """)
                .param("agency", agency == null ? null : agency.value())
                .param("title", title)
                .query(Boolean.class)
                .single();
    }

    /** The government's own first, then by agency and title. */
    List<Post> all() {
        return jdbc.sql(
                        POST
                                + """
                                left join agency a on a.tenant = p.tenant and a.id = p.agency
                                order by array_position(array['HEAD_OF_REGION',
                                        'DEPUTY_HEAD_OF_REGION', 'SECRETARY'], p.role),
                                    a.name nulls first, p.leads desc, lower(p.title), p.id
                                """)
                .query(PostRows::readPost)
                .list();
    }

    /** On a day, acting first. */
    List<PostHolding> holders(PostId post, LocalDate on) {
        return jdbc.sql(HOLDING + "where h.post = :post" + ON_DAY + ACTING_FIRST)
                .param("post", post.value())
                .param("on", on)
                .query(PostRows::readHolding)
                .list();
    }

    /** Every holding of every post that is held on a day, acting first within a post. */
    List<PostHolding> allOn(LocalDate on) {
        return jdbc.sql(HOLDING + "where true" + ON_DAY + ACTING_FIRST)
                .param("on", on)
                .query(PostRows::readHolding)
                .list();
    }

    List<PostHolding> leadersOf(AgencyId agency, LocalDate on) {
        return jdbc.sql(HOLDING + "where p.agency = :agency and p.leads" + ON_DAY + ACTING_FIRST)
                .param("agency", agency.value())
                .param("on", on)
                .query(PostRows::readHolding)
                .list();
    }

    List<PostHolding> heldBy(PersonId person, LocalDate on) {
        return jdbc.sql(
                        HOLDING
                                + "where h.person = :person"
                                + ON_DAY
                                + "order by (h.kind <> 'DEFINITIVE'), h.from_on, h.id")
                .param("person", person.value())
                .param("on", on)
                .query(PostRows::readHolding)
                .list();
    }

    /** Latest first. */
    List<PostHolding> everHeldBy(PersonId person) {
        return jdbc.sql(
                        HOLDING
                                + "where h.person = :person"
                                + COUNTS
                                + "order by h.from_on desc, h.id")
                .param("person", person.value())
                .query(PostRows::readHolding)
                .list();
    }

    /** Latest first. */
    List<PostHolding> history(PostId post) {
        return entries(post).stream().filter(PostHolding::isInEffect).toList();
    }

    /** With what waits and what is void, latest first. */
    List<PostHolding> entries(PostId post) {
        return jdbc.sql(HOLDING + "where h.post = :post order by h.from_on desc, h.kind, h.id")
                .param("post", post.value())
                .query(PostRows::readHolding)
                .list();
    }

    /** Posts whose holders change between two days, both included. */
    List<Post> changing(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        POST
                                + """
                                where exists (select from post_holding h
                                    where h.tenant = p.tenant and h.post = p.id
                                      and h.state = 'IN_EFFECT'
                                      and (h.from_on between :first and :last
                                           or h.until_on + 1 between :first and :last))
                                order by p.id
                                """)
                .param("first", first)
                .param("last", last)
                .query(PostRows::readPost)
                .list();
    }

    Optional<PostHolding> holding(HoldingId id) {
        return jdbc.sql(HOLDING + "where h.id = :id")
                .param("id", id.value())
                .query(PostRows::readHolding)
                .optional();
    }

    void add(PostHolding it) {
        jdbc.sql(
                        """
                        insert into post_holding (id, post, person, kind, title, decree, decree_on,
                            from_on, until_on, end_decree, state, ends_earlier, entered_by)
                        values (:id, :post, :person, :kind, :title, :decree, :decreeOn, :from,
                            :until, :endDecree, :state, :endsEarlier, :enteredBy)
                        """)
                .param("id", it.id().value())
                .param("post", it.post().id().value())
                .param("person", it.person().value())
                .param("kind", it.kind().name())
                .param("title", it.title())
                .param("decree", it.decree())
                .param("decreeOn", it.decreeOn())
                .param("from", it.from())
                .param("until", it.until())
                .param("endDecree", it.endDecree())
                .param("state", it.state().name())
                .param("endsEarlier", it.endsEarlier())
                .param("enteredBy", it.enteredBy())
                .update();
    }

    void end(HoldingId id, LocalDate last, String decree) {
        jdbc.sql("update post_holding set until_on = :last, end_decree = :decree where id = :id")
                .param("id", id.value())
                .param("last", last)
                .param("decree", decree)
                .update();
    }

    /** Ends it for another one, so that it can last again should that one turn out void. */
    void giveWay(HoldingId id, PostHolding to) {
        jdbc.sql(
                        """
                        update post_holding
                        set until_before = until_on, until_on = cast(:from as date) - 1,
                            end_decree = :decree, ended_for = :to
                        where id = :id
                        """)
                .param("id", id.value())
                .param("from", to.from())
                .param("decree", to.decree())
                .param("to", to.id().value())
                .update();
    }

    /** What gave way to a holding, as it would last without it. */
    List<PostHolding> gaveWayTo(HoldingId to) {
        return jdbc.sql(
                        HOLDING.replace(
                                        "h.until_on, h.end_decree",
                                        "h.until_before as until_on, '' as end_decree")
                                + "where h.ended_for = :to"
                                + COUNTS
                                + "order by h.from_on desc, h.id")
                .param("to", to.value())
                .query(PostRows::readHolding)
                .list();
    }

    /** It lasts as long as before it gave way. */
    void lastAgain(HoldingId id) {
        jdbc.sql(
                        """
                        update post_holding
                        set until_on = until_before, until_before = null, end_decree = '',
                            ended_for = null
                        where id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    void takeEffect(HoldingId id) {
        jdbc.sql("update post_holding set state = 'IN_EFFECT' where id = :id")
                .param("id", id.value())
                .update();
    }

    void makeVoid(HoldingId id, String reason) {
        jdbc.sql("update post_holding set state = 'VOID', void_reason = :reason where id = :id")
                .param("id", id.value())
                .param("reason", reason)
                .update();
    }

    /**
     * Begins a holding as a list of people states it: what is open of the same kind ends the day
     * before, and what would begin on or after that day never was.
     */
    void replace(PostHolding it) {
        jdbc.sql(
                        """
                        delete from post_holding
                        where post = :post and kind = :kind and until_on is null
                          and state = 'IN_EFFECT' and from_on >= :from
                        """)
                .param("post", it.post().id().value())
                .param("kind", it.kind().name())
                .param("from", it.from())
                .update();
        jdbc.sql(
                        """
                        update post_holding set until_on = cast(:from as date) - 1
                        where post = :post and kind = :kind and until_on is null
                          and state = 'IN_EFFECT'
                        """)
                .param("post", it.post().id().value())
                .param("kind", it.kind().name())
                .param("from", it.from())
                .update();
        add(it);
    }

    private static Post readPost(ResultSet row, int number) throws SQLException {
        UUID agency = row.getObject("agency", UUID.class);
        return new Post(
                new PostId(row.getObject("id", UUID.class)),
                PostRole.valueOf(row.getString("role")),
                agency == null ? null : new AgencyId(agency),
                row.getBoolean("leads"),
                row.getString("title"));
    }

    private static PostHolding readHolding(ResultSet row, int number) throws SQLException {
        return new PostHolding(
                new HoldingId(row.getObject("holding", UUID.class)),
                readPost(row, number),
                new PersonId(row.getObject("person", UUID.class)),
                HeadshipKind.valueOf(row.getString("kind")),
                row.getString("held_title"),
                row.getString("decree"),
                row.getObject("decree_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("end_decree"),
                PostHolding.State.valueOf(row.getString("state")),
                row.getBoolean("ends_earlier"),
                row.getObject("entered_by", UUID.class),
                row.getString("void_reason"));
    }
}
