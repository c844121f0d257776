package id.pamong.bench;

import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.means.Claims;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.ImportReport;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PeopleImport;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.Zone;
import id.pamong.office.protection.KeyPurpose;
import id.pamong.office.protection.SecretBytes;
import id.pamong.office.protection.Seals;
import id.pamong.office.regulation.Regulations;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills an installation with synthetic people, applications in all states, certificates, mails and
 * a trail. People come in by the program's own import, so that every sealed value and index is a
 * real one; the rest by SQL. Nobody in it exists.
 */
final class Load {
    static final String PASSWORD = "gunung biru minum teh";
    static final int LARGEST_FILE = 20_000;

    private static final String[] FIRST = {
        "Budi", "Siti", "Agus", "Dewi", "Muhammad", "Sri", "Andi", "Rina", "Joko", "Ani", "Eko", "Tri", "Wahyu",
        "Nur", "Bambang", "Ratna", "Hendra", "Lestari", "Slamet", "Yuni", "Dwi", "Endang", "Fajar", "Gita", "Imam"
    };
    private static final String[] LAST = {
        "Santoso", "Aminah", "Wijaya", "Lestari", "Yusuf", "Wahyuni", "Saputra", "Hidayat", "Susilo", "Pratama",
        "Utami", "Rahayu", "Nugroho", "Setiawan", "Handayani", "Kurniawan", "Purnomo", "Astuti", "Firmansyah",
        "Kusuma", "Hartono", "Puspita", "Maulana", "Anggraini", "Siregar", "Gunawan", "Suryani", "Haryanto"
    };
    private static final String[] STATES = {
        "DRAFT", "ENDORSEMENT", "SUBMITTED", "VERIFICATION", "RETURNED", "REJECTED", "APPROVED", "ACTIVATION",
        "FORWARDED", "ISSUED", "RECEIVED", "WITHDRAWN"
    };

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TenantTransactions transactions;

    Load(ConfigurableApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.template = context.getBean(JdbcTemplate.class);
        this.transactions = context.getBean(TenantTransactions.class);
    }

    LocalGovernmentId government(int number) {
        String regulation = context.getBean(Regulations.class).profile("perwal-30-2019").id();
        return context.getBean(LocalGovernments.class)
                .create(
                        new NewLocalGovernment(
                                "kota-" + number,
                                "Pemerintah Kota Uji " + number,
                                GovernmentKind.KOTA,
                                "Uji " + number,
                                "Wali Kota",
                                "Wakil Wali Kota",
                                "Jawa Timur",
                                "35.77",
                                Zone.WIB,
                                regulation,
                                List.of("uji" + number + ".go.id"),
                                "#0b5394",
                                List.of("Jalan Uji 1")),
                        null);
    }

