package id.pamong.use.signing;

import id.pamong.authority.gateway.Standing;
import id.pamong.authority.signature.PdfInspection;
import id.pamong.authority.signature.SignaturePlacement;
import id.pamong.office.archive.FileId;
import id.pamong.office.database.Keyset;
import id.pamong.office.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters of the open transaction's local government. */
@Repository
class LetterRows {
    private static final String SELECT =
            """
            select id, owner, state, file_name, original, original_size, page_sizes, duty, capacity, number,
                   subject, page, from_left, from_top, width, height, token, created_at, signed,
                   signed_sha256, mark, signed_at, signer_name, signer_post, signer_agency,
                   certificate_sha256, authority, standing
            from signing_letter
            """;

    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Letter letter) {
        Placement placement = letter.placement();
        jdbc.sql(
                        """
                        insert into signing_letter (id, owner, state, file_name, original,
                            original_size, page_sizes, duty, capacity, number, subject, page, from_left,
                            from_top, width, height, token, created_at)
                        values (:id, :owner, 'DRAFT', :fileName, :original, :size, :pages, :duty, :capacity,
                            :number, :subject, :page, :left, :top, :width, :height, :token,
                            :createdAt)
                        """)
                .param("id", letter.id().value())
                .param("owner", letter.owner().value())
                .param("fileName", letter.fileName())
                .param("original", letter.original().value())
                .param("size", letter.size())
                .param("pages", written(letter.pages()))
                .param("duty", placement.duty().name())
                .param("capacity", placement.capacity())
                .param("number", placement.number())
                .param("subject", placement.subject())
                .param("page", placement.at().page())
                .param("left", placement.at().left())
                .param("top", placement.at().top())
                .param("width", placement.at().width())
                .param("height", placement.at().height())
                .param("token", letter.token())
                .param("createdAt", at(letter.createdAt()))
                .update();
    }

    /**
     * What a person has waiting.
     *
     * @param letters that are not signed
     * @param bytes of their files together
     */
    record Waiting(int letters, long bytes) {}

    Waiting waiting(PersonId owner) {
        return jdbc.sql(
                        """
                        select count(*) as letters, coalesce(sum(original_size), 0) as bytes
                        from signing_letter where owner = :owner and state <> 'SIGNED'
                        """)
                .param("owner", owner.value())
                .query((row, number) -> new Waiting(row.getInt("letters"), row.getLong("bytes")))
                .single();
    }

    /** Letters that are not signed and that nobody has touched since, oldest first. */
    List<Letter> waitingSince(Instant before, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where state <> 'SIGNED' and created_at < :before
                                    and coalesce(signing_at, created_at) < :before
                                order by created_at, id limit :most
                                """)
                .param("before", at(before))
                .param("most", most)
                .query(LetterRows::read)
                .list();
    }

    /** Whether it was there and not signed. */
    boolean discard(LetterId id) {
        return jdbc.sql("delete from signing_letter where id = :id and state <> 'SIGNED'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Whether it was there, not signed, and in no signing since. */
    boolean discardAbandoned(LetterId id, Instant before) {
        return jdbc.sql(
                                """
                                delete from signing_letter where id = :id and state <> 'SIGNED'
                                    and (signing_at is null or signing_at < :before)
                                """)
                        .param("id", id.value())
                        .param("before", at(before))
                        .update()
                == 1;
    }

    Optional<Letter> find(LetterId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(LetterRows::read)
                .optional();
    }

    Optional<Letter> signedWithToken(String token) {
        return jdbc.sql(SELECT + "where token = :token and state = 'SIGNED'")
                .param("token", token)
                .query(LetterRows::read)
                .optional();
    }

    Optional<Letter> signedWithMark(String mark) {
        return jdbc.sql(SELECT + "where mark = :mark and state = 'SIGNED' limit 1")
                .param("mark", mark)
                .query(LetterRows::read)
                .optional();
    }

    /** Newest first, after the one given. */
    List<Letter> list(
            PersonId owner,
            String text,
            @Nullable Boolean signed,
            boolean descending,
            @Nullable UUID after,
            int limit) {
        Keyset keyset = new Keyset("signing_letter", "signing_letter", "created_at", descending);
        return jdbc.sql(
                        SELECT
                                + "where owner = :owner and "
                                + keyset.condition()
                                + (text.isEmpty()
                                        ? ""
                                        : " and (position(:text in lower(subject)) > 0"
                                                + " or position(:text in lower(number)) > 0"
                                                + " or position(:text in lower(file_name)) > 0)")
                                + (signed == null
                                        ? ""
                                        : signed
                                                ? " and state = 'SIGNED'"
                                                : " and state <> 'SIGNED'")
                                + keyset.order())
                .param("owner", owner.value())
                .param("text", text.strip().toLowerCase(Locale.ROOT))
                .param("after", after)
                .param("limit", limit)
                .query(LetterRows::read)
                .list();
    }

    List<Letter> of(PersonId owner, @Nullable Letter after, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where owner = :owner
                                  and (cast(:at as timestamptz) is null
                                       or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid)))
                                order by created_at desc, id desc
                                limit :most
                                """)
                .param("owner", owner.value())
                .param("at", after == null ? null : at(after.createdAt()))
                .param("id", after == null ? null : after.id().value())
                .param("most", most)
                .query(LetterRows::read)
                .list();
    }

    boolean place(LetterId id, Placement placement) {
        return jdbc.sql(
                                """
                                update signing_letter
                                set duty = :duty, capacity = :capacity, number = :number, subject = :subject, page = :page,
                                    from_left = :left, from_top = :top, width = :width,
                                    height = :height
                                where id = :id and state <> 'SIGNED'
                                """)
                        .param("id", id.value())
                        .param("duty", placement.duty().name())
                        .param("capacity", placement.capacity())
                        .param("number", placement.number())
                        .param("subject", placement.subject())
                        .param("page", placement.at().page())
                        .param("left", placement.at().left())
                        .param("top", placement.at().top())
                        .param("width", placement.at().width())
                        .param("height", placement.at().height())
                        .update()
                == 1;
    }

    /** Takes the letter for one signing; a signing older than the limit was cut off. */
    boolean begin(LetterId id, Instant now, Instant cutOffBefore) {
        return jdbc.sql(
                                """
                                update signing_letter set state = 'SIGNING', signing_at = :now
                                where id = :id
                                  and (state = 'DRAFT' or (state = 'SIGNING' and signing_at < :cutOff))
                                """)
                        .param("id", id.value())
                        .param("now", at(now))
                        .param("cutOff", at(cutOffBefore))
                        .update()
                == 1;
    }

    /** Gives the letter back after a try that made nothing. */
    void giveBack(LetterId id, Instant begunAt) {
        jdbc.sql(
                        """
                        update signing_letter set state = 'DRAFT', signing_at = null
                        where id = :id and state = 'SIGNING' and signing_at = :begunAt
                        """)
                .param("id", id.value())
                .param("begunAt", at(begunAt))
                .update();
    }

    /** Registers the signature, if the letter is still taken by the signing that made it. */
    boolean finish(LetterId id, Instant begunAt, Letter.Signature signature) {
        return jdbc.sql(
                                """
                                update signing_letter
                                set state = 'SIGNED', signing_at = null, signed = :file,
                                    signed_sha256 = :sha256, mark = :mark, signed_at = :at,
                                    signer_name = :name, signer_post = :post,
                                    signer_agency = :agency, certificate_sha256 = :certificate,
                                    authority = :authority, standing = :standing
                                where id = :id and state = 'SIGNING' and signing_at = :begunAt
                                """)
                        .param("id", id.value())
                        .param("begunAt", at(begunAt))
                        .param("file", signature.file().value())
                        .param("sha256", signature.sha256())
                        .param("mark", signature.mark())
                        .param("at", at(signature.at()))
                        .param("name", signature.name())
                        .param("post", signature.post())
                        .param("agency", signature.agency())
                        .param("certificate", signature.certificateSha256())
                        .param("authority", signature.authority())
                        .param("standing", signature.standing().name())
                        .update()
                == 1;
    }

    private static Letter read(ResultSet row, int number) throws SQLException {
        UUID signed = row.getObject("signed", UUID.class);
        return new Letter(
                new LetterId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("owner", UUID.class)),
                Letter.State.valueOf(row.getString("state")),
                row.getString("file_name"),
                new FileId(row.getObject("original", UUID.class)),
                row.getLong("original_size"),
                pages(row.getString("page_sizes")),
                new Placement(
                        new SignaturePlacement(
                                row.getInt("page"),
                                row.getDouble("from_left"),
                                row.getDouble("from_top"),
                                row.getDouble("width"),
                                row.getDouble("height")),
                        Duty.valueOf(row.getString("duty")),
                        row.getString("capacity"),
                        row.getString("number"),
                        row.getString("subject")),
                row.getString("token"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                signed == null ? null : signature(row, signed));
    }

    private static Letter.Signature signature(ResultSet row, UUID file) throws SQLException {
        return new Letter.Signature(
                new FileId(file),
                row.getString("signed_sha256"),
                row.getString("mark"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("signer_name"),
                row.getString("signer_post"),
                row.getString("signer_agency"),
                row.getString("certificate_sha256"),
                row.getString("authority"),
                Standing.valueOf(row.getString("standing")));
    }

    private static String written(List<PdfInspection.Page> pages) {
        return pages.stream()
                .map(page -> String.format(Locale.ROOT, "%.1fx%.1f", page.width(), page.height()))
                .collect(Collectors.joining(","));
    }

    private static List<PdfInspection.Page> pages(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(page -> {
                    int by = page.indexOf('x');
                    return new PdfInspection.Page(
                            Double.parseDouble(page.substring(0, by)),
                            Double.parseDouble(page.substring(by + 1)));
                })
                .toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
