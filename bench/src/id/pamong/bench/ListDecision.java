package id.pamong.bench;

import id.pamong.Pamong;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.builtin.RootFile;
import id.pamong.authority.builtin.RootOpening;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.CollectiveDesk;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.ListGiverDesk;
import id.pamong.lifecycle.registration.BatchDesk;
import id.pamong.lifecycle.registration.BatchGrid;
import id.pamong.lifecycle.registration.CheckAnswer;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.CheckResult;
import id.pamong.lifecycle.registration.ClaimOutcome;
import id.pamong.lifecycle.registration.DecisionDesk;
import id.pamong.lifecycle.registration.DecisionDraft;
import id.pamong.lifecycle.registration.DecisionOutcome;
import id.pamong.lifecycle.registration.ListDecisionDesk;
import id.pamong.lifecycle.registration.Notes;
import id.pamong.lifecycle.registration.VerificationDesk;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.FileId;
import id.pamong.office.archive.FileKind;
import id.pamong.office.database.LocalGovernmentId;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.AccountId;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.AgencyId;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.GovernmentKind;
import id.pamong.office.organization.Headship;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewLocalGovernment;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.organization.Zone;
import id.pamong.office.protection.SecretBytes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three hundred collective decisions: drafts prepared, letters given, the grid read, checks noted,
 * one list signed and carried out, beside the same decisions taken one by one.
 */
public final class ListDecision {
    private static final int ALONE = 20;
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

    private final ConfigurableApplicationContext beans;
    private LocalGovernmentId town;
    private AgencyId education;
    private AgencyId office;

    private ListDecision(ConfigurableApplicationContext beans) {
        this.beans = beans;
    }

