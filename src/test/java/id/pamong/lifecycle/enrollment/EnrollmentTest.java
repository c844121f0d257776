package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.enrollment.ApplicationDesk.Fields;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Submission;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.office.audit.AuditEntry;
import id.pamong.office.audit.AuditTrail;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.DataUpdates;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.ServiceEnd;
import id.pamong.office.refusal.Conflict;
import id.pamong.office.refusal.Forbidden;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.Law;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import id.pamong.testkit.UnderEachLaw;
import id.pamong.testkit.WaitingMails;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class EnrollmentTest {
    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private MailboxStep mailbox;
    @Autowired private DossierPapers papers;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private Enrollment enrollment;
    @Autowired private Unmasking unmasking;
    @Autowired private AuditTrail audit;
    @Autowired private MutableClock clock;

    private Town town;
    private Actor siti;

    @BeforeEach
    void found() {
        clock.reset();
        town = new Town(beans);
        siti = town.as(town.teacher);
    }

    @UnderEachLaw
    @Article({
        "MDN-10(1)",
        "MDN-10(3)",
        "MDN-10(3)a",
        "MDN-10(3)b",
        "MDN-10(3)c",
        "MDN-10(3)d",
        "MDN-10(2)b",
        "MDN-17a",
        "CJR-11(1)",
        "CJR-11(3)",
        "CJR-11(3)a",
        "CJR-11(3)b",
        "CJR-11(3)c",
        "CJR-11(3)d",
        "CJR-18a"
    })
    void a_complete_application_goes_from_the_draft_to_the_queue() throws IOException {
        ApplicationId id = complete(siti);

        Submission outcome = desk.submit(siti, id, version(id), "Benar.");

        assertThat(outcome).isInstanceOf(Submission.Submitted.class);
        Dossier dossier = enrollment.dossier(town.government, id);
        assertThat(dossier.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(dossier.number()).startsWith("PMH/0001/");
        assertThat(dossier.paper("APPLICATION_LETTER")).isPresent();
        assertThat(dossier.endorsements())
                .extracting(Endorsement::giver)
                .containsExactlyInAnyOrder(town.superior, town.head);
        assertThat(dossier.sha256()).matches("[0-9a-f]{64}");
        assertThat(audit.historyOf(town.government, "application", id.value()))
                .extracting(AuditEntry::command)
                .containsExactly(
                        "enrollment.start",
                        "enrollment.save",
                        "enrollment.prove-email",
                        "enrollment.prove-email",
                        "enrollment.add-paper",
                        "enrollment.ask-letters",
                        "enrollment.recommend",
                        "enrollment.cover",
                        "enrollment.submit");
    }

    @UnderEachLaw
    @Article({
        "MDN-10(3)",
        "MDN-10(3)a",
        "MDN-10(3)b",
        "MDN-10(3)c",
        "MDN-10(3)d",
        "MDN-17a",
        "MDN-7(5)a",
        "MDN-8(1)b",
        "CJR-11(3)",
        "CJR-11(3)a",
        "CJR-11(3)b",
        "CJR-11(3)c",
        "CJR-11(3)d",
        "CJR-18a",
        "CJR-8(5)a",
        "CJR-9(1)b"
    })
    void an_empty_application_is_refused_with_every_finding_and_its_clause_at_once() {
        ApplicationId id = desk.start(siti);
        save(siti, id, new Fields(Set.of(), Set.of(), "", ""));

        Submission outcome = desk.submit(siti, id, version(id), "");

        assertThat(outcome).isInstanceOf(Submission.Refused.class);
        List<Finding> findings = ((Submission.Refused) outcome).findings();
        assertThat(findings)
                .extracting(Finding::code)
                .contains(
                        "enrollment.use-missing",
                        "enrollment.duty-missing",
                        "email.missing",
                        "enrollment.identity-card-missing",
                        "enrollment.recommendation-missing",
                        "enrollment.cover-letter-missing",
                        "enrollment.not-declared");
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.citations())
                                .isNotEmpty()
                                .noneMatch(clause -> clause.id().startsWith("MDN-10(4)"))
                                .noneMatch(clause -> clause.id().startsWith("MDN-10(5)")));
        assertThat(enrollment.dossier(town.government, id).state())
                .isEqualTo(ApplicationState.DRAFT);
    }

    @UnderEachLaw
    @Article({"MDN-7(2)", "CJR-8(2)"})
    void who_has_left_service_cannot_submit_however_complete_the_application_is()
            throws IOException {
        ApplicationId id = complete(siti);
        LocalDate today =
                beans.getBean(LocalGovernments.class)
                        .get(town.government)
                        .dateAt(beans.getBean(Clock.class).instant());
        assertThat(
                        beans.getBean(DataUpdates.class)
                                .leave(
                                        town.government,
                                        siti.person(),
                                        new ServiceEnd(
                                                ServiceEnd.Kind.DISMISSAL,
                                                today.minusDays(1),
                                                "888/9/2026",
                                                today,
                                                "Putusan yang sudah tetap"),
                                        UUID.randomUUID()))
                .isEmpty();

        Submission outcome = desk.submit(siti, id, version(id), "Benar.");

        assertThat(((Submission.Refused) outcome).findings())
                .extracting(Finding::code)
                .contains("subscriber.not-in-service");
        assertThat(enrollment.dossier(town.government, id).state())
                .isEqualTo(ApplicationState.ENDORSEMENT);
    }

    @Test
    void a_use_that_no_product_of_the_authority_serves_cannot_be_submitted() {
        ApplicationId id = desk.start(siti);
        for (Set<IntendedUse> uses :
                List.of(
                        Set.of(IntendedUse.EMAIL_PROTECTION),
                        Set.of(IntendedUse.DIGITAL_SIGNATURE, IntendedUse.EMAIL_PROTECTION))) {
            save(siti, id, new Fields(uses, Set.of(), "", ""));

            Submission outcome = desk.submit(siti, id, version(id), "");

            assertThat(((Submission.Refused) outcome).findings())
                    .extracting(Finding::code)
                    .contains("enrollment.use-not-enabled");
        }
    }

    @Test
    void a_second_start_leads_to_the_open_application() {
        assertThat(desk.start(siti)).isEqualTo(desk.start(siti));
    }

    @Test
    void another_persons_application_does_not_exist() {
        ApplicationId id = desk.start(siti);
        Actor other = town.as(town.enter("Orang Lain", EmploymentClass.PNS, "Guru"));

        assertThatThrownBy(() -> desk.view(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.withdraw(other, id, 0)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> givers.task(other, id, Endorsement.Kind.RECOMMENDATION))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void another_local_governments_application_does_not_exist() {
        ApplicationId id = desk.start(siti);
        Town other = new Town(beans);

        assertThat(enrollment.find(other.government, id)).isEmpty();
    }

    @Test
    void what_was_changed_elsewhere_is_not_overwritten() {
        ApplicationId id = desk.start(siti);
        int version = version(id);
        save(siti, id, fields(town.address("siti")));

        assertThatThrownBy(() -> desk.save(siti, id, version, fields(town.address("lain"))))
                .isInstanceOf(Conflict.class)
                .hasMessage("stale");
    }

    @Test
    void keeping_what_is_already_kept_changes_nothing() {
        ApplicationId id = desk.start(siti);
        save(siti, id, fields(town.address("siti")));
        int version = version(id);

        desk.save(siti, id, 0, fields("Siti@MadiunKota.go.id"));

        assertThat(version(id)).isEqualTo(version);
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void a_mailbox_outside_the_official_domains_gets_no_code() {
        ApplicationId id = desk.start(siti);
        save(siti, id, fields("siti@gmail.com"));

        assertThat(mailbox.sendCode(siti, id))
                .isInstanceOfSatisfying(
                        MailboxProofs.Sending.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("email.domain"));
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void a_wrong_code_costs_a_try_and_five_wrong_ones_end_the_code() {
        ApplicationId id = desk.start(siti);
        save(siti, id, fields(town.address("siti")));
        mailbox.sendCode(siti, id);
        String right = town.mailedCode();
        String wrong = right.startsWith("0") ? "10000000" : "00000000";

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(mailbox.confirmCode(siti, id, wrong))
                    .isInstanceOf(MailboxProofs.Proof.Refused.class);
        }

        assertThat(mailbox.confirmCode(siti, id, right))
                .isInstanceOf(MailboxProofs.Proof.Refused.class);
        assertThat(enrollment.dossier(town.government, id).emailConfirmedAt()).isNull();
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void a_changed_mailbox_is_told_to_the_old_and_to_the_new_one() {
        ApplicationId id = desk.start(siti);
        prove(siti, id, town.address("siti.lama"));
        WaitingMails mails = new WaitingMails(beans);
        assertThat(mails.mails(town.government, "mailbox-changed")).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        prove(siti, id, town.address("siti.baru"));

        assertThat(mails.mails(town.government, "mailbox-changed"))
                .extracting(mail -> mail.lines().filter(line -> line.startsWith("To:")).toList())
                .containsExactlyInAnyOrder(
                        List.of("To: " + town.address("siti.lama")),
                        List.of("To: " + town.address("siti.baru")));
    }

    @UnderEachLaw
    @Article({"MDN-10(3)c", "CJR-11(3)c"})
    void one_address_is_for_one_person() {
        ApplicationId id = desk.start(siti);
        prove(siti, id, town.address("sekolah"));
        PersonId budi = town.enter("Budi Santoso", EmploymentClass.PNS, "Guru");
        ApplicationId other = desk.start(town.as(budi));
        save(town.as(budi), other, fields(town.address("sekolah")));

        assertThat(mailbox.sendCode(town.as(budi), other))
                .isInstanceOfSatisfying(
                        MailboxProofs.Sending.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly("email.taken"));
    }

    @UnderEachLaw
    @Article({"MDN-10(3)d", "CJR-11(3)d"})
    void a_file_that_is_no_paper_is_refused_and_the_dossier_stays_as_it_was() throws IOException {
        ApplicationId id = desk.start(siti);

        DossierPapers.Adding outcome =
                papers.addPaper(
                        siti,
                        id,
                        DossierPaper.IDENTITY_CARD,
                        "ktp.pdf",
                        () ->
                                new ByteArrayInputStream(
                                        "bukan pdf"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DossierPapers.Adding.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .allSatisfy(finding ->
                                                assertThat(finding.citations())
                                                        .extracting("id")
                                                        .containsExactly(
                                                                Law.running()
                                                                        .clause(
                                                                                "10(3)d",
                                                                                "11(3)d"))));
        assertThat(enrollment.dossier(town.government, id).papers()).isEmpty();
    }

    @UnderEachLaw
    @Article({"MDN-10(3)b", "MDN-1.12", "CJR-11(3)b"})
    void a_letter_given_by_someone_without_the_right_is_refused() throws IOException {
        ApplicationId id = desk.start(siti);
        attach(id, Endorsement.Kind.RECOMMENDATION, "Siti Aminah");
        attach(id, Endorsement.Kind.COVER_LETTER, "Dra. Hj. SRI WAHYUNI, M.M.");

        List<Finding> findings = desk.findings(siti, desk.view(siti, id));

        assertThat(findings)
                .extracting(Finding::code)
                .contains("enrollment.giver-is-applicant", "enrollment.recommendation-giver")
                .doesNotContain(
                        "enrollment.cover-letter-giver", "enrollment.cover-letter-giver-unknown");
    }

    @UnderEachLaw
    @Article({"MDN-10(3)b", "CJR-11(3)b"})
    void a_giver_nobody_knows_is_left_to_the_officer() throws IOException {
        ApplicationId id = desk.start(siti);
        attach(id, Endorsement.Kind.RECOMMENDATION, "Orang Tak Dikenal");

        assertThat(desk.findings(siti, desk.view(siti, id)))
                .filteredOn(finding -> finding.code().endsWith("giver-unknown"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isBlocking()).isFalse());
    }

    @Test
    void a_scan_without_number_date_giver_and_file_names_all_four() throws IOException {
        ApplicationId id = desk.start(siti);

        LetterDesk.Outcome outcome =
                letters.attachScan(
                        siti,
                        id,
                        Endorsement.Kind.RECOMMENDATION,
                        new LetterDesk.ScanFields("", "kemarin", "", ""),
                        null,
                        null);

        assertThat(((LetterDesk.Outcome.Refused) outcome).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "enrollment.letter-number",
                        "enrollment.letter-giver",
                        "enrollment.letter-date",
                        "enrollment.scan-missing");
    }

    @UnderEachLaw
    @Article({"MDN-10(3)a", "CJR-11(3)a"})
    void one_cover_letter_introduces_two_applications() {
        Actor budi = town.as(town.enter("Budi Santoso", EmploymentClass.PNS, "Guru"));
        ApplicationId first = desk.start(siti);
        ApplicationId second = desk.start(budi);
        letters.ask(siti, first);
        letters.ask(budi, second);

        GiverDesk.Outcome outcome =
                givers.give(
                        town.as(town.head),
                        first,
                        Endorsement.Kind.COVER_LETTER,
                        "",
                        Set.of(second));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        GiverDesk.Outcome.Given.class,
                        given -> assertThat(given.applications()).isEqualTo(2));
        assertThat(cover(first).letter()).isEqualTo(cover(second).letter());
    }

    @UnderEachLaw
    @Article({"MDN-10(3)b", "CJR-11(3)b"})
    void only_the_superior_who_was_asked_recommends() {
        ApplicationId id = desk.start(siti);
        letters.ask(siti, id);

        assertThatThrownBy(() ->
                        givers.give(
                                town.as(town.head),
                                id,
                                Endorsement.Kind.RECOMMENDATION,
                                "",
                                Set.of()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> givers.give(siti, id, Endorsement.Kind.RECOMMENDATION, "", Set.of()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_superior_declines_with_a_reason_and_not_without() {
        ApplicationId id = desk.start(siti);
        letters.ask(siti, id);
        Actor superior = town.as(town.superior);

        assertThat(givers.decline(superior, id, Endorsement.Kind.RECOMMENDATION, "tidak"))
                .isInstanceOf(GiverDesk.Outcome.Refused.class);
        assertThat(
                        givers.decline(
                                superior,
                                id,
                                Endorsement.Kind.RECOMMENDATION,
                                "Sedang pindah tugas ke sekolah lain."))
                .isInstanceOf(GiverDesk.Outcome.Declined.class);
        assertThat(givers.waiting(superior)).isEmpty();
    }

    @Test
    void an_edit_changes_the_hash_and_a_submitted_application_must_be_taken_back_first()
            throws IOException {
        ApplicationId id = complete(siti);
        desk.submit(siti, id, version(id), "Benar.");
        String before = enrollment.dossier(town.government, id).sha256();

        assertThatThrownBy(() -> desk.save(siti, id, version(id), fields(town.address("x"))))
                .isInstanceOf(Conflict.class)
                .hasMessage("application.state");
        desk.amend(siti, id, version(id));

        Dossier amended = enrollment.dossier(town.government, id);
        assertThat(amended.state()).isEqualTo(ApplicationState.DRAFT);
        assertThat(amended.sha256()).isNotEqualTo(before);
    }

    @UnderEachLaw
    @Article({"MDN-11(3)", "CJR-12(3)"})
    void a_decision_on_another_dossier_than_the_one_seen_is_refused() throws IOException {
        ApplicationId id = complete(siti);
        desk.submit(siti, id, version(id), "Benar.");
        Dossier taken =
                enrollment.advance(town.government, id, version(id), Step.BEGIN_VERIFICATION);

        assertThatThrownBy(() ->
                        enrollment.recordDecision(
                                town.government,
                                id,
                                taken.version(),
                                "0".repeat(64),
                                new Decision.Approved()))
                .isInstanceOf(Conflict.class);
        Dossier returned =
                enrollment.recordDecision(
                        town.government,
                        id,
                        taken.version(),
                        taken.sha256(),
                        new Decision.Returned(
                                List.of(
                                        new Reason(
                                                "PAPER_UNREADABLE", "Foto kartu tidak terbaca."))));
        assertThat(returned.state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returned.history().getLast().reasons()).hasSize(1);

        assertThat(desk.submit(siti, id, version(id), "Benar."))
                .isInstanceOf(Submission.Submitted.class);
        assertThat(enrollment.dossier(town.government, id).number()).isEqualTo(taken.number());
    }

    @Test
    @Article({"MDN-7(1)b", "MDN-10(2)b", "MDN-7(3)"})
    void a_pppk_is_accepted_with_a_note_while_the_question_is_unanswered() {
        Actor pppk = town.as(town.enter("Rina Wati", EmploymentClass.PPPK, "Guru"));
        ApplicationId id = desk.start(pppk);

        assertThat(desk.findings(pppk, desk.view(pppk, id)))
                .filteredOn(finding -> "applicant".equals(finding.field()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("enrollment.asn-unanswered");
                    assertThat(finding.isBlocking()).isFalse();
                });
    }

    @Test
    void the_full_nik_needs_the_second_factor_and_a_reason_and_leaves_a_record() {
        ApplicationId id = desk.start(siti);
        Actor fresh = town.as(town.teacher, clock.instant(), Role.PERSON);

        assertThatThrownBy(() -> unmasking.reveal(siti, id, "Mencocokkan dengan kartu"))
                .isInstanceOf(Forbidden.class)
                .hasMessage("factor.needed");
        assertThat(unmasking.reveal(fresh, id, "ingin"))
                .isInstanceOf(Unmasking.Outcome.Refused.class);
        assertThat(unmasking.reveal(fresh, id, "Mencocokkan dengan kartu"))
                .isInstanceOf(Unmasking.Outcome.Shown.class);
        assertThat(audit.historyOf(town.government, "application", id.value()))
                .extracting(AuditEntry::command)
                .containsExactly("enrollment.start", "enrollment.unmask");
    }

    private ApplicationId complete(Actor actor) throws IOException {
        ApplicationId id = desk.start(actor);
        prove(actor, id, town.address("siti.aminah"));
        papers.addPaper(
                actor,
                id,
                DossierPaper.IDENTITY_CARD,
                "ktp.png",
                () -> new ByteArrayInputStream(card()));
        letters.ask(actor, id);
        givers.give(
                town.as(town.superior),
                id,
                Endorsement.Kind.RECOMMENDATION,
                "Menandatangani rapor.",
                Set.of());
        givers.give(town.as(town.head), id, Endorsement.Kind.COVER_LETTER, "", Set.of());
        return id;
    }

    private void prove(Actor actor, ApplicationId id, String address) {
        save(actor, id, fields(address));
        assertThat(mailbox.sendCode(actor, id)).isInstanceOf(MailboxProofs.Sending.Sent.class);
        assertThat(mailbox.confirmCode(actor, id, town.mailedCode()))
                .isInstanceOf(MailboxProofs.Proof.Confirmed.class);
    }

    private void save(Actor actor, ApplicationId id, Fields fields) {
        assertThat(desk.save(actor, id, version(id), fields))
                .isInstanceOf(ApplicationDesk.Saving.Saved.class);
    }

    private void attach(ApplicationId id, Endorsement.Kind kind, String giver) throws IOException {
        assertThat(
                        letters.attachScan(
                                siti,
                                id,
                                kind,
                                new LetterDesk.ScanFields("800/12/2026", "2026-11-20", giver, ""),
                                "surat.png",
                                () -> new ByteArrayInputStream(card())))
                .isInstanceOf(LetterDesk.Outcome.Done.class);
    }

    private static Fields fields(String email) {
        return new Fields(Set.of(IntendedUse.DIGITAL_SIGNATURE), Set.of(Duty.LETTER), "", email);
    }

    private int version(ApplicationId id) {
        return enrollment.dossier(town.government, id).version();
    }

    private Endorsement cover(ApplicationId id) {
        return enrollment
                .dossier(town.government, id)
                .endorsement(Endorsement.Kind.COVER_LETTER)
                .orElseThrow();
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
