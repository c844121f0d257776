package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.Pamong;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Two roads for those who cannot do it all on line, each to the certificate and its receipt: paper
 * at the counter, and parked without an official e-mail.
 */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class CounterJourneyTest {
    private static final String MAILBOX = "siti.aminah@madiunkota.go.id";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;

    private ServingOffice office;
    private Hall hall;

    private PersonId open(Browser browser) {
        office = new ServingOffice(beans, "perwal-30-2019");
        hall = new Hall(browser, office, port);
        return office.settle(office.town().teacher);
    }

    @Test
    void parked_without_an_official_e_mail_the_application_goes_on_to_the_certificate() {
        try (Browser browser = new Browser()) {
            Browser.Visitor siti = hall(browser);
            Page page = siti.page();
            siti.open(hall.base() + "/permohonan");
            siti.press("main form button[type=submit]");
            siti.press("button[formaction$='/tanpa-email']");
            assertThat(page.locator("#mailbox-wish").textContent())
                    .contains("administrator e-mail");
            siti.show("tanpa-email-menunggu");
            siti.press("button[formaction$='/surat']");
            hall.giveLetters();
            String application = page.url().replaceAll("[?#].*|/surat$", "");
            String id = application.replaceAll(".*/", "");
            siti.open(application);
            page.setInputFiles("#IDENTITY_CARD", Hall.scan("ktp.png"));
            siti.press("button[formaction$='/berkas/IDENTITY_CARD']");
            page.check("#declared");
            siti.press("button[formaction$='/ajukan']");
            assertThat(page.locator(".summary").textContent()).contains("e-mail");
            siti.look("tanpa-email-belum-dapat-diajukan");
            siti.open(application + "?lang=en");
            assertThat(page.locator("#mailbox-wish").textContent()).contains("mail administrator");
            siti.look("tanpa-email-menunggu-en");
            siti.open(hall.base() + "/beranda?lang=id");
            siti.look("tanpa-email-beranda");

            proposeAddress();

            siti.open(application);
            assertThat(page.inputValue("#officialEmail")).isEqualTo(MAILBOX);
            siti.look("tanpa-email-diusulkan");
            siti.press("button[formaction$='/kode']");
            page.fill("#code", office.town().mailedCode());
            siti.press("button[formaction$='/kode/bukti']");
            assertThat(page.locator("#mailbox-wish").count()).isZero();
            siti.look("tanpa-email-terbukti");
            hall.submit(siti);
            Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
            hall.approve(officer, id, "tanpa-email-meja");
            hall.activate(siti, id, hall.identify(officer, id));
            siti.look("tanpa-email-terbit");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Browser.Visitor hall(Browser browser) {
        PersonId teacher = open(browser);
        return hall.at(Browser.PHONE, teacher);
    }

    /** The mail administrator takes the list away and sends it back filled in, one line wrong. */
    private void proposeAddress() {
        PersonId dewi = office.settle("Dewi Lestari", EmploymentClass.PNS, "Pranata Komputer");
        beans.getBean(id.pamong.office.identity.Accounts.class)
                .grant(office.town().government, dewi, Role.MAIL_ADMINISTRATOR, null);
        Browser.Visitor administrator = hall.at(Browser.OFFICE, dewi);
        Page list = administrator.page();
        administrator.open(hall.base() + "/pengelola/alamat-email");
        administrator.show("alamat-email-daftar");
        String code = list.locator("input[name=kode]").first().inputValue();
        byte[] csv =
                fileOf(
                        list.waitForDownload(
                                () -> list.click("form[action$='/daftar.csv'] button")));
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(code, "Siti Aminah");
        list.setInputFiles(
                "#file",
                new FilePayload(
                        "balasan.csv",
                        "text/csv",
                        ("kode;alamat\nZZZZZZZZ;entah@madiunkota.go.id\n"
                                        + code
                                        + ";"
                                        + MAILBOX
                                        + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
        administrator.press("form[action$='/balasan'] button");
        assertThat(list.locator(".standing-bad").count()).isEqualTo(1);
        administrator.show("alamat-email-hasil");
        administrator.open(hall.base() + "/pengelola/alamat-email?lang=en");
        administrator.look("alamat-email-daftar-en");
    }

    private static byte[] fileOf(com.microsoft.playwright.Download download) {
        try {
            return java.nio.file.Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void paper_at_the_counter_is_keyed_by_one_decided_by_another_and_confirmed_by_the_applicant()
            throws IOException {
        try (Browser browser = new Browser()) {
            PersonId teacher = open(browser);
            Browser.Visitor counter = hall.at(Browser.OFFICE, office.secondOfficer());
            receive(counter, teacher);
            divide(counter);
            key(counter);
            String file = counter.page().url().replaceAll("(/ajukan)?([?#].*)?$", "");
            Browser.Visitor siti = hall.at(Browser.PHONE, teacher);
            siti.open(hall.base() + "/permohonan");
            siti.press("main a[href*='/permohonan/']");
            siti.look("loket-pemohon");
            String id = siti.page().url().replaceAll("[?#].*", "").replaceAll(".*/", "");
            siti.press("button[formaction$='/kode']");
            siti.page().fill("#code", office.town().mailedCode());
            siti.press("button[formaction$='/kode/bukti']");

            counter.open(file);
            counter.press("form[action$='/ajukan'] button");
            assertThat(counter.page().locator(".alert-success").count()).isEqualTo(1);
            counter.look("loket-diajukan");
            hall.lookInEnglish(counter, "loket-diajukan");
            find(counter);
            ownKeyingIsRefused(counter, id);

            Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
            hall.approve(officer, id, "loket-meja-petugas-lain");
            readBackAndActivate(siti, officer, id);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void receive(Browser.Visitor officer, PersonId teacher) {
        Page page = officer.page();
        officer.open(hall.base() + "/petugas/loket");
        officer.look("loket-kosong");
        officer.press("a[href$='/terima']");
        page.fill("#number", office.nip(teacher));
        officer.press("button[name=find]");
        assertThat(page.locator("#found").textContent()).contains("Siti Aminah");
        officer.press("main form .btn-primary");
        assertThat(page.locator(".summary li").count()).isPositive();
        page.fill("#sheets-APPLICATION_LETTER", "2");
        page.fill("#sheets-COVER_LETTER", "1");
        page.fill("#sheets-RECOMMENDATION", "1");
        page.fill("#sheets-IDENTITY_CARD", "1");
        page.fill("#broughtBy", "Kurir Dinas Pendidikan");
        page.fill("#rack", "R-03");
        page.fill("#box", "B-17");
        page.fill("#folder", "M-204");
        officer.show("loket-terima");
        officer.press("main form .btn-primary");
        assertThat(page.locator(".alert-success").count()).isEqualTo(1);
        officer.show("loket-tanda-terima");
    }

    /** One PDF of all papers, divided by keyboard. */
    private void divide(Browser.Visitor officer) throws IOException {
        Page page = officer.page();
        page.setInputFiles("#scan", new FilePayload("berkas.pdf", "application/pdf", scan()));
        officer.press("form[action$='/pindaian'] button");
        page.waitForSelector("#from-APPLICATION_LETTER");
        range(page, "APPLICATION_LETTER", "1", "2");
        range(page, "COVER_LETTER", "2", "3");
        range(page, "RECOMMENDATION", "4", "4");
        range(page, "IDENTITY_CARD", "5", "5");
        officer.send(() -> page.keyboard().press("Enter"));
        page.waitForSelector(".summary li");
        allPictures(page);
        officer.show("loket-bagi-ditolak");
        range(page, "COVER_LETTER", "3", "3");
        page.fill("#blank", "6");
        allPictures(page);
        officer.look("loket-bagi");
        officer.send(() -> page.keyboard().press("Enter"));
        page.waitForSelector("#isian");
    }

    private static void key(Browser.Visitor officer) {
        Page page = officer.page();
        page.fill("#officialEmail", MAILBOX);
        page.fill("#purpose", "Menandatangani rapor");
        letter(page, "RECOMMENDATION", "800/12/2026", "Bambang Sutejo, S.Pd.");
        letter(page, "COVER_LETTER", "005/1/2026", "Sri Wahyuni");
        officer.show("loket-isian");
        officer.press("#isian .btn-primary");
        page.check("#compared");
        page.check("#declared");
        officer.look("loket-sesuai-asli");
        officer.press("form[action$='/sesuai-asli'] button");
        officer.press("form[action$='/ajukan'] button");
        assertThat(page.locator(".summary").textContent()).contains("belum membuktikan");
        officer.show("loket-menunggu-email");
    }

    private void find(Browser.Visitor officer) {
        Page page = officer.page();
        officer.open(hall.base() + "/petugas/loket");
        page.fill("#cari", "m-204");
        officer.press("form[role=search] button");
        assertThat(page.inputValue("#cari")).isEqualTo("m-204");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
        officer.look("loket-cari");
    }

    /** Whoever keyed it may look, but a second pair of eyes decides. */
    private void ownKeyingIsRefused(Browser.Visitor officer, String id) {
        Page page = officer.page();
        officer.open(hall.base() + "/petugas/permohonan/" + id);
        officer.press("button[formaction$='/ambil']");
        for (CheckGroup group : CheckGroup.values()) {
            page.check("input[name='result." + group + "'][value=OK]");
        }
        page.check("input[name=outcome][value=APPROVED]");
        page.fill("#passphrase", office.passphrase());
        officer.send(() -> page.press("#passphrase", "Enter"));
        assertThat(page.locator(".summary").textContent()).contains("petugas lain");
        officer.look("loket-diinput-sendiri");
        officer.press("form[action$='/lepas'] button");
    }

    private void readBackAndActivate(Browser.Visitor siti, Browser.Visitor officer, String id) {
        Page page = siti.page();
        String code = hall.identify(officer, id);
        siti.open(hall.base() + "/aktivasi/" + id);
        page.fill("#code", code);
        siti.press("form[action$='/kode'] button");
        siti.show("loket-baca-kembali");
        siti.press("form[action$='/data'] button");
        assertThat(page.locator("#findings-declared li").count()).isEqualTo(1);
        siti.open(hall.base() + "/aktivasi/" + id + "?lang=en");
        siti.look("loket-baca-kembali-en");
        siti.open(hall.base() + "/aktivasi/" + id + "?lang=id");
        page.check("#declared");
        siti.press("form[action$='/data'] button");
        hall.accept(siti);
        hall.takeKey(siti);
        siti.look("loket-terbit");
    }

    private static void range(Page page, String item, String from, String to) {
        page.focus("#from-" + item);
        page.keyboard().press("Control+A");
        page.keyboard().type(from);
        page.keyboard().press("Tab");
        page.keyboard().press("Control+A");
        page.keyboard().type(to);
    }

    private static void allPictures(Page page) {
        page.evaluate(
                "document.querySelectorAll('.page-pictures img').forEach(i => i.loading = 'eager')");
        String all =
                "[...document.querySelectorAll('.page-pictures img')].every(i => i.complete && i.naturalWidth > 0)";
        for (int turn = 0; turn < 75 && !Boolean.TRUE.equals(page.evaluate(all)); turn++) {
            page.waitForTimeout(200);
        }
    }

    private static void letter(Page page, String kind, String number, String giver) {
        page.fill("#" + kind + "-number", number);
        page.fill("#" + kind + "-date", "2026-11-20");
        page.fill("#" + kind + "-giver", giver);
    }

    private static byte[] scan() throws IOException {
        List<String> pages =
                List.of(
                        "FORMULIR PERMOHONAN (1)",
                        "FORMULIR PERMOHONAN (2) - tanda tangan",
                        "SURAT PENGANTAR",
                        "SURAT REKOMENDASI",
                        "SALINAN e-KTP (CONTOH)",
                        "");
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 20);
                    content.newLineAtOffset(70, 720);
                    content.showText(text);
                    content.endText();
                    for (int line = 0; line < (text.isEmpty() ? 0 : 18); line++) {
                        content.setLineWidth(6);
                        content.setStrokingColor(0.8f);
                        content.moveTo(70, 660 - line * 26);
                        content.lineTo(line % 5 == 4 ? 300 : 525, 660 - line * 26);
                        content.stroke();
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
