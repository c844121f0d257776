package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
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

/** People and their dated postings. */
@Repository
class PersonRows {
    /** With the posting of the day; someone whose first posting lies ahead is shown with it. */
    private static final String SELECT =
            """
            select p.id, p.title_before, p.name, p.title_after, p.employment_class, p.nik_sealed,
                   p.nip_sealed, p.official_email, p.email_confirmed_at, p.rank, p.version,
                   o.agency, o.post, a.name as agency_name
            from person p
            cross join lateral (
                select t.agency, t.post from posting t where t.tenant = p.tenant and t.person = p.id
                order by (t.from_on <= :today) desc, t.from_on desc, (t.until_on is null) desc limit 1
            ) o
            join agency a on a.tenant = p.tenant and a.id = o.agency
            """;

    private final JdbcClient jdbc;
    private final PersonSeals seals;

    PersonRows(JdbcClient jdbc, PersonSeals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    Optional<Person> byId(LocalGovernmentId government, PersonId id, LocalDate today) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id.value())
                .param("today", today)
                .query((row, number) -> read(government, row))
                .optional();
    }

    Optional<PersonId> idByNik(byte[] index) {
        return idBy("nik_index", index);
    }

    Optional<PersonId> idByNip(byte[] index) {
        return idBy("nip_index", index);
    }

    Optional<PersonId> idByEmail(String email) {
        return idBy("official_email", email);
    }

    private Optional<PersonId> idBy(String column, Object value) {
        return jdbc.sql("select id from person where " + column + " = :value")
                .param("value", value)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    List<Person> search(
            LocalGovernmentId government,
            String text,
            @Nullable AgencyId agency,
            @Nullable PersonId after,
            int limit,
            LocalDate today) {
        return jdbc.sql(
                        SELECT
                                + """
                                where lower(p.name) like :pattern escape '\\'
                                  and (cast(:agency as uuid) is null or o.agency = :agency)
                                  and (cast(:after as uuid) is null or (lower(p.name), p.id)
                                       > (select lower(l.name), l.id from person l where l.id = :after))
                                order by lower(p.name), p.id
                                limit :limit
                                """)
                .param("pattern", "%" + escaped(text.toLowerCase(java.util.Locale.ROOT)) + "%")
                .param("agency", agency == null ? null : agency.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .param("today", today)
                .query((row, number) -> read(government, row))
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Title of the post of the posting on a day; empty for who is not posted then. */
    Optional<String> postOf(PersonId id, LocalDate on) {
        return jdbc.sql(
                        """
                        select post from posting
                        where person = :person and from_on <= :on
                          and (until_on is null or until_on >= :on)
                        order by from_on desc limit 1
                        """)
                .param("person", id.value())
                .param("on", on)
                .query(String.class)
                .optional();
    }

    Optional<byte[]> sealedNik(PersonId id) {
        return jdbc.sql("select nik_sealed from person where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .optional();
    }

    void add(LocalGovernmentId government, PersonId id, NewPerson person) {
        jdbc.sql(
                        """
                        insert into person (id, title_before, name, title_after, employment_class,
                            nik_sealed, nik_index, nip_sealed, nip_index, official_email, rank)
                        values (:id, :titleBefore, :name, :titleAfter, :class, :nikSealed, :nikIndex,
                            :nipSealed, :nipIndex, :email, :rank)
                        """)
                .param("nikSealed", seals.sealNik(government, person.nik()))
                .param("nikIndex", seals.nikIndex(government, person.nik()))
                .param("id", id.value())
                .param("titleBefore", person.name().before())
                .param("name", person.name().name())
                .param("titleAfter", person.name().after())
                .param("class", person.employmentClass().name())
                .param("nipSealed", nipSealed(government, person))
                .param("nipIndex", nipIndex(government, person))
                .param("email", person.officialEmail())
                .param("rank", person.rank())
                .update();
    }

    /** A confirmed e-mail stays: only the person can replace it by proving another. */
    void update(LocalGovernmentId government, PersonId id, NewPerson person) {
        jdbc.sql(
                        """
                        update person set title_before = :titleBefore, name = :name,
                            title_after = :titleAfter, employment_class = :class,
                            nip_sealed = :nipSealed, nip_index = :nipIndex, rank = :rank,
                            official_email = case when email_confirmed_at is null
                                then coalesce(:email, official_email) else official_email end,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("titleBefore", person.name().before())
                .param("name", person.name().name())
                .param("titleAfter", person.name().after())
                .param("class", person.employmentClass().name())
                .param("nipSealed", nipSealed(government, person))
                .param("nipIndex", nipIndex(government, person))
                .param("email", person.officialEmail())
                .param("rank", person.rank())
                .update();
    }

    void confirmEmail(PersonId id, String email, Instant at) {
        jdbc.sql(
                        """
                        update person set official_email = :email, email_confirmed_at = :at,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("email", email)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Closes the open posting the day before; one that began that day is replaced. */
    void post(PersonId id, AgencyId agency, String post, LocalDate from) {
        jdbc.sql(
                        """
                        delete from posting where person = :person and until_on is null
                            and from_on >= :from
                        """)
                .param("person", id.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        update posting set until_on = cast(:from as date) - 1
                        where person = :person and until_on is null
                        """)
                .param("person", id.value())
                .param("from", from)
                .update();
        jdbc.sql(
                        """
                        insert into posting (id, person, agency, post, from_on)
                        values (:id, :person, :agency, :post, :from)
                        """)
                .param("id", UUID.randomUUID())
                .param("person", id.value())
                .param("agency", agency.value())
                .param("post", post)
                .param("from", from)
                .update();
    }

    private byte @Nullable [] nipSealed(LocalGovernmentId government, NewPerson person) {
        return person.nip() == null ? null : seals.sealNip(government, person.nip());
    }

    private byte @Nullable [] nipIndex(LocalGovernmentId government, NewPerson person) {
        return person.nip() == null ? null : seals.nipIndex(government, person.nip());
    }

    private Person read(LocalGovernmentId government, ResultSet row) throws SQLException {
        byte @Nullable [] nip = row.getBytes("nip_sealed");
        OffsetDateTime confirmed = row.getObject("email_confirmed_at", OffsetDateTime.class);
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new PersonName(
                        row.getString("title_before"),
                        row.getString("name"),
                        row.getString("title_after")),
                EmploymentClass.valueOf(row.getString("employment_class")),
                nip == null ? null : seals.openNip(government, nip),
                mask(seals.openNik(government, row.getBytes("nik_sealed"))),
                row.getString("official_email"),
                confirmed == null ? null : confirmed.toInstant(),
                new AgencyId(row.getObject("agency", UUID.class)),
                row.getString("agency_name"),
                row.getString("post"),
                row.getString("rank"),
                row.getInt("version"));
    }

    /** {@code 3577••••••••0001}. */
    static String mask(String nik) {
        return nik.length() < 9
                ? "••••"
                : nik.substring(0, 4)
                        + "•".repeat(nik.length() - 8)
                        + nik.substring(nik.length() - 4);
    }
}
