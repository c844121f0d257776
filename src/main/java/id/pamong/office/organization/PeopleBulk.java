package id.pamong.office.organization;

import id.pamong.office.database.LocalGovernmentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many people read or written at once, for the import of a file. */
@Repository
class PeopleBulk {
    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final PersonRows people;
    private final PersonSeals seals;

    PeopleBulk(JdbcClient jdbc, JdbcTemplate template, PersonRows people, PersonSeals seals) {
        this.jdbc = jdbc;
        this.template = template;
        this.people = people;
        this.seals = seals;
    }

    /** A person to be added. */
    record Entry(PersonId id, NewPerson person, LocalDate from) {}

    /** Someone there already, to be compared. */
    record Candidate(PersonId id, Identity identity) {}

    /** Those who have one of the numbers or addresses. */
    KnownPeople known(
            LocalGovernmentId government,
            Collection<String> niks,
            Collection<String> nips,
            Collection<String> emails,
            LocalDate today) {
        KnownPeople known = new KnownPeople();
        Map<String, String> byIndex = new HashMap<>();
        List<byte[]> nikIndexes = indexes(niks, byIndex, nik -> seals.nikIndex(government, nik));
        for (List<byte[]> part : parts(nikIndexes)) {
            load(government, known, "p.nik_index = any(:values)", array(part), today);
        }
        List<String> otherNips = nips.stream().filter(nip -> known.byNip(nip).isEmpty()).toList();
        List<byte[]> nipIndexes =
                indexes(otherNips, byIndex, nip -> seals.nipIndex(government, nip));
        for (List<byte[]> part : parts(nipIndexes)) {
            load(government, known, "p.nip_index = any(:values)", array(part), today);
            aliases(known, byIndex, array(part));
        }
        for (List<byte[]> part : parts(nikIndexes)) {
            merged(known, byIndex, "nik_index", array(part));
        }
        for (List<byte[]> part : parts(nipIndexes)) {
            merged(known, byIndex, "nip_index", array(part));
        }
        List<String> otherEmails =
                emails.stream().filter(email -> known.byEmail(email).isEmpty()).toList();
        for (List<String> part : parts(otherEmails)) {
            load(
                    government,
                    known,
                    "p.official_email = any(:values)",
                    part.toArray(String[]::new),
                    today);
        }
        return known;
    }

    private void load(
            LocalGovernmentId government,
            KnownPeople known,
            String condition,
            Object values,
            LocalDate today) {
        jdbc.sql(PersonRows.SELECT + " where p.merged_into is null and " + condition)
                .param("values", values)
                .param("today", today)
                .query(row -> {
                    known.add(
                            people.read(government, row),
                            seals.openNik(government, row.getBytes("nik_sealed")));
                });
    }

    /** Former NIP lead to who had them. */
    private void aliases(KnownPeople known, Map<String, String> byIndex, byte[][] indexes) {
        jdbc.sql(
                        """
                        select f.nip_index, coalesce(p.merged_into, p.id) as id
                        from person_former_nip f
                        join person p on p.tenant = f.tenant and p.id = f.person
                        where f.nip_index = any(:values)
                        """)
                .param("values", indexes)
                .query(row -> {
                    alias(known, byIndex, row.getBytes(1), row.getObject(2, UUID.class));
                });
    }

    /** Numbers of merged entries lead to the one that stands for them. */
    private void merged(
            KnownPeople known, Map<String, String> byIndex, String column, byte[][] indexes) {
        jdbc.sql(
                        "select "
                                + column
                                + ", merged_into from person where merged_into is not null and "
                                + column
                                + " = any(:values)")
                .param("values", indexes)
                .query(row -> {
                    alias(known, byIndex, row.getBytes(1), row.getObject(2, UUID.class));
                });
    }

    private static void alias(
            KnownPeople known, Map<String, String> byIndex, byte[] index, UUID person) {
        String number = byIndex.get(HexFormat.of().formatHex(index));
        if (number != null) {
            known.addAlias(number, new PersonId(person));
        }
    }

    /** Someone without a key of the name, with what it is made of. */
    record Unkeyed(Identity identity, boolean merged) {}

