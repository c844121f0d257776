package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.Pamong;
import id.pamong.office.identity.Accounts;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Town;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The applicant, the superior and the head of the agency at their own browsers. */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class ApplicantJourneyTest {
    private static final String PASSWORD = "jendela kopi pasar 73";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private Accounts accounts;
    @Autowired private LocalGovernments governments;
    @Autowired private People people;

    @Test
    void an_application_is_filled_in_endorsed_and_submitted_with_its_refusals() throws IOException {
        Town town = new Town(beans);
        String base =
                "http://127.0.0.1:" + port + "/" + governments.get(town.government).slug() + "/";
        try (Browser browser = new Browser()) {
            Browser.Visitor siti = signIn(browser, Browser.PHONE, town, base, town.teacher);
            Page page = siti.page();
            page.navigate(base + "permohonan");
            siti.look("permohonan-daftar");
            page.click("main form button[type=submit]");
            siti.look("permohonan-draf");

            page.fill("#officialEmail", "siti@gmail.com");
            page.click("button[formaction$='/ajukan']");
            assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(4);
            siti.look("permohonan-ditolak-isian");

            page.fill("#officialEmail", "siti.aminah@madiunkota.go.id");
            page.click("button[formaction$='/kode']");
            page.fill("#code", "0000 0000");
            page.click("button[formaction$='/kode/bukti']");
            assertThat(page.locator("#findings-code").textContent()).contains("Tersisa");
            page.fill("#code", town.mailedCode());
            page.click("button[formaction$='/kode/bukti']");
            page.setInputFiles(
                    "#IDENTITY_CARD",
                    new FilePayload(
                            "ktp.docx",
                            "text/plain",
                            "halo".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.click("button[formaction$='/berkas/IDENTITY_CARD']");
            assertThat(page.locator("#findings-IDENTITY_CARD li").count()).isPositive();
            page.setInputFiles("#IDENTITY_CARD", new FilePayload("ktp.png", "image/png", card()));
            page.click("button[formaction$='/berkas/IDENTITY_CARD']");
            page.click("button[formaction$='/surat']");
            siti.look("permohonan-menunggu-surat");
            String application = page.url().replaceAll(".*/permohonan/([0-9a-f-]+).*", "$1");

            Browser.Visitor superior = signIn(browser, Browser.OFFICE, town, base, town.superior);
            superior.page().navigate(base + "beranda");
            superior.look("beranda-atasan");
            superior.page().navigate(base + "rekomendasi/" + application);
            superior.page().fill("#reason", "Menandatangani rapor dan surat sekolah.");
            superior.look("rekomendasi");
            superior.page().click("main form .btn-primary");
            superior.look("rekomendasi-diberikan");
            Browser.Visitor head = signIn(browser, Browser.OFFICE, town, base, town.head);
            head.page().navigate(base + "pengantar/" + application);
            head.look("pengantar");
            head.page().click("main form .btn-primary");

            page.navigate(base + "permohonan/" + application);
            page.check("#declared");
            siti.look("permohonan-lengkap");
            page.click("button[formaction$='/ajukan']");
            assertThat(page.locator(".alert-success").count()).isEqualTo(1);
            siti.look("permohonan-diajukan");

            Browser.Visitor wide = signInAgain(browser, base);
            wide.page().navigate(base + "permohonan/" + application);
            wide.look("permohonan-diajukan-lebar");
            wide.page().navigate(base + "pasal/MDN-10(3)b");
            wide.look("pasal");
            wide.page().navigate(base + "profil-peraturan");
            wide.look("profil-peraturan");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Browser.Visitor signIn(
            Browser browser,
            com.microsoft.playwright.options.ViewportSize window,
            Town town,
            String base,
            PersonId person) {
        String code = accounts.claimCode(town.government, person, null);
        Browser.Visitor visitor = browser.visitor(base, window, "id-ID");
        Page page = visitor.page();
        page.navigate(base + "akun/klaim");
        page.fill("#nip", String.valueOf(people.get(town.government, person).nip()));
        page.fill("#nik", people.revealNik(town.government, person));
        page.click("button[value=sheet]");
        page.fill("#code", code);
        page.fill("#newPassword", PASSWORD);
        page.fill("#passwordRepeat", PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL("**/akun/faktor**");
        return visitor;
    }

    private Browser.Visitor signInAgain(Browser browser, String base) {
        Browser.Visitor visitor = browser.visitor(base, Browser.OFFICE, "id-ID");
        Page page = visitor.page();
        page.navigate(base + "masuk");
        page.fill("input[name=who]", "siti.aminah@madiunkota.go.id");
        page.fill("input[name=password]", PASSWORD);
        page.click("main form button[type=submit]");
        return visitor;
    }

    private static byte[] card() throws IOException {
        BufferedImage picture = new BufferedImage(1000, 630, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(170, 205, 235));
        pen.fillRect(0, 0, 1000, 630);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 48));
        pen.drawString("CONTOH KARTU", 60, 120);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
