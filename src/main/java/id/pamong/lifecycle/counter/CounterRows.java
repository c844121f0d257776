package id.pamong.lifecycle.counter;

import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.PositionKind;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.regulation.CertificateType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of the counter with their papers and deeds. */
@Repository
class CounterRows {
    private static final String COLUMNS =
            """
            id, number, person, type, kind, application, state, brought_by, receipt, scan, scan_pages,
            blank_pages, correction, confirmed_at, keyed_sha256, version, received_at
            """;

    private final JdbcClient jdbc;

    CounterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CounterFile file) {
        jdbc.sql(
                        """
                        insert into counter_file (id, number, person, type, kind, application, state,
                            brought_by, receipt, received_at)
                        values (:id, :number, :person, :type, :kind, :application, :state, :brought, :receipt,
                            :at)
                        """)
                .param("id", file.id().value())
                .param("number", file.number())
                .param("person", file.person().value())
                .param("type", file.type().name())
                .param("kind", file.kind() == null ? null : file.kind().name())
                .param("application", value(file.application()))
                .param("state", file.state().name())
                .param("brought", file.broughtBy())
                .param("receipt", file.receipt().value())
                .param("at", utc(file.receivedAt()))
                .update();
        file.papers()
                .forEach(paper ->
                        jdbc.sql(
                                        """
                                        insert into counter_paper (file, item, sheets)
                                        values (:file, :item, :sheets)
                                        """)
                                .param("file", file.id().value())
                                .param("item", paper.item())
                                .param("sheets", paper.sheets())
                                .update());
    }

    Optional<CounterFile> find(CounterFileId id) {
        return jdbc.sql("select " + COLUMNS + " from counter_file where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** Every file that was keyed into an application, the latest first. */
    List<CounterFile> allOfApplication(ApplicationId application) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + """
                                 from counter_file where application = :application
                                order by received_at desc, id
                                """)
                .param("application", application.value())
                .query(this::read)
                .list();
    }

    /**
     * What is wanted of the list.
     *
     * @param text part of a receipt's number or the beginnings of words of a name
     * @param only the applicant whose number was typed, or null
     * @param shelved files that lie where the text says
     * @param from first day of receipt, inclusive, or null
     * @param before first day no longer wanted, or null
     */
    record Wanted(
            String text,
            @Nullable PersonId only,
            Collection<UUID> shelved,
            @Nullable CounterState state,
            @Nullable Instant from,
            @Nullable Instant before,
            boolean descending) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** By the time of receipt. */
    List<CounterFile> list(Wanted wanted, @Nullable UUID after, int limit) {
        Keyset keyset = new Keyset("counter_file", "f", "received_at", wanted.descending());
        String text = wanted.text();
        var search =
                id.pamong.office.organization.PersonSearch.of(wanted.only() == null ? text : "");
        String named = search.condition("f.person").replaceFirst("^ and ", "");
        String found =
                text.isEmpty()
                        ? ""
                        : " and (position(:text in lower(f.number)) > 0 or f.id = any (:shelved)"
                                + (wanted.only() == null ? "" : " or f.person = :only")
                                + (named.isEmpty() ? "" : " or " + named)
                                + ")";
        return search.bind(
                        jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from counter_file f where "
                                        + keyset.condition()
                                        + (wanted.state() == null ? "" : " and f.state = :state")
                                        + (wanted.from() == null
                                                ? ""
                                                : " and f.received_at >= :from")
                                        + (wanted.before() == null
                                                ? ""
                                                : " and f.received_at < :before")
                                        + found
                                        + keyset.order()))
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("shelved", wanted.shelved().toArray(UUID[]::new))
                .param("only", wanted.only() == null ? null : wanted.only().value())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("from", wanted.from() == null ? null : utc(wanted.from()))
                .param("before", wanted.before() == null ? null : utc(wanted.before()))
                .param("after", after)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /**
     * Moves the file on and counts its version; somebody else's change in between is a conflict.
     */
    void move(CounterFile from, CounterState to) {
        int rows =
                jdbc.sql(
                                """
                                update counter_file set state = :state, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", from.id().value())
                        .param("version", from.version())
                        .param("state", to.name())
                        .update();
        if (rows != 1) {
            throw new Conflict("stale");
        }
    }

    void scanned(CounterFileId id, FileId scan, int pages) {
        jdbc.sql(
                        """
                        update counter_file set scan = :scan, scan_pages = :pages, blank_pages = ''
                        where id = :id
                        """)
                .param("id", id.value())
                .param("scan", scan.value())
                .param("pages", pages)
                .update();
        jdbc.sql(
                        """
                        update counter_paper set first_page = null, last_page = null, part = null
                        where file = :id
                        """)
                .param("id", id.value())
                .update();
    }

    void blank(CounterFileId id, String pages) {
        jdbc.sql("update counter_file set blank_pages = :pages where id = :id")
                .param("id", id.value())
                .param("pages", pages)
                .update();
    }

    void divided(CounterFileId id, String item, PageDivision.Range range, FileId part) {
        jdbc.sql(
                        """
                        update counter_paper
                        set first_page = :first, last_page = :last, part = :part
                        where file = :id and item = :item
                        """)
                .param("id", id.value())
                .param("item", item)
                .param("first", range.first())
                .param("last", range.last())
                .param("part", part.value())
                .update();
    }

    void keyedInto(CounterFileId id, ApplicationId application, String sha256) {
        jdbc.sql(
                        """
                        update counter_file
                        set application = :application, correction = '', confirmed_at = null,
                            confirmed_sha256 = null, keyed_sha256 = :sha
                        where id = :id
                        """)
                .param("id", id.value())
                .param("application", application.value())
                .param("sha", sha256)
                .update();
    }

    void confirmed(CounterFileId id, String dossierSha256, Instant at) {
        jdbc.sql(
                        """
                        update counter_file
                        set confirmed_at = :at, confirmed_sha256 = :sha where id = :id
                        """)
                .param("id", id.value())
                .param("at", utc(at))
                .param("sha", dossierSha256)
                .update();
    }

    void correction(CounterFileId id, String text) {
        jdbc.sql("update counter_file set correction = :text where id = :id")
                .param("id", id.value())
                .param("text", text)
                .update();
    }

    void did(CounterFileId id, CounterDeed.Deed deed, PersonId person, Instant at) {
        jdbc.sql(
                        """
                        insert into counter_deed (file, position, deed, person, done_at)
                        select :id, coalesce(max(position), 0) + 1, :deed, :person, :at
                        from counter_deed where file = :id
                        """)
                .param("id", id.value())
                .param("deed", deed.name())
                .param("person", person.value())
                .param("at", utc(at))
                .update();
    }

    private List<CounterPaper> papers(UUID file) {
        return jdbc.sql(
                        """
                        select item, sheets, first_page, last_page, part from counter_paper
                        where file = :file order by item
                        """)
                .param("file", file)
                .query((row, n) ->
                        new CounterPaper(
                                row.getString("item"),
                                row.getInt("sheets"),
                                row.getInt("first_page"),
                                row.getInt("last_page"),
                                fileId(row, "part")))
                .list();
    }

    private List<CounterDeed> deeds(UUID file) {
        return jdbc.sql(
                        """
                        select deed, person, done_at from counter_deed
                        where file = :file order by position
                        """)
                .param("file", file)
                .query((row, n) ->
                        new CounterDeed(
                                CounterDeed.Deed.valueOf(row.getString("deed")),
                                new PersonId(row.getObject("person", UUID.class)),
                                row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private CounterFile read(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID application = row.getObject("application", UUID.class);
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new CounterFile(
                new CounterFileId(id),
                row.getString("number"),
                new PersonId(row.getObject("person", UUID.class)),
                CertificateType.valueOf(row.getString("type")),
                row.getString("kind") == null ? null : PositionKind.valueOf(row.getString("kind")),
                application == null ? null : new ApplicationId(application),
                CounterState.valueOf(row.getString("state")),
                row.getString("brought_by"),
                new FileId(row.getObject("receipt", UUID.class)),
                fileId(row, "scan"),
                row.getInt("scan_pages"),
                row.getString("blank_pages"),
                row.getString("correction"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("keyed_sha256"),
                row.getInt("version"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                papers(id),
                deeds(id));
    }

    private static @Nullable FileId fileId(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new FileId(id);
    }

    private static @Nullable UUID value(@Nullable ApplicationId id) {
        return id == null ? null : id.value();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
