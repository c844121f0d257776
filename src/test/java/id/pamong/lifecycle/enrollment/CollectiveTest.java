package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.office.archive.Archive;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.AgencyAdmin;
import id.pamong.office.identity.AgencyAdmins;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.Absences;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.NewAbsence;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.NewPerson;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PersonName;
import id.pamong.office.organization.PostRegister;
import id.pamong.office.organization.Posts;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class CollectiveTest {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 2);
    private static final CollectiveDesk.Wish WISH =
            new CollectiveDesk.Wish("Guru SMP", Set.of(Duty.LETTER), "");

    @Autowired private BeanFactory beans;
    @Autowired private AgencyBatches batches;
    @Autowired private CollectiveDesk desk;
    @Autowired private CollectiveSelection selection;
    @Autowired private CollectiveScans scans;
    @Autowired private ListGiverDesk givers;
    @Autowired private ApplicationDesk applications;
    @Autowired private MailboxStep mailbox;
    @Autowired private DossierPapers papers;
    @Autowired private Enrollment enrollment;
    @Autowired private People people;
    @Autowired private AgencyAdmins admins;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;
    @Autowired private PostRegister register;
    @Autowired private Posts posts;
    @Autowired private GiverRights rights;
    @Autowired private Archive archive;
    @Autowired private LetterReminders reminders;
    @Autowired private Absences absences;

    private Town town;
    private Actor admin;
    private List<PersonId> teachers;

    @BeforeEach
    void found() {
        clock.reset();
        town = new Town(beans);
        PersonId preparer = town.enter("Dewi Anggraini", EmploymentClass.PNS, "Analis Kepegawaian");
        admins.name(town.government, new AgencyAdmin(preparer, town.education, SINCE, null), null);
        admin = town.as(preparer, null, Role.PERSON, Role.AGENCY_ADMIN);
        teachers = new ArrayList<>();
        for (String name : List.of("Ani Lestari", "Budi Santoso", "Citra Dewi", "Dedi Kurnia")) {
            PersonId teacher = town.enter(name, EmploymentClass.PNS, "Guru Ahli Pertama");
            people.nameSuperior(town.government, teacher, town.superior, SINCE, null);
            teachers.add(teacher);
        }
    }

    @Test
    void a_list_of_numbers_gets_a_verdict_for_each_line() {
        PersonId elsewhere = enterElsewhere();
        prepare(teachers.getFirst());
        String own = nip(teachers.get(1));

        List<CollectiveSelection.Line> lines =
                selection.check(
                        admin,
                        List.of(
                                own,
                                "19850312 201001 2 777",
                                "12345",
                                nip(elsewhere),
                                nip(teachers.getFirst()),
                                own));

        assertThat(lines)
                .extracting(CollectiveSelection.Line::verdict)
                .containsExactly(
                        CollectiveSelection.Verdict.CHOOSABLE,
                        CollectiveSelection.Verdict.NOT_FOUND,
                        CollectiveSelection.Verdict.NOT_A_NUMBER,
                        CollectiveSelection.Verdict.OTHER_AGENCY,
                        CollectiveSelection.Verdict.OPEN_APPLICATION,
                        CollectiveSelection.Verdict.TWICE);
        assertThat(lines.get(3).person()).as("another agency's person stays unnamed").isNull();
    }

    @Test
    void an_admin_whose_days_are_over_prepares_nothing() {
        clock.advance(Duration.ofDays(1));
        PersonId late = town.enter("Eko Wibowo", EmploymentClass.PNS, "Analis");
        admins.name(
                town.government,
                new AgencyAdmin(late, town.education, SINCE, LocalDate.of(2026, 1, 31)),
                null);

        assertThatThrownBy(() ->
                        desk.prepare(
                                town.as(late, null, Role.PERSON, Role.AGENCY_ADMIN),
                                WISH,
                                Set.copyOf(teachers)))
                .isInstanceOf(Forbidden.class)
                .hasMessage("agency-admin.no-agency");
    }

    @Test
    void the_admin_of_another_agency_does_not_know_the_batch_nor_its_people() {
        CollectiveBatchId batch = prepare(teachers.getFirst());
        PersonId other = enterElsewhere();
        admins.name(town.government, new AgencyAdmin(other, town.raOffice, SINCE, null), null);
        Actor stranger = town.as(other, null, Role.PERSON, Role.AGENCY_ADMIN);

        assertThatThrownBy(() -> desk.view(stranger, batch)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.remind(stranger, batch)).isInstanceOf(NotFound.class);
        assertThat(desk.prepare(stranger, WISH, Set.of(teachers.get(1))))
                .isInstanceOf(CollectiveDesk.Preparing.Refused.class);
        assertThatThrownBy(() -> desk.view(town.as(town.teacher), batch))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    @Article({"MDN-10(1)", "MDN-10(3)", "MDN-10(3)a", "MDN-10(3)b", "MDN-17a"})
    void one_letter_of_each_kind_submits_all_who_confirmed_and_the_struck_one_hears_why()
            throws IOException {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        assertThat(inbox(teachers.getFirst())).contains("collective-prepared");
        assertThat(desk.askLetters(admin, batch)).isInstanceOf(CollectiveDesk.Asking.Asked.class);
        confirm(teachers.get(0), batch);
        confirm(teachers.get(1), batch);
        confirm(teachers.get(2), batch);
        assertThat(members(batch, CollectiveMember.Standing.CONFIRMED)).hasSize(3);

        recommend(batch);
        ApplicationId struck = application(batch, 2);
        ListGiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.head, clock.instant(), Role.PERSON),
                        batch,
                        others(batch, struck),
                        List.of(
                                new ListGiverDesk.Strike(
                                        struck, "Sedang tugas belajar sampai tahun depan.")),
                        "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Given.class,
                        given -> {
                            assertThat(given.people()).isEqualTo(3);
                            assertThat(given.submitted()).isEqualTo(2);
                            assertThat(given.struck()).isEqualTo(1);
                            assertThat(given.letters())
                                    .extracting(ListGiverDesk.Letter::kind)
                                    .containsExactly(Endorsement.Kind.COVER_LETTER);
                        });
        Dossier first = dossier(batch, 0);
        assertThat(first.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(first.endorsements())
                .extracting(Endorsement::letter)
                .as("the letters are those of the others too")
                .containsExactlyInAnyOrderElementsOf(
                        dossier(batch, 1).endorsements().stream()
                                .map(Endorsement::letter)
                                .toList());
        assertThat(dossier(batch, 2).state()).isEqualTo(ApplicationState.ENDORSEMENT);
        assertThat(desk.view(admin, batch).members().get(2).struck())
                .isNotNull()
                .satisfies(one -> assertThat(one.reason()).startsWith("Sedang tugas belajar"));
        assertThat(inbox(teachers.get(2))).contains("collective-struck");
        assertThat(inbox(teachers.getFirst())).contains("collective-submitted");
        assertThat(audit.historyOf(town.government, "collective-batch", batch.value()))
                .extracting(AuditEntry::command)
                .containsExactly(
                        "enrollment.prepare-many",
                        "enrollment.ask-many-letters",
                        "enrollment.give-list",
                        "enrollment.give-list");
        assertThat(audit.historyOf(town.government, "application", first.id().value()))
                .extracting(AuditEntry::command)
                .contains("enrollment.submit-confirmed");

        assertThat(confirm(teachers.get(3), batch))
                .as("whoever confirms after the letters submits at once")
                .isInstanceOf(ApplicationDesk.Submission.Submitted.class);
    }

    @Test
    @Article({"MDN-1.12", "MDN-10(3)a", "MDN-10(3)b"})
    void a_list_is_given_by_the_right_held_on_the_day_one_letter_for_each_right()
            throws IOException {
        PersonId eka = town.enter("Eka Putri", EmploymentClass.PNS, "Analis Kurikulum");
        register.enter(
                town.government,
                new NewHolding(
                        posts.leading(town.government, town.education).orElseThrow().id(),
                        town.superior,
                        HeadshipKind.PLT,
                        "800/7/2026",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 1),
                        null,
                        false,
                        true),
                UUID.randomUUID());
        CollectiveBatchId batch = prepare(teachers.get(0), teachers.get(1), eka);
        desk.askLetters(admin, batch);

        ListGiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.superior, clock.instant(), Role.PERSON),
                        batch,
                        others(batch, null),
                        List.of(),
                        "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Given.class,
                        given ->
                                assertThat(given.letters())
                                        .extracting(
                                                ListGiverDesk.Letter::kind,
                                                one -> one.right().title(),
                                                ListGiverDesk.Letter::people)
                                        .containsExactlyInAnyOrder(
                                                tuple(
                                                        Endorsement.Kind.RECOMMENDATION,
                                                        "Kepala SMP Negeri 4",
                                                        2),
                                                tuple(
                                                        Endorsement.Kind.RECOMMENDATION,
                                                        "Plt. Kepala Dinas Pendidikan",
                                                        1),
                                                tuple(
                                                        Endorsement.Kind.COVER_LETTER,
                                                        "Plt. Kepala Dinas Pendidikan",
                                                        3)));
        Dossier of =
                desk.view(admin, batch).members().stream()
                        .filter(member -> member.person().equals(eka))
                        .map(member -> enrollment.dossier(town.government, member.application()))
                        .findFirst()
                        .orElseThrow();
        String right =
                "sebagai Plt. Kepala Dinas Pendidikan berdasarkan keputusan nomor 800/7/2026,"
                        + " sejak 1 November 2026";
        assertThat(rights.of(town.government, of.id(), Locale.of("id", "ID")).values())
                .containsExactlyInAnyOrder(
                        right,
                        right.replace("Pendidikan berd", "Pendidikan, atasan langsung berd"));
        Endorsement cover = of.endorsement(Endorsement.Kind.COVER_LETTER).orElseThrow();
        assertThat(
                        new PDFTextStripper()
                                .getText(
                                        Loader.loadPDF(archive.read(town.government, cover.file())))
                                .replaceAll("\\s+", " "))
                .as("the signature block says by which decree")
                .contains(right);
    }

    @Test
    @Article("MDN-10(3)b")
    void a_list_goes_whole_to_the_successor_of_a_post_who_gives_one_letter_and_is_told_once() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        PersonId successor = town.enter("Endah Wahyuni", EmploymentClass.PNS, "Sekretaris Dinas");
        var leading = posts.leading(town.government, town.education).orElseThrow();

        register.enter(
                town.government,
                new NewHolding(
                        leading.id(),
                        successor,
                        HeadshipKind.PLH,
                        "800/8/2026",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 1),
                        null,
                        false,
                        true),
                UUID.randomUUID());

        Actor acting = town.as(successor, clock.instant(), Role.PERSON);
        assertThat(givers.task(acting, batch).names()).hasSize(4);
        assertThat(inbox(successor)).containsOnlyOnce("collective-letters-moved");
        assertThat(inbox(town.head)).containsOnlyOnce("collective-letters-moved-away");
        assertThatThrownBy(() -> givers.task(town.as(town.head), batch))
                .isInstanceOf(NotFound.class);
        assertThat(givers.give(acting, batch, others(batch, null), List.of(), ""))
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Given.class,
                        given -> {
                            assertThat(given.people()).isEqualTo(4);
                            assertThat(given.letters()).hasSize(1);
                        });
    }

    @Test
    @Article("MDN-10(3)b")
    void a_list_goes_whole_to_the_deputy_of_a_superior_on_leave() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        PersonId deputy =
                town.enter("Fitri Handayani", EmploymentClass.PNS, "Wakil Kepala Sekolah");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta"));
        absences.enter(
                town.government,
                new NewAbsence(town.superior, today, today.plusDays(9), deputy, "800/1/2026"),
                UUID.randomUUID());

        reminders.run(town.government);
        reminders.run(town.government);

        assertThat(givers.task(town.as(deputy), batch).names()).hasSize(4);
        assertThat(inbox(deputy)).containsExactly("collective-letters-moved");
        assertThatThrownBy(() -> givers.task(town.as(town.superior), batch))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_struck_out_without_a_reason() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        ApplicationId struck = application(batch, 0);

        ListGiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.head, clock.instant(), Role.PERSON),
                        batch,
                        others(batch, struck),
                        List.of(new ListGiverDesk.Strike(struck, "tidak")),
                        "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("collective.strike-reason"));
        assertThat(members(batch, CollectiveMember.Standing.STRUCK)).isEmpty();
    }

    @Test
    void nobody_is_given_a_letter_and_struck_out_at_once() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        ApplicationId both = application(batch, 0);

        ListGiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.head, clock.instant(), Role.PERSON),
                        batch,
                        others(batch, null),
                        List.of(
                                new ListGiverDesk.Strike(both, "Sedang tugas belajar."),
                                new ListGiverDesk.Strike(both, "tidak")),
                        "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly(
                                                "collective.named-and-struck",
                                                "collective.strike-reason",
                                                "collective.named-and-struck"));
        assertThat(members(batch, CollectiveMember.Standing.STRUCK)).isEmpty();
        assertThat(dossier(batch, 1).endorsements()).isEmpty();
    }

    @Test
    @Article("MDN-10(3)b")
    void a_superior_who_is_one_no_longer_strikes_nobody_out() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        ApplicationId kept = application(batch, 0);
        people.nameSuperior(
                town.government,
                teachers.getFirst(),
                town.head,
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                null);

        ListGiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.superior, clock.instant(), Role.PERSON),
                        batch,
                        Set.of(),
                        List.of(
                                new ListGiverDesk.Strike(
                                        kept, "Sedang tugas belajar sampai tahun depan.")),
                        "");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ListGiverDesk.Outcome.Given.class,
                        given -> {
                            assertThat(given.struck()).isZero();
                            assertThat(given.dropped()).hasSize(1);
                        });
        assertThat(members(batch, CollectiveMember.Standing.STRUCK)).isEmpty();
        assertThat(audit.historyOf(town.government, "collective-batch", batch.value()))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.outcome()).isEqualTo("NONE");
                    assertThat(entry.canonical()).contains("\"struck\":[]");
                });
    }

    @Test
    void giving_needs_the_second_factor_and_only_those_who_are_asked_give() {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);

        assertThatThrownBy(() ->
                        givers.give(town.as(town.head), batch, others(batch, null), List.of(), ""))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
        assertThatThrownBy(() -> givers.task(town.as(town.teacher), batch))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> givers.task(admin, batch)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_change_after_confirming_takes_the_confirmation_back() throws IOException {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        confirm(teachers.getFirst(), batch);
        Actor ani = town.as(teachers.getFirst());
        Dossier dossier = dossier(batch, 0);
        applications.save(
                ani,
                dossier.id(),
                dossier.version(),
                new ApplicationDesk.Fields(
                        Set.of(IntendedUse.DIGITAL_SIGNATURE),
                        Set.of(Duty.LETTER, Duty.MAIL),
                        "",
                        String.valueOf(dossier.officialEmail())));

        recommend(batch);
        givers.give(
                town.as(town.head, clock.instant(), Role.PERSON),
                batch,
                others(batch, null),
                List.of(),
                "");

        assertThat(dossier(batch, 0).state()).isEqualTo(ApplicationState.ENDORSEMENT);
        assertThat(members(batch, CollectiveMember.Standing.TO_CONFIRM)).hasSize(4);
    }

    @Test
    void whoever_breaks_off_in_the_middle_leaves_nothing_behind() {
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                town.government,
                                () -> {
                                    prepare(teachers.toArray(PersonId[]::new));
                                    throw new IllegalStateException("power failure");
                                }))
                .hasMessage("power failure");
        assertThat(batches.list(town.government, admin.person(), "", true, null, 10)).isEmpty();
        assertThat(inbox(teachers.getFirst())).isEmpty();

        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        desk.askLetters(admin, batch);
        assertThatThrownBy(() ->
                        transactions.inTenant(
                                town.government,
                                () -> {
                                    recommend(batch);
                                    throw new IllegalStateException("power failure");
                                }))
                .hasMessage("power failure");
        assertThat(dossier(batch, 0).endorsements()).isEmpty();
        recommend(batch);
        assertThat(dossier(batch, 0).endorsement(Endorsement.Kind.RECOMMENDATION))
                .get()
                .extracting(Endorsement::number)
                .as("the number of the letter that was never given is used now")
                .asString()
                .startsWith("REK/0001/");
    }

    @Test
    void reminders_go_to_those_who_have_not_confirmed_and_not_twice_a_morning() throws IOException {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        confirm(teachers.getFirst(), batch);

        assertThat(desk.remind(admin, batch)).isEqualTo(3);
        assertThat(desk.remind(admin, batch)).isZero();
        clock.advance(Duration.ofHours(13));
        assertThat(desk.remind(admin, batch)).isEqualTo(3);
        assertThat(inbox(teachers.getFirst())).doesNotContain("collective-reminder");
    }

    @Test
    @Article({"MDN-10(3)a", "MDN-10(3)b"})
    void one_scan_is_attached_to_all_whose_giver_it_names() throws IOException {
        people.nameSuperior(
                town.government, teachers.get(3), town.head, LocalDate.of(2024, 2, 1), null);
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));

        CollectiveScans.Outcome outcome =
                scans.attach(
                        admin,
                        batch,
                        Endorsement.Kind.RECOMMENDATION,
                        new LetterDesk.ScanFields(
                                "421/17/2026",
                                "2026-11-20",
                                "Bambang Sutejo, S.Pd.",
                                "Kepala SMP Negeri 4"),
                        others(batch, null),
                        "surat.png",
                        () -> new ByteArrayInputStream(card()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CollectiveScans.Outcome.Attached.class,
                        attached -> {
                            assertThat(attached.people()).isEqualTo(3);
                            assertThat(attached.others()).hasSize(1);
                        });
        assertThat(dossier(batch, 0).endorsements())
                .extracting(Endorsement::letter)
                .isEqualTo(
                        dossier(batch, 1).endorsements().stream()
                                .map(Endorsement::letter)
                                .toList());
        assertThat(dossier(batch, 3).endorsements()).isEmpty();
    }

    @Test
    @Article("MDN-10(3)a")
    void a_scan_serves_only_the_names_that_stand_in_it_and_they_are_told() throws IOException {
        CollectiveBatchId batch = prepare(teachers.toArray(PersonId[]::new));
        LetterDesk.ScanFields fields =
                new LetterDesk.ScanFields(
                        "421/18/2026", "2026-11-20", "Sri Rahayu, M.Pd.", "Kepala Dinas");

        assertThat(scan(batch, fields, Set.of()))
                .isInstanceOfSatisfying(
                        CollectiveScans.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("collective.nobody-named"));
        assertThat(scan(batch, fields, others(batch, dossier(batch, 0).id())))
                .isInstanceOfSatisfying(
                        CollectiveScans.Outcome.Attached.class,
                        attached -> assertThat(attached.people()).isEqualTo(3));

        assertThat(dossier(batch, 0).endorsements()).isEmpty();
        assertThat(dossier(batch, 1).endorsements())
                .extracting(Endorsement::number)
                .containsExactly("421/18/2026");
        assertThat(inbox(teachers.getFirst())).doesNotContain("collective-given");
        assertThat(inbox(teachers.get(1))).contains("collective-given");
    }

    private CollectiveScans.Outcome scan(
            CollectiveBatchId batch, LetterDesk.ScanFields fields, Set<ApplicationId> named)
            throws IOException {
        return scans.attach(
                admin,
                batch,
                Endorsement.Kind.COVER_LETTER,
                fields,
                named,
                "surat.png",
                () -> new ByteArrayInputStream(card()));
    }

    private void recommend(CollectiveBatchId batch) {
        givers.give(
                town.as(town.superior, clock.instant(), Role.PERSON),
                batch,
                others(batch, null),
                List.of(),
                "Menandatangani rapor.");
    }

    private CollectiveBatchId prepare(PersonId... chosen) {
        CollectiveDesk.Preparing outcome =
                desk.prepare(admin, WISH, new LinkedHashSet<>(List.of(chosen)));
        if (outcome instanceof CollectiveDesk.Preparing.Prepared prepared) {
            return prepared.batch();
        }
        throw new AssertionError("not prepared: " + outcome);
    }

    private ApplicationDesk.Submission confirm(PersonId who, CollectiveBatchId batch)
            throws IOException {
        clock.advance(Duration.ofSeconds(1));
        Actor actor = town.as(who);
        ApplicationId id =
                desk.view(admin, batch).members().stream()
                        .filter(member -> member.person().equals(who))
                        .findFirst()
                        .orElseThrow()
                        .application();
        Dossier dossier = enrollment.dossier(town.government, id);
        applications.save(
                actor,
                id,
                dossier.version(),
                new ApplicationDesk.Fields(
                        dossier.uses(),
                        dossier.duties(),
                        dossier.purpose(),
                        town.address("guru" + teachers.indexOf(who))));
        mailbox.sendCode(actor, id);
        mailbox.confirmCode(actor, id, town.mailedCode());
        papers.addPaper(
                actor,
                id,
                DossierPaper.IDENTITY_CARD,
                "ktp.png",
                () -> new ByteArrayInputStream(card()));
        ApplicationDesk.Submission outcome =
                applications.submit(
                        actor, id, enrollment.dossier(town.government, id).version(), "Benar.");
        if (outcome instanceof ApplicationDesk.Submission.Refused refused) {
            throw new AssertionError(refused.findings().toString());
        }
        return outcome;
    }

    private List<CollectiveMember> members(
            CollectiveBatchId batch, CollectiveMember.Standing standing) {
        return desk.view(admin, batch).members().stream()
                .filter(member -> member.standing() == standing)
                .toList();
    }

    private ApplicationId application(CollectiveBatchId batch, int place) {
        return desk.view(admin, batch).members().get(place).application();
    }

    private Dossier dossier(CollectiveBatchId batch, int place) {
        return enrollment.dossier(town.government, application(batch, place));
    }

    private Set<ApplicationId> others(CollectiveBatchId batch, ApplicationId struck) {
        Set<ApplicationId> all = new LinkedHashSet<>();
        desk.view(admin, batch).members().forEach(member -> all.add(member.application()));
        all.remove(struck);
        return all;
    }

    private List<String> inbox(PersonId person) {
        return transactions.inTenant(
                town.government,
                () ->
                        jdbc.sql("select message_key from inbox_message where person = :person")
                                .param("person", person.value())
                                .query(String.class)
                                .list());
    }

    private String nip(PersonId person) {
        return String.valueOf(people.get(town.government, person).nip());
    }

    private PersonId enterElsewhere() {
        return people.enter(
                town.government,
                new NewPerson(
                        new PersonName("", "Fajar Nugroho", "S.Kom."),
                        EmploymentClass.PNS,
                        "3577015203850091",
                        "198503122010012091",
                        null,
                        town.raOffice,
                        "Pranata Komputer",
                        "Penata (III/c)"),
                SINCE,
                null);
    }

    private static byte[] card() throws IOException {
        BufferedImage picture = new BufferedImage(1000, 630, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1000; x++) {
            for (int y = 0; y < 630; y++) {
                picture.setRGB(x, y, (x * 31 + y * 17) & 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
