package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.pamong.Pamong;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Fields;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Submission;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.office.archive.Archive;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernment;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.PersonId;
import id.pamong.office.regulation.CertificateType;
import id.pamong.office.regulation.ChecklistItem;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.office.regulation.Regulations;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OtherRegulations;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A third regulation and an amended one are files, not code. */
@SpringBootTest(classes = Pamong.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = OtherRegulations.class)
@Import(TestClock.class)
class OtherRegulationsTest {
    private static final Instant AFTER_THE_AMENDMENT = Instant.parse("2027-01-04T02:00:00Z");

    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private MailboxStep mailbox;
    @Autowired private DossierPapers papers;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private Enrollment enrollment;
    @Autowired private Archive archive;
    @Autowired private Regulations regulations;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;
    @Autowired private MockMvcTester http;

    private Town province;
    private Actor siti;

    @BeforeEach
    void found() {
        clock.reset();
        province = new Town(beans, OtherRegulations.PROVINCE);
        siti = province.as(province.teacher);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void an_application_in_a_province_is_judged_by_its_own_articles() {
        ApplicationId id = desk.start(siti);

        List<Finding> findings = refused(siti, id);

        assertThat(findings)
                .extracting(Finding::code)
                .contains("enrollment.recommendation-missing", "enrollment.identity-card-missing")
                .doesNotContain("enrollment.cover-letter-missing");
        assertThat(findings)
                .filteredOn(found -> found.code().equals("enrollment.recommendation-missing"))
                .flatExtracting(Finding::citations)
                .extracting(Citation::id, Citation::printedRef)
                .containsExactly(tuple("CTH-31(3)b", "Pasal 31 ayat (3) huruf b"));
        assertThat(findings)
                .flatExtracting(Finding::citations)
                .extracting(Citation::id)
                .isNotEmpty()
                .allMatch(clause -> clause.startsWith("CTH-"));
    }

    @Test
    void it_goes_from_the_draft_to_the_queue_with_the_papers_and_words_of_its_regulation()
            throws IOException {
        ApplicationId id = complete(siti);

        assertThat(desk.submit(siti, id, version(id), "Benar."))
                .isInstanceOf(Submission.Submitted.class);

        Dossier dossier = enrollment.dossier(province.government, id);
        assertThat(dossier.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(dossier.endorsements())
                .extracting(Endorsement::kind)
                .containsExactly(Endorsement.Kind.RECOMMENDATION);
        byte[] letter =
                archive.read(
                        province.government,
                        dossier.paper(DossierPaper.APPLICATION_LETTER).orElseThrow().file());
        assertThat(new PDFTextStripper().getText(Loader.loadPDF(letter)))
                .contains("selaku Unit Registrasi");
        LocalGovernment government = governments.get(province.government);
        assertThat(government.headTitle()).isEqualTo("Gubernur");
        assertThat(http.get().uri("/" + government.slug() + "/profil-peraturan?lang=id"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Pemerintah daerah ini adalah provinsi.",
                        "Laporan tahunan ditujukan kepada kepala daerah, Menteri Dalam Negeri,"
                                + " dan Kepala BSSN.",
                        "Peraturan Gubernur Contoh Nomor 9 Tahun 2026");
    }

    @Test
    void a_class_that_only_other_regulations_admit_is_refused_there() {
        PersonId contract = province.enter("Rudi", EmploymentClass.PPPK, "Guru");
        Actor rudi = province.as(contract);
        ApplicationId id = desk.start(rudi);

        assertThat(refused(rudi, id))
                .filteredOn(found -> found.code().equals("enrollment.pns-only"))
                .flatExtracting(Finding::citations)
                .extracting(Citation::id)
                .contains("CTH-28(1)b");
    }

    @Test
    void after_an_amendment_a_running_case_keeps_its_checklist_and_a_new_one_gets_the_new()
            throws IOException {
        ApplicationId running = complete(siti);
        PersonId colleague = province.enter("Dewi", EmploymentClass.PNS, "Guru Ahli Pertama");
        Actor dewi = province.as(colleague);
        clock.set(AFTER_THE_AMENDMENT);

        ApplicationId fresh = desk.start(dewi);

        assertThat(items(running)).doesNotContain("COVER_LETTER");
        assertThat(items(fresh)).contains("COVER_LETTER");
        assertThat(refused(dewi, fresh))
                .extracting(Finding::code)
                .contains("enrollment.cover-letter-missing");
        assertThat(desk.submit(siti, running, version(running), "Benar."))
                .isInstanceOf(Submission.Submitted.class);
        assertThat(hash(running)).isNotEqualTo(hash(fresh));
        assertThat(regulations.byHash(hash(fresh)).validFrom()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void the_version_in_force_is_that_of_the_day() {
        assertThat(regulations.versionsOf(OtherRegulations.PROVINCE)).hasSize(2);
        assertThat(inForce(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(inForce(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(inForce(LocalDate.of(2020, 1, 1))).isEqualTo(LocalDate.of(2024, 5, 2));
    }

    private LocalDate inForce(LocalDate on) {
        return regulations.profile(OtherRegulations.PROVINCE, on).validFrom();
    }

    private List<String> items(ApplicationId id) {
        return regulations.byHash(hash(id)).checklist(CertificateType.INDIVIDUAL).stream()
                .map(ChecklistItem::item)
                .toList();
    }

    private String hash(ApplicationId id) {
        return enrollment.dossier(province.government, id).regulationHash();
    }

    private List<Finding> refused(Actor actor, ApplicationId id) {
        if (desk.submit(actor, id, version(id), "")
                instanceof Submission.Refused(List<Finding> findings)) {
            return findings;
        }
        throw new AssertionError("it was submitted");
    }

    private ApplicationId complete(Actor actor) throws IOException {
        ApplicationId id = desk.start(actor);
        desk.save(
                actor,
                id,
                version(id),
                new Fields(
                        Set.of(IntendedUse.DIGITAL_SIGNATURE),
                        Set.of(Duty.LETTER),
                        "",
                        province.address("siti.aminah")));
        assertThat(mailbox.sendCode(actor, id)).isInstanceOf(MailboxProofs.Sending.Sent.class);
        assertThat(mailbox.confirmCode(actor, id, province.mailedCode()))
                .isInstanceOf(MailboxProofs.Proof.Confirmed.class);
        papers.addPaper(
                actor,
                id,
                DossierPaper.IDENTITY_CARD,
                "ktp.png",
                () -> new ByteArrayInputStream(card()));
        letters.ask(actor, id);
        givers.give(
                province.as(province.superior),
                id,
                Endorsement.Kind.RECOMMENDATION,
                "Menandatangani rapor.",
                Set.of());
        return id;
    }

    private int version(ApplicationId id) {
        return enrollment.dossier(province.government, id).version();
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