    /** A file as a personnel system exports it; the numbers are valid and follow from the seed. */
    static byte[] file(int from, int count) {
        Random random = new Random(from);
        StringBuilder text =
                new StringBuilder("NIK;NIP;NAMA;GELAR DEPAN;GELAR BELAKANG;STATUS PEGAWAI;PANGKAT;GOL;KODE OPD;UNIT KERJA;"
                        + "JABATAN;TMT JABATAN\r\n");
        for (int i = from; i < from + count; i++) {
            // The number of a person decides day of birth and serial, so that no two are alike.
            LocalDate born = LocalDate.of(1967, 1, 1).plusDays(i % 12_000);
            int round = i / 12_000;
            boolean woman = random.nextBoolean();
            String nik = String.format(
                    Locale.ROOT, "3577%02d%02d%02d%02d%04d", 1 + round % 3, born.getDayOfMonth() + (woman ? 40 : 0),
                    born.getMonthValue(), born.getYear() % 100, 1 + round);
            String nip = String.format(
                    Locale.ROOT, "%04d%02d%02d%04d01%d%03d", born.getYear(), born.getMonthValue(), born.getDayOfMonth(),
                    Math.min(2025, born.getYear() + 24), woman ? 2 : 1, 1 + round);
            String name = FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)] + " "
                    + LAST[random.nextInt(LAST.length)];
            int agency = random.nextInt(60);
            text.append(nik).append(';').append(nip).append(';').append(name)
                    .append(";;S.Pd.;PNS;Penata;III/c;PD").append(agency).append(";Dinas Uji ").append(agency)
                    .append(";Guru Ahli Muda;2024-01-02\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Milliseconds of the dry run and of the import itself. */
    record Imported(long checkMillis, long importMillis, long people) {}

    Imported importPeople(LocalGovernmentId government, int from, int count) {
        PeopleImport imports = context.getBean(PeopleImport.class);
        UUID by = UUID.randomUUID();
        long start = System.nanoTime();
        UUID file = imports.keep(government, "uji.csv", file(from, count), by);
        imports.work(government, file, java.time.Duration.ofHours(1));
        long checked = System.nanoTime();
        imports.begin(government, file, by);
        imports.work(government, file, java.time.Duration.ofHours(1));
        long done = System.nanoTime();
        return new Imported(
                (checked - start) / 1_000_000,
                (done - checked) / 1_000_000,
                imports.counts(government, file).getOrDefault(ImportReport.Outcome.NEW, 0));
    }

    /** Who signs in for the measurement: administrator, also of e-mail, head and officer at once, and owner of things. */
    Reader account(LocalGovernmentId government, int number) {
        People people = context.getBean(People.class);
        PersonId person = people.search(government, "", null, null, number + 1).getLast().id();
        Accounts accounts = context.getBean(Accounts.class);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.RA_HEAD, Role.RA_OFFICER, Role.MAIL_ADMINISTRATOR)) {
            accounts.grant(government, person, role, null);
        }
        Claims claims = context.getBean(Claims.class);
        String nip = java.util.Objects.requireNonNull(people.get(government, person).nip());
        claims.claim(
                government,
                nip,
                people.revealNik(government, person),
                claims.sheetCode(government, person, null),
                Optional.of(secret()),
                Optional.of(secret()),
                "127.0.0.1");
        return new Reader(person, nip);
    }

    /** Who reads the lists. */
    record Reader(PersonId person, String nip) {}

    private static SecretBytes secret() {
        return SecretBytes.takeOver(PASSWORD.getBytes(StandardCharsets.UTF_8));
    }

    /** Applications in every state, at most one open of a person. */
    void applications(LocalGovernmentId government, int count) throws Exception {
        Seals seals = context.getBean(Seals.class);
        String hash = context.getBean(Regulations.class).profile("perwal-30-2019").hash();
        transactions.inTenant(
                government,
                () -> {
                    jdbc.sql("insert into regulation_version (hash, regulation_id, content) values (?, 'perwal-30-2019', '')"
                                    + " on conflict do nothing")
                            .param(hash)
                            .update();
                    List<UUID> people =
                            jdbc.sql("select id from person order by id limit ?").param(count).query(UUID.class).list();
                    Random random = new Random(7);
                    List<Object[]> rows = new java.util.ArrayList<>();
                    for (int i = 0; i < people.size(); i++) {
                        UUID id = UUID.randomUUID();
                        String state = STATES[i % STATES.length];
                        rows.add(new Object[] {
                            id, state.equals("DRAFT") || state.equals("ENDORSEMENT") ? "" : "UJI/" + i, people.get(i), state,
                            hash,
                            seals.seal(
                                    KeyPurpose.PERSONAL, government, "199001012015011001".getBytes(StandardCharsets.UTF_8),
                                    "application:" + id),
                            random.nextInt(500) + " days", random.nextInt(400_000) + " seconds"
                        });
                    }
                    template.batchUpdate(
                            """
                            insert into application (id, number, person, type, state, version, regulation_id,
                                regulation_hash, uses, duties, purpose, display_name, name_only, employment_class,
                                nip_sealed, masked_nik, agency, agency_name, post, rank, created_at, changed_at, queued_at)
                            select n.id, n.number, p.id, 'INDIVIDUAL', n.state, 1, 'perwal-30-2019', n.hash,
                                '{DIGITAL_SIGNATURE}', '{}', 'Naskah dinas', p.name || ', S.Pd.', p.name,
                                p.employment_class, n.nip, '3577••••••••0001', o.agency, a.name, o.post, p.rank,
                                now() - n.age, now() - n.age + n.later,
                                now() - n.age + n.later
                            from (values (cast(? as uuid), cast(? as text), cast(? as uuid), cast(? as text), cast(? as text),
                                cast(? as bytea), cast(? as interval), cast(? as interval)))
                                n (id, number, person, state, hash, nip, age, later)
                            join person p on p.id = n.person
                            join posting o on o.person = p.id and o.until_on is null
                            join agency a on a.id = o.agency
                            """,
                            rows);
                });
    }

    /** Certificates that the register shows; their bytes are none, since lists do not read them. */
    static void certificates(Connection owner, LocalGovernmentId government, int count) throws Exception {
        try (var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    insert into certificate (tenant, id, person, profile, request_key, sealed_key, algorithm,
                        public_key_sha256, standing, post, agency, subject, issuer, serial, sha256, not_before,
                        not_after, registered_at, revoked_at, revocation_reason, der, chain)
                    select p.tenant, gen_random_uuid(), p.id, 'INDIVIDUAL_SIGNATURE', gen_random_uuid(),
                        gen_random_uuid(), 'EC_P256', sha256(p.id::text::bytea), 'TRIAL', 'Guru', 'Dinas Uji', p.name,
                        'Pamong CA uji', md5(p.id::text), encode(sha256(p.id::text::bytea), 'hex'),
                        now() - n * interval '1 hour', now() - n * interval '1 hour' + interval '400 days',
                        now() - n * interval '1 hour',
                        case when n %% 50 = 0 then now() end, case when n %% 50 = 0 then 'SUPERSEDED' end, '', '{}'
                    from (select p.*, row_number() over (order by p.id) as n from person p
                          where p.tenant = '%s' order by p.id limit %d) p
                    """.formatted(government, count));
            statement.execute(
                    """
                    insert into audit_record (tenant, id, at, command, actor, object_kind, object, outcome, canonical, sha256)
                    select '%s', gen_random_uuid(), now() - n * interval '1 minute',
                        (array['identity.sign-in', 'enrollment.save', 'registration.decide', 'signing.sign'])[1 + n %% 4],
                        gen_random_uuid(), 'application', gen_random_uuid(), 'DONE', '{}', sha256(n::text::bytea)
                    from generate_series(1, %d) n
                    """.formatted(government, count * 5));
            statement.execute(
                    """
                    insert into outbox_mail (tenant, id, address_sealed, address_hint, message_key, state, attempts, due_at,
                        created_at, sent_at)
                    select '%s', gen_random_uuid(), '', 'b•••@uji.go.id', 'mail.application.approved', 'SENT', 1,
                        now(), now() - n * interval '1 minute', now()
                    from generate_series(1, %d) n
                    """.formatted(government, count));
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze");
        }
    }

}
