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

/** Powers to sign in another's name. */
@Repository
class MandateRows {
    private static final String SELECT =
            """
            select id, kind, of_post, through_post, to_post, scope, decree, decree_on, from_on,
                until_on, end_decree, void_reason
            from signing_mandate
            """;

    private final JdbcClient jdbc;
    private final PostRows posts;

    MandateRows(JdbcClient jdbc, PostRows posts) {
        this.jdbc = jdbc;
        this.posts = posts;
    }

    void add(SigningMandate it) {
        Post through = it.throughPost();
        jdbc.sql(
                        """
                        insert into signing_mandate (id, kind, of_post, through_post, to_post, scope,
                            decree, decree_on, from_on, until_on)
                        values (:id, :kind, :of, :through, :to, :scope, :decree, :decreeOn, :from,
                            :until)
                        """)
                .param("id", it.id().value())
                .param("kind", it.kind().name())
                .param("of", it.ofPost().id().value())
                .param("through", through == null ? null : through.id().value())
                .param("to", it.toPost().id().value())
                .param("scope", it.scope())
                .param("decree", it.decree())
                .param("decreeOn", it.decreeOn())
                .param("from", it.from())
                .param("until", it.until())
                .update();
    }

    void end(SigningMandateId id, LocalDate last, String decree) {
        jdbc.sql("update signing_mandate set until_on = :last, end_decree = :decree where id = :id")
                .param("id", id.value())
                .param("last", last)
                .param("decree", decree)
                .update();
    }

    void makeVoid(SigningMandateId id, String reason) {
        jdbc.sql("update signing_mandate set void_reason = :reason where id = :id")
                .param("id", id.value())
                .param("reason", reason)
                .update();
    }

    /** Until the end of the transaction. */
    Optional<SigningMandate> hold(SigningMandateId id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    Optional<SigningMandate> find(SigningMandateId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** Latest first. */
    List<SigningMandate> all() {
        return jdbc.sql(SELECT + "order by from_on desc, id").query(this::read).list();
    }

    /** Those a post has on a day. */
    List<SigningMandate> of(PostId post, LocalDate on) {
        return jdbc.sql(
                        SELECT
                                + """
                                where to_post = :post and from_on <= :on and void_reason = ''
                                  and (until_on is null or until_on >= :on)
                                order by from_on, id
                                """)
                .param("post", post.value())
                .param("on", on)
                .query(this::read)
                .list();
    }

    private SigningMandate read(ResultSet row, int number) throws SQLException {
        UUID through = row.getObject("through_post", UUID.class);
        return new SigningMandate(
                new SigningMandateId(row.getObject("id", UUID.class)),
                SigningMandate.Kind.valueOf(row.getString("kind")),
                post(row.getObject("of_post", UUID.class)),
                through == null ? null : post(through),
                post(row.getObject("to_post", UUID.class)),
                row.getString("scope"),
                row.getString("decree"),
                row.getObject("decree_on", LocalDate.class),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getString("end_decree"),
                row.getString("void_reason"));
    }

    private Post post(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .map(PostId::new)
                .flatMap(posts::find)
                .orElseThrow(() -> new IllegalStateException("a mandate of no post"));
    }
}