    Map<PersonId, Unkeyed> withoutKey(LocalGovernmentId government, int limit) {
        Map<PersonId, Unkeyed> found = new HashMap<>();
        jdbc.sql(
                        """
                        select id, name, nik_sealed, nip_sealed, merged_into is not null as merged
                        from person where name_key is null order by id limit :limit
                        for update skip locked
                        """)
                .param("limit", limit)
                .query(row -> {
                    byte @Nullable [] nip = row.getBytes("nip_sealed");
                    found.put(
                            new PersonId(row.getObject("id", UUID.class)),
                            new Unkeyed(
                                    new Identity(
                                            WrittenName.key(row.getString("name")),
                                            seals.openNik(government, row.getBytes("nik_sealed")),
                                            nip == null ? null : seals.openNip(government, nip)),
                                    row.getBoolean("merged")));
                });
        return found;
    }

    void giveKey(LocalGovernmentId government, PersonId id, Identity identity) {
        jdbc.sql("update person set name_key = :key, birth_index = :birth where id = :id")
                .param("key", identity.nameKey())
                .param("birth", seals.birthIndex(government, identity.nik(), identity.nip()))
                .param("id", id.value())
                .update();
    }

    /** Who has one of the name keys or days of birth. */
    List<Candidate> candidates(
            LocalGovernmentId government,
            Collection<String> nameKeys,
            Collection<LocalDate> births) {
        Map<PersonId, Candidate> found = new HashMap<>();
        for (List<String> part : parts(List.copyOf(nameKeys))) {
            candidates(government, found, "name_key = any(:values)", part.toArray(String[]::new));
        }
        List<byte[]> indexes =
                births.stream().map(day -> seals.birthIndex(government, day)).toList();
        for (List<byte[]> part : parts(indexes)) {
            candidates(government, found, "birth_index = any(:values)", array(part));
        }
        return List.copyOf(found.values());
    }

    private void candidates(
            LocalGovernmentId government,
            Map<PersonId, Candidate> found,
            String condition,
            Object values) {
        jdbc.sql(
                        "select id, name_key, nik_sealed, nip_sealed from person"
                                + " where merged_into is null and "
                                + condition)
                .param("values", values)
                .query(row -> {
                    PersonId id = new PersonId(row.getObject("id", UUID.class));
                    byte @Nullable [] nip = row.getBytes("nip_sealed");
                    found.put(
                            id,
                            new Candidate(
                                    id,
                                    new Identity(
                                            row.getString("name_key"),
                                            seals.openNik(government, row.getBytes("nik_sealed")),
                                            nip == null ? null : seals.openNip(government, nip))));
                });
    }

