package id.pamong.office.organization;

import id.pamong.office.database.Keyset;
import id.pamong.office.database.LocalGovernmentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
    static final String SELECT =
            """
            select p.id, o.in_service, p.title_before, p.name, p.title_after, p.employment_class, p.nik_sealed,
                   p.nip_sealed, p.official_email, p.email_confirmed_at, p.rank, p.version,
                   o.agency, o.post, a.name as agency_name
            from person p
            cross join lateral (
                select t.agency, t.post,
                    (t.from_on <= :today and coalesce(t.until_on >= :today, true)) as in_service
                from posting t where t.tenant = p.tenant and t.person = p.id
                order by (t.from_on <= :today and coalesce(t.until_on >= :today, true)) desc,
                    (t.until_on is null) desc, t.from_on desc limit 1
            ) o
            join agency a on a.tenant = p.tenant and a.id = o.agency
            """;

    private final JdbcClient jdbc;
    private final PersonSeals seals;
    private final Clock clock;

    PersonRows(JdbcClient jdbc, PersonSeals seals, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
    }

    Optional<Person> byId(LocalGovernmentId government, PersonId id, LocalDate today) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id.value())
                .param("today", today)
                .query((row, number) -> read(government, row))
                .optional();
    }

    /** Also one whose postings went to the entry that stands for it. */
    Optional<Person> entry(LocalGovernmentId government, PersonId id, LocalDate today) {
        return jdbc.sql(
                        SELECT.replace(
                                        "t.person = p.id",
                                        "t.person = coalesce(p.merged_into, p.id)")
                                + "where p.id = :id")
                .param("id", id.value())
                .param("today", today)
                .query((row, number) -> read(government, row))
                .optional();
    }

    List<Person> byIds(LocalGovernmentId government, Collection<PersonId> ids, LocalDate today) {
        return jdbc.sql(SELECT + "where p.id = any(:ids)")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((row, number) -> read(government, row))
                .list();
    }

    Optional<PersonId> idByNik(byte[] index) {
        return idBy("nik_index", index);
    }

    Optional<PersonId> idByNip(byte[] index) {
        return idBy("nip_index", index).or(() -> idByFormerNip(index));
    }

    Optional<PersonId> idByEmail(String email) {
        return idBy("official_email", email);
    }

    /** A merged entry leads to the one that stands for it. */
    private Optional<PersonId> idBy(String column, Object value) {
        return jdbc.sql(
                        "select coalesce(merged_into, id) from person where "
                                + column
                                + " = :value")
                .param("value", value)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** By a NIP or NI PPPK that the person had before. */
    private Optional<PersonId> idByFormerNip(byte[] index) {
        return jdbc.sql(
                        """
                        select coalesce(p.merged_into, p.id)
                        from person_former_nip f
                        join person p on p.tenant = f.tenant and p.id = f.person
                        where f.nip_index = :index
                        """)
                .param("index", index)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** What is wanted of a list, besides where its page begins. */
    record Wanted(
            String text,
            @Nullable AgencyId agency,
            @Nullable EmploymentClass employmentClass,
            boolean descending) {}

    /** Every word typed begins some word of the name. */
    List<Person> list(
            LocalGovernmentId government,
            Wanted wanted,
            @Nullable PersonId after,
            int limit,
            LocalDate today) {
        List<String> words = NameWords.typed(wanted.text());
        Keyset keyset = new Keyset("person", "p", "name_sort", wanted.descending());
        AgencyId agency = wanted.agency();
        EmploymentClass of = wanted.employmentClass();
        JdbcClient.StatementSpec statement =
                jdbc.sql(
                                SELECT
                                        + " where p.merged_into is null"
                                        + (agency == null ? "" : " and o.agency = :agency")
                                        + (of == null ? "" : " and p.employment_class = :class")
                                        + NameWords.condition(words)
                                        + " and "
                                        + keyset.condition()
                                        + keyset.order())
                        .param("after", after == null ? null : after.value())
                        .param("limit", limit)
                        .param("today", today);
        if (agency != null) {
            statement = statement.param("agency", agency.value());
        }
        if (of != null) {
            statement = statement.param("class", of.name());
        }
        return NameWords.bind(statement, words)
                .query((row, number) -> read(government, row))
                .list();
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
                            nik_sealed, nik_index, nip_sealed, nip_index, official_email, rank,
                            name_key, birth_index)
                        values (:id, :titleBefore, :name, :titleAfter, :class, :nikSealed, :nikIndex,
                            :nipSealed, :nipIndex, :email, :rank, :nameKey, :birth)
                        """)
                .param("nameKey", WrittenName.key(person.name().name()))
                .param("birth", seals.birthIndex(government, person.nik(), person.nip()))
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

    /** The NIP that the entry has now is kept as a former one, if it has another. */
    private void keepFormerNip(LocalGovernmentId government, PersonId id, NewPerson person) {
        jdbc.sql(
                        """
                        insert into person_former_nip (person, nip_index, sealed, ended_at)
                        select id, nip_index, nip_sealed, :now from person
                        where id = :id and nip_index is not null
                            and nip_index is distinct from :index
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("index", nipIndex(government, person))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from person_former_nip where nip_index = :index")
                .param("index", nipIndex(government, person))
                .update();
    }

    /** A confirmed e-mail stays: only the person can replace it by proving another. */
    void update(LocalGovernmentId government, PersonId id, NewPerson person) {
        keepFormerNip(government, id, person);
        jdbc.sql(
                        """
                        update person set title_before = :titleBefore, name = :name,
                            title_after = :titleAfter, employment_class = :class,
                            nip_sealed = :nipSealed, nip_index = :nipIndex, rank = :rank,
                            official_email = case when email_confirmed_at is null
                                then coalesce(:email, official_email) else official_email end,
                            name_key = :nameKey, birth_index = :birth, version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("nameKey", WrittenName.key(person.name().name()))
                .param("birth", seals.birthIndex(government, person.nik(), person.nip()))
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

    /** The entry that stands for a merged one. */
    Optional<PersonId> mergedInto(PersonId id) {
        return jdbc.sql(
                        """
                        select merged_into from person where id = :id and merged_into is not null
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** The name alone, with what is compared by it. */
    void rename(PersonId id, PersonName name) {
        jdbc.sql(
                        """
                        update person set title_before = :before, name = :name,
                            title_after = :after, name_key = :key, version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("before", name.before())
                .param("name", name.name())
                .param("after", name.after())
                .param("key", WrittenName.key(name.name()))
                .update();
    }

    /** Every post the person has had, the latest first. */
    List<PostingEntry> postings(PersonId id) {
        return jdbc.sql(
                        """
                        select t.post, a.name as agency, t.from_on, t.until_on
                        from posting t join agency a on a.tenant = t.tenant and a.id = t.agency
                        where t.person = :person order by t.from_on desc, t.id
                        """)
                .param("person", id.value())
                .query((row, number) ->
                        new PostingEntry(
                                row.getString("post"),
                                row.getString("agency"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("until_on", LocalDate.class)))
                .list();
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

    /** First day of the posting that has no end yet. */
    Optional<LocalDate> openSince(PersonId id) {
        return jdbc.sql(
                        """
                        select from_on from posting where person = :person and until_on is null
                        """)
                .param("person", id.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Gives the posting that has no end yet its last day. */
    void leave(PersonId id, LocalDate last) {
        jdbc.sql(
                        """
                        update posting set until_on = :last
                        where person = :person and until_on is null
                        """)
                .param("person", id.value())
                .param("last", last)
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

    Person read(LocalGovernmentId government, ResultSet row) throws SQLException {
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
                row.getBoolean("in_service"),
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
