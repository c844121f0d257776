package id.pamong.lifecycle.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.counter.CounterDesk.Handed;
import id.pamong.lifecycle.counter.CounterDesk.Receiving;
import id.pamong.lifecycle.enrollment.ApplicationDesk;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.ApplicationState;
import id.pamong.lifecycle.enrollment.Dossier;
import id.pamong.lifecycle.enrollment.DossierPaper;
import id.pamong.lifecycle.enrollment.Endorsement;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.LetterDesk;
import id.pamong.office.archive.Archive;
import id.pamong.office.archive.SamplePapers;
import id.pamong.office.archive.ShelfPlace;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Permissions;
import id.pamong.office.identity.Role;
import id.pamong.office.identity.Scope;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class CounterTest {

    @Autowired private BeanFactory beans;
    @Autowired private CounterDesk desk;
    @Autowired private CounterLists lists;
    @Autowired private LocalGovernments governments;
    @Autowired private Permissions permissions;
    @Autowired private CounterKeying keying;
    @Autowired private CounterFiles files;
    @Autowired private Enrollment enrollment;
    @Autowired private Archive archive;
    @Autowired private People people;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Town town;
    private Actor rina;
    private PaperFile paper;

    @BeforeEach
    void open() {
        clock.reset();
        town = new Town(beans);
        PersonId officer = town.enter("Rina Kartika", EmploymentClass.PNS, "Pranata Komputer");
        rina = town.as(officer, null, Role.PERSON, Role.RA_OFFICER);
        paper = new PaperFile(beans, town, rina, town.teacher);
    }

    @UnderEachLaw
    @Article({"MDN-10(1)", "MDN-11(4)", "CJR-11(1)", "CJR-12(4)"})
    void a_file_on_paper_goes_from_the_receipt_to_the_queue_and_leaves_its_trail()
            throws java.io.IOException {
        ApplicationId application = paper.submitted(town.address("siti.aminah"));

        Dossier dossier = enrollment.dossier(town.government, application);
        assertThat(dossier.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(dossier.number()).startsWith("PMH/0001/");
        assertThat(dossier.applicant().person()).isEqualTo(town.teacher);
        assertThat(dossier.endorsements())
                .allMatch(letter -> letter.form() == Endorsement.Form.SCAN)
                .extracting(Endorsement::giver)
                .containsExactlyInAnyOrder(town.superior, town.head);
        DossierPaper form = dossier.paper(DossierPaper.APPLICATION_LETTER).orElseThrow();
        assertThat(form.pages()).isEqualTo(2);
        try (PDDocument part = Loader.loadPDF(archive.read(town.government, form.file()))) {
            assertThat(part.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(paper.file().number()).startsWith("TTB/0001/");
        assertThat(new String(desk.receipt(rina, paper.id), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThatThrownBy(() -> desk.picture(rina, paper.id, 6, 200))
                .isInstanceOf(Conflict.class)
                .hasMessage("counter.state");
        assertThat(files.hands(town.government, application, false)).containsExactly(rina.person());
        assertThat(files.awaitsConfirmation(town.government, application)).isTrue();
        assertThat(paper.file().deeds())
                .extracting(CounterDeed::deed)
                .containsExactly(
                        CounterDeed.Deed.RECEIVED,
                        CounterDeed.Deed.SCANNED,
                        CounterDeed.Deed.DIVIDED,
                        CounterDeed.Deed.KEYED,
                        CounterDeed.Deed.CERTIFIED,
                        CounterDeed.Deed.SUBMITTED);
        assertThat(audit.historyOf(town.government, "counter-file", paper.id.value()))
                .extracting(AuditEntry::command, AuditEntry::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("counter.receive", "RECEIVED"),
                        org.assertj.core.groups.Tuple.tuple("counter.scan", "SCANNED"),
                        org.assertj.core.groups.Tuple.tuple("counter.scan", "DIVIDED"),
                        org.assertj.core.groups.Tuple.tuple("counter.key", "KEYED"),
                        org.assertj.core.groups.Tuple.tuple("counter.certify", "CERTIFIED"),
                        org.assertj.core.groups.Tuple.tuple("counter.submit", "SUBMITTED"));
    }

    @Test
    void pages_are_seen_while_a_file_is_worked_on_and_the_trail_keeps_the_first_look() {
        paper.upToKeyed(town.address("siti.aminah"));

        assertThat(desk.picture(rina, paper.id, 6, 200)).startsWith((byte) 0x89, (byte) 'P');
        desk.picture(rina, paper.id, 5, 200);

        assertThat(audit.historyOf(town.government, "counter-file", paper.id.value()))
                .filteredOn(entry -> entry.command().equals("counter.scan-view"))
                .hasSize(1);
    }

    @Test
    void a_receipt_is_refused_with_every_finding_and_a_second_press_makes_no_second_one() {
        Handed wrong =
                new Handed(
                        "19671213",
                        Map.of("COVER_LETTER", "seratus"),
                        "x".repeat(101),
                        new ShelfPlace("R".repeat(41), "", ""),
                        false);
        assertThat(refused(desk.receive(rina, paper.id, wrong)))
                .containsExactlyInAnyOrder(
                        "counter.nobody",
                        "counter.sheets",
                        "counter.name-long",
                        "counter.place-long");
        assertThat(
                        refused(
                                desk.receive(
                                        rina,
                                        paper.id,
                                        new Handed("", Map.of(), "", ShelfPlace.NONE, false))))
                .contains("counter.no-papers");
        Handed own =
                new Handed(
                        Objects.requireNonNull(people.get(town.government, rina.person()).nip()),
                        Map.of("COVER_LETTER", "1"),
                        "",
                        ShelfPlace.NONE,
                        false);
        assertThat(refused(desk.receive(rina, paper.id, own)))
                .containsExactly("counter.own-papers");

        paper.received();
        paper.received();

        assertThat(listed(town, "")).hasSize(1);
    }

    @Test
    void a_scan_that_cannot_be_divided_is_refused_and_says_why() {
        paper.received();

        assertThat(codes(paper.scanned(SamplePapers.png(300, 200))))
                .containsExactly("counter.scan-not-pdf");
        assertThat(codes(paper.scanned(SamplePapers.signedPdf())))
                .containsExactly("counter.scan-signed");
        assertThat(codes(paper.scanned(SamplePapers.lockedPdf())))
                .containsExactly("paper.encrypted");
        byte[] whole = SamplePapers.pdf(2);
        assertThat(codes(paper.scanned(java.util.Arrays.copyOf(whole, whole.length / 2))))
                .containsExactly("paper.truncated");
        assertThat(codes(paper.scanned(SamplePapers.pdfBomb())))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("paper.");
        assertThat(codes(paper.scanned("bukan pdf".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("paper.not-a-paper");
        assertThat(codes(paper.scanned(SamplePapers.pdf(51))))
                .containsExactly("paper.too-many-pages");
        assertThat(paper.file().state()).isEqualTo(CounterState.RECEIVED);
    }

    @Test
    void pages_that_do_not_add_up_are_refused_and_a_new_scan_must_be_divided_anew() {
        paper.received();
        paper.scanned(SamplePapers.pdf(6));

        assertThat(codes(paper.divided(PaperFile.PAGES, ""))).containsExactly("counter.pages-left");
        assertThat(codes(paper.divided(Map.of(), "1-6"))).containsOnly("counter.range-missing");
        assertThat(paper.file().state()).isEqualTo(CounterState.SCANNED);
        assertThat(paper.divided(PaperFile.PAGES, "6")).isEmpty();

        paper.scanned(SamplePapers.pdf(5));

        assertThat(paper.file().papers()).allMatch(one -> one.part() == null);
        assertThatThrownBy(() -> paper.keyed(town.address("siti.aminah")))
                .isInstanceOf(Conflict.class);
        assertThat(paper.divided(PaperFile.PAGES, "")).isEmpty();
    }

    @Test
    void what_stands_wrongly_on_a_letter_is_named_and_nothing_is_kept() {
        paper.received();
        paper.scanned(SamplePapers.pdf(6));
        paper.divided(PaperFile.PAGES, "6");

        assertThat(
                        codes(
                                paper.keyed(
                                        town.address("siti.aminah"),
                                        new LetterDesk.ScanFields("", "2030-01-01", "", ""))))
                .containsExactlyInAnyOrder(
                        "enrollment.letter-number",
                        "enrollment.letter-giver",
                        "enrollment.letter-in-future");
        assertThat(paper.file().state()).isEqualTo(CounterState.DIVIDED);
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void an_unproved_address_holds_the_submission_and_nothing_else() {
        paper.received();
        paper.scanned(SamplePapers.pdf(6));
        paper.divided(PaperFile.PAGES, "6");
        paper.keyed(town.address("siti.aminah"));
        assertThat(keying.certify(rina, paper.id, paper.file().version(), false, false))
                .extracting(Finding::code)
                .containsExactly("counter.not-compared", "counter.not-declared");
        paper.certified();

        assertThat(codes(paper.submit())).containsExactly("counter.email-not-proved");
        assertThat(paper.file().state()).isEqualTo(CounterState.CERTIFIED);
    }

    @UnderEachLaw
    @Article({"MDN-11(4)", "CJR-12(4)"})
    void what_changed_after_the_true_copy_mark_is_not_submitted_under_it() {
        paper.upToKeyed(town.address("siti.aminah"));
        paper.certified();
        changeOnline("Rapor dan ijazah");

        assertThat(codes(paper.submit())).containsExactly("counter.changed-since-keyed");
        assertThat(paper.file().state()).isEqualTo(CounterState.CERTIFIED);
        assertThat(dossier().state()).isEqualTo(ApplicationState.DRAFT);

        paper.prove();
        paper.corrected(town.address("siti.aminah"));
        assertThat(dossier().state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(dossier().purpose()).isEqualTo("Rapor");
    }

    @UnderEachLaw
    @Article({"MDN-11(4)", "CJR-12(4)"})
    void what_changed_after_it_was_keyed_is_not_marked_as_a_true_copy() {
        paper.upToKeyed(town.address("siti.aminah"));
        changeOnline("Rapor dan ijazah");

        assertThat(codes(paper.certified())).containsExactly("counter.changed-since-keyed");
        assertThat(paper.file().state()).isEqualTo(CounterState.KEYED);
    }

    @Test
    void an_address_proved_after_the_mark_leaves_the_mark_standing() {
        paper.upToKeyed(town.address("siti.aminah"));
        paper.certified();
        paper.prove();

        assertThat(paper.submit()).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-17a", "CJR-18a"})
    void every_file_of_an_application_awaits_its_own_confirmation() {
        PersonId joko = town.enter("Joko Prasetyo", EmploymentClass.PNS, "Pranata Komputer");
        paper.received();
        clock.advance(java.time.Duration.ofMinutes(5));
        PaperFile newer =
                new PaperFile(
                        beans,
                        town,
                        town.as(joko, null, Role.PERSON, Role.RA_OFFICER),
                        town.teacher);
        ApplicationId application = newer.submitted(town.address("siti.aminah"));
        Actor applicant = town.as(town.teacher);
        files.confirmed(applicant, application, dossier(application).sha256());
        assertThat(files.awaitsConfirmation(town.government, application)).isFalse();
        beans.getBean(ApplicationDesk.class)
                .amend(applicant, application, dossier(application).version());
        clock.advance(java.time.Duration.ofMinutes(5));

        paper.scanned(SamplePapers.pdf(6));
        paper.divided(PaperFile.PAGES, "6");
        paper.keyed(town.address("siti.aminah"));

        assertThat(files.awaitsConfirmation(town.government, application)).isTrue();
        assertThat(files.of(town.government, application).orElseThrow().id()).isEqualTo(paper.id);
        assertThat(files.hands(town.government, application, false))
                .containsExactlyInAnyOrder(rina.person(), joko);
        files.confirmed(applicant, application, dossier(application).sha256());
        assertThat(files.awaitsConfirmation(town.government, application)).isFalse();
    }

    private Dossier dossier() {
        return dossier(Objects.requireNonNull(paper.file().application()));
    }

    private Dossier dossier(ApplicationId application) {
        return enrollment.dossier(town.government, application);
    }

    /** The applicant writes into the application from the own account. */
    private void changeOnline(String purpose) {
        Dossier now = dossier();
        beans.getBean(ApplicationDesk.class)
                .save(
                        town.as(town.teacher),
                        now.id(),
                        now.version(),
                        new ApplicationDesk.Fields(
                                now.uses(), now.duties(), purpose, town.address("siti.aminah")));
    }

    @Test
    void a_file_whose_application_is_being_verified_is_only_shelved() {
        paper.submitted(town.address("siti.aminah"));
        PaperFile second = new PaperFile(beans, town, rina, town.teacher);
        second.received();
        second.scanned(SamplePapers.pdf(6));
        second.divided(PaperFile.PAGES, "6");

        assertThat(codes(second.keyed(town.address("siti.aminah"))))
                .containsExactly("counter.under-way");
        assertThat(desk.shelve(rina, second.id, new ShelfPlace("R-9", "", ""))).isEmpty();
    }

    @Test
    void a_submitted_file_and_a_stale_page_change_nothing() {
        paper.received();
        int version = paper.file().version();
        paper.scanned(SamplePapers.pdf(6));
        assertThatThrownBy(() ->
                        beans.getBean(CounterScans.class)
                                .divide(rina, paper.id, version, PaperFile.PAGES, "6"))
                .isInstanceOf(Conflict.class)
                .hasMessage("stale");
        paper.divided(PaperFile.PAGES, "6");
        assertThatThrownBy(() -> paper.certified())
                .isInstanceOf(Conflict.class)
                .hasMessage("counter.state");
    }

    @UnderEachLaw
    @Article({"MDN-11(4)", "CJR-12(4)"})
    void the_paper_is_found_by_its_shelf_place_its_receipt_its_name_and_its_number() {
        paper.received();
        String nip = Objects.requireNonNull(people.get(town.government, town.teacher).nip());

        for (String wanted : List.of("m-204", "B-17", "R-03", "ttb/0001", "aminah", nip)) {
            assertThat(listed(town, wanted)).as(wanted).hasSize(1);
        }
        assertThat(listed(town, "M-205")).isEmpty();
        assertThat(listed(town, "%")).isEmpty();
        assertThat(desk.shelve(rina, paper.id, new ShelfPlace("", " ", "")))
                .extracting(Finding::code)
                .containsExactly("counter.place-missing");
        assertThat(desk.shelve(rina, paper.id, new ShelfPlace("", "", "M-205"))).isEmpty();
        assertThat(listed(town, "M-205")).hasSize(1);
        assertThat(desk.view(rina, paper.id).place().rack()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "MAIL_ADMINISTRATOR"})
    void every_other_role_is_refused(Role role) {
        paper.received();
        Actor other = town.as(town.superior, clock.instant(), Role.PERSON, role);

        assertThat(permissions.allows(other, "counter.list", "*", Set.of(Scope.ANY))).isFalse();
        assertThatThrownBy(() -> desk.find(other, "1")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.view(other, paper.id)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.picture(other, paper.id, 1, 100))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.receive(other, paper.id, paper.handed()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void an_auditor_looks_and_changes_nothing() {
        paper.received();
        Actor auditor = town.as(town.head, clock.instant(), Role.PERSON, Role.AUDITOR);

        assertThat(desk.view(auditor, paper.id).file().number()).startsWith("TTB/");
        assertThatThrownBy(() -> desk.picture(auditor, paper.id, 1, 100))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.shelve(auditor, paper.id, new ShelfPlace("R", "", "")))
                .isInstanceOf(Forbidden.class);
    }

    private List<CounterLists.Row> listed(Town where, String text) {
        return lists.list(
                governments.get(where.government),
                new CounterLists.Wanted(text, null, null, null, true),
                null,
                50);
    }

    @Test
    void the_head_looks_and_changes_nothing_and_nobody_handles_their_own_file() {
        paper.received();
        Actor head = town.as(town.head, clock.instant(), Role.PERSON, Role.RA_HEAD);
        assertThat(desk.view(head, paper.id).file().number()).startsWith("TTB/");
        assertThatThrownBy(() -> desk.shelve(head, paper.id, new ShelfPlace("R", "", "")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.picture(head, paper.id, 1, 100))
                .isInstanceOf(Forbidden.class);
        Actor applicant = town.as(town.teacher, clock.instant(), Role.PERSON, Role.RA_OFFICER);
        assertThatThrownBy(() -> desk.view(applicant, paper.id)).isInstanceOf(Forbidden.class);
    }

    @Test
    void another_local_governments_file_does_not_exist() {
        paper.received();
        Town other = new Town(beans);
        Actor stranger = other.as(other.head, clock.instant(), Role.PERSON, Role.RA_OFFICER);

        assertThatThrownBy(() -> desk.view(stranger, paper.id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.receipt(stranger, paper.id)).isInstanceOf(NotFound.class);
        assertThat(listed(other, "TTB")).isEmpty();
        assertThatThrownBy(() -> desk.view(rina, new CounterFileId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    private static List<String> refused(Receiving outcome) {
        return outcome instanceof Receiving.Refused(List<Finding> findings)
                ? codes(findings)
                : List.of();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
