package id.pamong.lifecycle.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pamong.lifecycle.enrollment.ApplicationDesk.Fields;
import id.pamong.lifecycle.enrollment.ApplicationDesk.Submission;
import id.pamong.lifecycle.subscriber.Duty;
import id.pamong.lifecycle.subscriber.MailboxProofs;
import id.pamong.office.archive.Archive;
import id.pamong.office.identity.Actor;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.refusal.NotFound;
import id.pamong.office.regulation.Citation;
import id.pamong.office.regulation.Finding;
import id.pamong.testkit.Article;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.RoomTest;
import id.pamong.testkit.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A city and a regency in one installation: each under its own law, neither sees the other. */
@RoomTest
class SideBySideTest {
    @Autowired private BeanFactory beans;
    @Autowired private ApplicationDesk desk;
    @Autowired private MailboxStep mailbox;
    @Autowired private DossierPapers papers;
    @Autowired private LetterDesk letters;
    @Autowired private GiverDesk givers;
    @Autowired private Enrollment enrollment;
    @Autowired private Archive archive;
    @Autowired private People people;
    @Autowired private LocalGovernments governments;
    @Autowired private MutableClock clock;

    private Town city;
    private Town regency;

    @BeforeEach
    void found() {
        clock.reset();
        city = new Town(beans, "perwal-30-2019");
        regency = new Town(beans, "perbup-18-2018");
    }

    @Test
    @Article({
        "CJR-11(1)",
        "CJR-11(3)",
        "CJR-11(3)a",
        "CJR-11(3)b",
        "CJR-11(3)c",
        "CJR-11(3)d",
        "CJR-18a"
    })
    void the_same_gaps_are_found_in_both_each_with_its_own_articles() throws IOException {
        Actor here = city.as(city.teacher);
        Actor there = regency.as(regency.teacher);
        ApplicationId inCity = desk.start(here);
        ApplicationId inRegency = desk.start(there);

        List<Finding> cityFindings = refused(city, here, inCity);
        List<Finding> regencyFindings = refused(regency, there, inRegency);

        assertThat(cityFindings)
                .extracting(Finding::code)
                .containsExactlyElementsOf(regencyFindings.stream().map(Finding::code).toList());
        assertThat(cited(cityFindings)).isNotEmpty().allMatch(id -> id.startsWith("MDN-"));
        assertThat(cited(regencyFindings)).isNotEmpty().allMatch(id -> id.startsWith("CJR-"));
        assertThat(cited(regencyFindings))
                .contains("CJR-11(3)a", "CJR-11(3)b", "CJR-11(3)c", "CJR-11(3)d", "CJR-18a");

        complete(regency, there, inRegency);
        assertThat(desk.submit(there, inRegency, version(regency, inRegency), "Benar."))
                .isInstanceOf(Submission.Submitted.class);
    }

    @Test
    @Article({"CJR-8(1)b", "CJR-11(2)b"})
    void a_pppk_is_an_applicant_like_any_other_in_cianjur_and_a_question_in_madiun() {
        Actor here = city.as(city.enter("Rudi", EmploymentClass.PPPK, "Guru"));
        Actor there = regency.as(regency.enter("Rini", EmploymentClass.PPPK, "Bidan"));

        assertThat(refused(city, here, desk.start(here)))
                .filteredOn(found -> !found.isBlocking())
                .flatExtracting(Finding::citations)
                .extracting(Citation::id)
                .contains("MDN-7(3)");
        assertThat(cited(refused(regency, there, desk.start(there))))
                .doesNotContain("CJR-8(1)b", "CJR-8(3)", "CJR-11(2)b");
    }

    @Test
    @Article({"MDN-1.1", "MDN-1.3", "CJR-1.1", "CJR-1.2", "CJR-1.4"})
    void titles_and_labels_of_letters_follow_the_regulation() throws IOException {
        assertThat(governments.get(city.government).headTitle()).isEqualTo("Wali Kota");
        assertThat(governments.get(regency.government).headTitle()).isEqualTo("Bupati");

        assertThat(letterIn(regency))
                .contains("PEMERINTAH KABUPATEN CIANJUR", "Cianjur, ", "selaku OP")
                .doesNotContain("Otoritas Pendaftaran", "Madiun", "MADIUN");
        assertThat(letterIn(city))
                .contains("PEMERINTAH KOTA MADIUN", "Madiun, ", "selaku Otoritas Pendaftaran")
                .doesNotContain("Cianjur", "CIANJUR");
    }

    @Test
    void neither_sees_the_people_or_the_applications_of_the_other() {
        Actor here = city.as(city.teacher);
        ApplicationId inRegency = desk.start(regency.as(regency.teacher));

        assertThatThrownBy(() -> people.get(city.government, regency.teacher))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.search(city.government, "", null, null, 100))
                .extracting(person -> person.id())
                .contains(city.teacher)
                .doesNotContain(regency.teacher, regency.head, regency.superior);
        assertThatThrownBy(() -> enrollment.dossier(city.government, inRegency))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.submit(here, inRegency, 0, "Benar."))
                .isInstanceOf(NotFound.class);
    }

    private String letterIn(Town town) throws IOException {
        Actor actor = town.as(town.teacher);
        ApplicationId id = desk.start(actor);
        complete(town, actor, id);
        desk.submit(actor, id, version(town, id), "Benar.");
        byte[] letter =
                archive.read(
                        town.government,
                        enrollment
                                .dossier(town.government, id)
                                .paper(DossierPaper.APPLICATION_LETTER)
                                .orElseThrow()
                                .file());
        return new PDFTextStripper().getText(Loader.loadPDF(letter));
    }

    private void complete(Town town, Actor actor, ApplicationId id) throws IOException {
        desk.save(
                actor,
                id,
                version(town, id),
                new Fields(
                        Set.of(IntendedUse.DIGITAL_SIGNATURE),
                        Set.of(Duty.LETTER),
                        "",
                        town.address("siti.aminah")));
        assertThat(mailbox.sendCode(actor, id)).isInstanceOf(MailboxProofs.Sending.Sent.class);
        assertThat(mailbox.confirmCode(actor, id, town.mailedCode()))
                .isInstanceOf(MailboxProofs.Proof.Confirmed.class);
        papers.addPaper(
                actor,
                id,
                DossierPaper.IDENTITY_CARD,
                "ktp.png",
                () -> new ByteArrayInputStream(card()));
        letters.ask(actor, id);
        give(town, town.superior, id, Endorsement.Kind.RECOMMENDATION);
        give(town, town.head, id, Endorsement.Kind.COVER_LETTER);
    }

    private void give(Town town, PersonId giver, ApplicationId id, Endorsement.Kind kind) {
        givers.give(town.as(giver), id, kind, "Menandatangani rapor.", Set.of());
    }

    private List<Finding> refused(Town town, Actor actor, ApplicationId id) {
        if (desk.submit(actor, id, version(town, id), "")
                instanceof Submission.Refused(List<Finding> findings)) {
            return findings;
        }
        throw new AssertionError("it was submitted");
    }

    private int version(Town town, ApplicationId id) {
        return enrollment.dossier(town.government, id).version();
    }

    private static List<String> cited(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.citations().stream())
                .map(Citation::id)
                .toList();
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