    /** Arguments: folder for the data, how many people. */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        SpringApplication application = new SpringApplication(Pamong.class);
        application.setDefaultProperties(
                Map.of(
                        "pamong.mode", "demo",
                        "pamong.demo", "true",
                        "pamong.data", home.resolve("data").toString(),
                        "pamong.keys", home.resolve("keys").toString(),
                        "server.address", "127.0.0.1",
                        "server.port", "0"));
        try (ConfigurableApplicationContext context = application.run()) {
            new ListDecision(context).measure(Integer.parseInt(args[1]));
        }
        System.exit(0);
    }

    private void measure(int count) throws Exception {
        found();
        PersonId head = person("Sri Wahyuni", 1, education, "Kepala Dinas Pendidikan");
        PersonId superior = person("Bambang Sutejo", 2, education, "Kepala SMP Negeri 4");
        PersonId admin = person("Dewi Anggraini", 3, education, "Analis Kepegawaian");
        PersonId officer = person("Rina Kartika", 4, office, "Pranata Komputer");
        bean(People.class)
                .appointHead(
                        town,
                        new Headship(
                                education, head, HeadshipKind.DEFINITIVE, "Kepala Dinas Pendidikan", "1", SINCE, null),
                        null);
        bean(AgencyAdmins.class).name(town, new AgencyAdmin(admin, education, SINCE, null), null);
        certify(officer);
        // A first small morning warms up what the measured one uses, and is decided one by one.
        CollectiveBatchId few = batch(admin, superior, head, ALONE, 100, false);
        double alone = oneByOne(few, officer);
        CollectiveBatchId many = batch(admin, superior, head, count, 200, true);

        BatchDesk desk = bean(BatchDesk.class);
        Actor rina = as(officer, Role.RA_OFFICER);
        time("cases taken onto the desk", count, () -> desk.takeAll(rina, many));
        BatchGrid[] grid = new BatchGrid[1];
        time("the grid, read with every automatic check", count, () -> grid[0] = desk.grid(rina, many));
        List<BatchDesk.Pick> picks =
                grid[0].rows().stream().map(row -> new BatchDesk.Pick(row.id(), row.dossierSha256())).toList();
        time(
                "checks noted for each, in one stroke",
                count,
                () ->
                        require(
                                desk.note(
                                                        rina,
                                                        many,
                                                        picks,
                                                        inOrder(),
                                                        new DecisionDraft(DecisionDraft.Outcome.APPROVED, List.of()))
                                                .noted()
                                        == count));
        List<ListDecisionDesk.Shown> shown =
                grid[0].rows().stream()
                        .map(row ->
                                new ListDecisionDesk.Shown(
                                        row.id(), row.dossierSha256(), DecisionDraft.Outcome.APPROVED))
                        .toList();
        ListDecisionDesk lists = bean(ListDecisionDesk.class);
        ListDecisionDesk.Outcome[] outcome = new ListDecisionDesk.Outcome[1];
        double signed =
                time(
                        "list judged and signed (the officer waits for this)",
                        count,
                        () -> {
                            try (SecretBytes passphrase = secret()) {
                                outcome[0] = lists.decide(rina, many, shown, Optional.of(passphrase));
                            }
                        });
        ListDecisionDesk.Outcome.Signed list = (ListDecisionDesk.Outcome.Signed) outcome[0];
        require(list.decisions() == count);
        double carried =
                time(
                        "carried out: decisions, notices, answer letter",
                        count,
                        () -> {
                            while (!lists.progress(rina, list.list()).isSettled()) {
                                pause();
                            }
                        });
        double all = signed + carried;
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.1f s   goal at most 20 s for 300%n",
                count + " decisions by one signature, all in all",
                all);
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.0f ms  one by one %.0f ms, %.1f times as long%n",
                "a decision of the list",
                all / count * 1000,
                alone * 1000,
                alone / (all / count));
    }

    private CollectiveBatchId batch(
            PersonId admin, PersonId superior, PersonId head, int count, int from, boolean say) throws Exception {
        Set<PersonId> people = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            PersonId teacher = person("Guru Nomor " + words(from + i), from + i, education, "Guru Ahli Pertama");
            bean(People.class).nameSuperior(town, teacher, superior, SINCE, null);
            bean(People.class).confirmEmail(town, teacher, "guru" + (from + i) + "@contoh.go.id", bean(Clock.class).instant());
            people.add(teacher);
        }
        CollectiveDesk desk = bean(CollectiveDesk.class);
        Actor preparer = as(admin, Role.AGENCY_ADMIN);
        CollectiveDesk.Preparing[] prepared = new CollectiveDesk.Preparing[1];
        timeIf(
                say,
                "drafts prepared, their owners told",
                count,
                () ->
                        prepared[0] =
                                desk.prepare(
                                        preparer,
                                        new CollectiveDesk.Wish("Guru", Set.of(Duty.LETTER), ""),
                                        people));
        CollectiveBatchId batch = ((CollectiveDesk.Preparing.Prepared) prepared[0]).batch();
        timeIf(say, "letters asked for", count, () -> desk.askLetters(preparer, batch));
        for (CollectiveMember member : desk.view(preparer, batch).members()) {
            card(member.application());
            Actor applicant = as(member.person(), Role.PERSON);
            require(
                    bean(ApplicationDesk.class)
                                    .submit(
                                            applicant,
                                            member.application(),
                                            bean(Enrollment.class).dossier(town, member.application()).version(),
                                            "Benar.")
                            instanceof ApplicationDesk.Submission.Confirmed);
        }
        give(batch, superior, "recommendation for the list", count, say);
        give(batch, head, "cover letter for the list, all submitted with it", count, say);
        return batch;
    }

    private void give(CollectiveBatchId batch, PersonId giver, String what, int count, boolean say) {
        ListGiverDesk desk = bean(ListGiverDesk.class);
        Actor actor = as(giver, Role.PERSON);
        Set<ApplicationId> named = new LinkedHashSet<>();
        desk.task(actor, batch).names().forEach(name -> named.add(name.member().application()));
        timeIf(
                say,
                what,
                count,
                () ->
                        require(
                                desk.give(actor, batch, named, List.of(), "")
                                        instanceof ListGiverDesk.Outcome.Given));
    }

    /** Seconds of one decision, taken alone. */
    private double oneByOne(CollectiveBatchId batch, PersonId officer) {
        Actor rina = as(officer, Role.RA_OFFICER);
        VerificationDesk desk = bean(VerificationDesk.class);
        List<ApplicationId> open =
                bean(BatchDesk.class).grid(rina, batch).rows().stream().map(BatchGrid.Row::id).toList();
        long start = System.nanoTime();
        for (ApplicationId id : open) {
            ClaimOutcome.Taken taken = (ClaimOutcome.Taken) desk.claim(rina, id);
            Notes notes =
                    new Notes(
                            taken.claim().token(),
                            bean(Enrollment.class).dossier(town, id).sha256(),
                            inOrder(),
                            new DecisionDraft(DecisionDraft.Outcome.APPROVED, List.of()));
            try (SecretBytes passphrase = secret()) {
                require(
                        bean(DecisionDesk.class).decide(rina, id, notes, Optional.of(passphrase))
                                instanceof DecisionOutcome.Decided);
            }
        }
        return (System.nanoTime() - start) / 1e9 / open.size();
    }

    private static Map<CheckGroup, CheckAnswer> inOrder() {
        Map<CheckGroup, CheckAnswer> answers = new EnumMap<>(CheckGroup.class);
        for (CheckGroup group : CheckGroup.values()) {
            answers.put(group, new CheckAnswer(CheckResult.OK, ""));
        }
        return answers;
    }

    private void found() {
        town =
                bean(LocalGovernments.class)
                        .create(
                                new NewLocalGovernment(
                                        "kota-ukur",
                                        "Pemerintah Kota Contoh",
                                        GovernmentKind.KOTA,
                                        "Contoh",
                                        "Wali Kota",
                                        "Wakil Wali Kota",
                                        "Jawa Timur",
                                        "35.77",
                                        Zone.WIB,
                                        "perwal-30-2019",
                                        List.of("contoh.go.id"),
                                        "#0b5394",
                                        List.of("Jalan Contoh 1")),
                                null);
        People people = bean(People.class);
        education = people.addAgency(town, "DIKNAS", "Dinas Pendidikan", "Kepala Dinas Pendidikan", null, null);
        office = people.addAgency(town, "KOMINFO", "Dinas Komunikasi dan Informatika", "Kepala Dinas", null, null);
        bean(LocalGovernments.class).nameRaOffice(town, office, null);
        for (String kind : List.of("RA_APPOINTMENT", "CA_AGREEMENT")) {
            sql(
                    """
                    insert into ra_mandate (id, kind, authority, number, dated_on, begins_on)
                    values (?, ?, 'builtin', '1', ?, ?)
                    """,
                    UUID.randomUUID(), kind, SINCE, SINCE);
        }
    }

    private PersonId person(String name, int number, AgencyId agency, String post) {
        PersonId id =
                bean(People.class)
                        .enter(
                                town,
                                new NewPerson(
                                        new PersonName("", name, "S.Pd."),
                                        EmploymentClass.PNS,
                                        "357701520385%04d".formatted(1000 + number),
                                        "198503122010012%03d".formatted(number),
                                        null,
                                        agency,
                                        post,
                                        "Penata (III/c)"),
                                SINCE,
                                null);
        OffsetDateTime now = bean(Clock.class).instant().atOffset(ZoneOffset.UTC);
        sql(
                """
                insert into account (id, person, password_hash, password_changed_at, means_changed_at, claimed_at)
                values (?, ?, '-', ?, ?, ?)
                """,
                account(id).value(), id.value(), now, now, now);
        sql(
                "insert into second_factor (account, secret, confirmed_at) values (?, ?, ?)",
                account(id).value(), new byte[1], now);
        return id;
    }

    private void certify(PersonId officer) {
        sql(
                """
                insert into officer_appointment (id, person, post, decree, decreed_on, begins_on)
                values (?, ?, 'OFFICER', '1', ?, ?)
                """,
                UUID.randomUUID(), officer.value(), SINCE, SINCE);
        BuiltinAuthority authority = bean(BuiltinAuthority.class);
        RootFile root;
        try (SecretBytes passphrase = secret()) {
            root = authority.createRoot("Pemerintah Kota Contoh", URI.create("http://pki.contoh.example"), passphrase);
        }
        try (SecretBytes passphrase = secret()) {
            require(
                    authority.createIssuing(town, "kota-ukur", "Pemerintah Kota Contoh", root.pem(), passphrase)
                            instanceof RootOpening.Done);
        }
        NewKey key;
        try (SecretBytes passphrase = secret()) {
            key = bean(Custody.class).create(town, KeyAlgorithm.EC_P256, passphrase, "CN=Rina Kartika,O=Pemerintah Kota Contoh,C=ID");
        }
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        town,
                        ProfileId.RA_OFFICER,
                        new SubjectName("Rina Kartika", "Pemerintah Kota Contoh", "ID"),
                        List.of(),
                        key.csrDer());
        bean(TenantTransactions.class)
                .inTenant(
                        town,
                        () -> {
                            OrderOutcome.Issued issued = (OrderOutcome.Issued) bean(OrderBook.class).place(order);
                            require(
                                    bean(Certificates.class)
                                                    .register(
                                                            town,
                                                            new NewCertificate(
                                                                    order,
                                                                    key,
                                                                    officer,
                                                                    Standing.TRIAL,
                                                                    "Pranata Komputer",
                                                                    "Dinas Komunikasi dan Informatika",
                                                                    issued.certificateDer(),
                                                                    issued.chainDer()))
                                            instanceof RegistrationOutcome.Registered);
                        });
    }

    /** A card as the intake would have stored it; decoding pictures is not what is measured here. */
    private void card(ApplicationId id) {
        byte[] card = new byte[120_000];
        bean(TenantTransactions.class)
                .inTenant(
                        town,
                        () -> {
                            FileId file = bean(Archive.class).store(town, FileKind.IDENTITY_CARD, "image/png", card);
                            bean(JdbcClient.class)
                                    .sql(
                                            """
                                            insert into application_paper (application, item, file, name, media_type,
                                                pages, signed, sha256, added_at)
                                            values (?, 'IDENTITY_CARD', ?, 'identity-card.png', 'image/png', 1, false, ?, ?)
                                            """)
                                    .params(
                                            id.value(),
                                            file.value(),
                                            bean(Archive.class).describe(town, file).sha256(),
                                            bean(Clock.class).instant().atOffset(ZoneOffset.UTC))
                                    .update();
                        });
    }

    private void sql(String statement, Object... values) {
        bean(TenantTransactions.class)
                .inTenant(town, () -> bean(JdbcClient.class).sql(statement).params(values).update());
    }

    private Actor as(PersonId person, Role role) {
        return new Actor(town, account(person), person, java.util.EnumSet.of(Role.PERSON, role), bean(Clock.class).instant());
    }

    private static AccountId account(PersonId person) {
        return new AccountId(UUID.nameUUIDFromBytes(person.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String words(int number) {
        List<String> digits = List.of("Nol", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan");
        List<String> words = new ArrayList<>();
        String.valueOf(number).chars().forEach(digit -> words.add(digits.get(digit - '0')));
        return String.join(" ", words);
    }

    private static void timeIf(boolean say, String what, int count, Runnable work) {
        if (say) {
            time(what, count, work);
        } else {
            work.run();
        }
    }

    private static double time(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-52s %8.1f s   %.1f ms each%n", what + ", " + count, seconds, seconds / count * 1000);
        return seconds;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the bench did not do what it measures");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretBytes secret() {
        return SecretBytes.takeOver("kereta sore menuju Madiun".getBytes(StandardCharsets.UTF_8));
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }
}