    /** In two statements, whatever their number. */
    void add(LocalGovernmentId government, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into person (id, title_before, name, title_after, employment_class,
                            nik_sealed, nik_index, nip_sealed, nip_index, official_email, rank,
                            name_key, birth_index)
                        select * from unnest(:ids, :before, :names, :after, :classes, :niks,
                            :nikIndexes, :nips, :nipIndexes, :emails, :ranks, :keys, :births)
                        """)
                .param("ids", ids(entries))
                .param("before", texts(entries, one -> one.name().before()))
                .param("names", texts(entries, one -> one.name().name()))
                .param("after", texts(entries, one -> one.name().after()))
                .param("classes", texts(entries, one -> one.employmentClass().name()))
                .param("niks", bytes(entries, one -> seals.sealNik(government, one.nik())))
                .param("nikIndexes", bytes(entries, one -> seals.nikIndex(government, one.nik())))
                .param("nips", bytes(entries, one -> sealedNip(government, one)))
                .param("nipIndexes", bytes(entries, one -> nipIndex(government, one)))
                .param("emails", texts(entries, NewPerson::officialEmail))
                .param("ranks", texts(entries, NewPerson::rank))
                .param("keys", texts(entries, one -> WrittenName.key(one.name().name())))
                .param(
                        "births",
                        bytes(entries, one -> seals.birthIndex(government, one.nik(), one.nip())))
                .update();
        jdbc.sql(
                        """
                        insert into posting (id, person, agency, post, from_on)
                        select gen_random_uuid(), person, agency, post, from_on
                        from unnest(:ids, :agencies, :posts, cast(:from as date[]))
                            n (person, agency, post, from_on)
                        """)
                .param("ids", ids(entries))
                .param(
                        "agencies",
                        entries.stream()
                                .map(entry -> entry.person().agency().value())
                                .toArray(UUID[]::new))
                .param("posts", texts(entries, NewPerson::post))
                .param(
                        "from",
                        entries.stream()
                                .map(entry -> entry.from().toString())
                                .toArray(String[]::new))
                .update();
    }

    private static UUID[] ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(
            List<Entry> entries, Function<NewPerson, @Nullable String> of) {
        return entries.stream().map(entry -> of.apply(entry.person())).toArray(String[]::new);
    }

    private static byte @Nullable [][] bytes(
            List<Entry> entries, Function<NewPerson, byte @Nullable []> of) {
        return entries.stream().map(entry -> of.apply(entry.person())).toArray(byte[][]::new);
    }

    private byte @Nullable [] sealedNip(LocalGovernmentId government, NewPerson person) {
        String nip = person.nip();
        return nip == null ? null : seals.sealNip(government, nip);
    }

    private byte @Nullable [] nipIndex(LocalGovernmentId government, NewPerson person) {
        String nip = person.nip();
        return nip == null ? null : seals.nipIndex(government, nip);
    }

    /** Ids alone, by NIK and NIP. */
    KnownPeople ids(
            LocalGovernmentId government, Collection<String> niks, Collection<String> nips) {
        KnownPeople known = new KnownPeople();
        Map<String, String> byIndex = new HashMap<>();
        List<byte[]> nikIndexes = indexes(niks, byIndex, nik -> seals.nikIndex(government, nik));
        for (List<byte[]> part : parts(nikIndexes)) {
            numbers(known, byIndex, "nik_index", array(part));
        }
        List<byte[]> nipIndexes = indexes(nips, byIndex, nip -> seals.nipIndex(government, nip));
        for (List<byte[]> part : parts(nipIndexes)) {
            numbers(known, byIndex, "nip_index", array(part));
            aliases(known, byIndex, array(part));
        }
        return known;
    }

    private void numbers(
            KnownPeople known, Map<String, String> byIndex, String column, byte[][] indexes) {
        jdbc.sql(
                        "select "
                                + column
                                + ", coalesce(merged_into, id) from person where "
                                + column
                                + " = any(:values)")
                .param("values", indexes)
                .query(row -> {
                    alias(known, byIndex, row.getBytes(1), row.getObject(2, UUID.class));
                });
    }

    /** The superiors named for these people and still open. */
    Map<PersonId, PersonId> superiors(Collection<PersonId> of) {
        Map<PersonId, PersonId> found = new HashMap<>();
        UUID[] ids = of.stream().map(PersonId::value).toArray(UUID[]::new);
        jdbc.sql(
                        """
                        select person, superior from reporting_line
                        where until_on is null and person = any(:ids)
                        """)
                .param("ids", ids)
                .query(row -> {
                    found.put(
                            new PersonId(row.getObject(1, UUID.class)),
                            new PersonId(row.getObject(2, UUID.class)));
                });
        return found;
    }

    /** For people who have no open line yet. */
    void addSuperiors(List<Object[]> personSuperiorFrom) {
        template.batchUpdate(
                "insert into reporting_line (id, person, superior, from_on)"
                        + " values (gen_random_uuid(), ?, ?, ?)",
                personSuperiorFrom);
    }

    private static List<byte[]> indexes(
            Collection<String> numbers,
            Map<String, String> byIndex,
            Function<String, byte[]> index) {
        List<byte[]> indexes = new ArrayList<>();
        for (String number : numbers) {
            byte[] one = index.apply(number);
            byIndex.put(HexFormat.of().formatHex(one), number);
            indexes.add(one);
        }
        return indexes;
    }

    private static byte[][] array(List<byte[]> part) {
        return part.toArray(byte[][]::new);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }
}
