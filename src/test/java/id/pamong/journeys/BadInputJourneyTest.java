package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.pamong.demo.Figure;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What goes wrong between people and pages: two tabs, two officers, a session that ended, a second
 * click, too much text, the wrong file. Each time a clear sentence, and what was typed stays.
 */
@Journey
class BadInputJourneyTest {
    private static final String PURPOSE = "Berita acara serah terima aset bidang sekolah dasar.";

    @Autowired private City city;
    private Browser browser;
    private Resident applicant;
    private String application;

    @BeforeAll
    void start() {
        browser = new Browser();
        city.open(browser);
        applicant = city.resident(browser, Figure.SUPERIOR, Browser.OFFICE);
        applicant.open("/permohonan");
        applicant.press("main form button[type=submit]");
        application = applicant.page().url().replaceAll(".*(/permohonan/[0-9a-f-]+).*", "$1");
    }

    @AfterAll
    void end() {
        browser.close();
    }

    @AfterEach
    void every_page_seen_is_sound() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void the_page_of_an_older_tab_is_not_saved_over_the_newer_one_and_keeps_what_was_typed() {
        Page other = applicant.page().context().newPage();
        other.navigate(city.at(application));
        withoutAutomaticSaving(other);
        other.fill("#purpose", PURPOSE);
        applicant.type("#officialEmail", "bambang@madiunkota.go.id");
        applicant.press("#isian button:has-text('Simpan')");
        assertThat(applicant.find(".alert-success").count()).isEqualTo(1);

        Resident second = beside(other);
        second.press("#isian button:has-text('Simpan')");
        assertThat(second.words()).contains("diubah di tempat lain");
        assertThat(second.find("#purpose").inputValue()).isEqualTo(PURPOSE);
        second.look("salah-dua-tab");
        second.press("#isian button:has-text('Simpan')");
        assertThat(second.find(".alert-success").count()).isEqualTo(1);
        other.close();
    }

    @Test
    @Order(2)
    void after_the_session_ended_the_typed_text_is_shown_and_sent_again_once_signed_in() {
        applicant.open(application);
        BrowserContext cookies = applicant.page().context();
        cookies.clearCookies(
                new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("^(?!csrf$)")));
        applicant.type("#purpose", PURPOSE + " Juga laporan.");
        applicant.visitor().press("#isian button:has-text('Simpan')");
        assertThat(applicant.words())
                .contains("Anda perlu masuk dahulu", "Isian Anda tidak hilang", "Juga laporan.");
        applicant.look("salah-sesi-berakhir");
        cookies.clearCookies();
        applicant.visitor().press(".typed button");
        assertThat(applicant.words()).contains("sudah lama terbuka", "Juga laporan.");
        applicant.look("salah-halaman-lama");
        Page other = applicant.page().context().newPage();
        beside(other).signIn();
        other.close();
        applicant.visitor().press(".typed button");
        applicant.open(application);
        assertThat(applicant.find("#purpose").inputValue()).endsWith("Juga laporan.");
    }

    @Test
    @Order(3)
    void too_much_text_and_files_that_are_no_card_are_refused_with_everything_else_kept() {
        applicant.open(application);
        applicant.find("#purpose").evaluate("field => field.removeAttribute('maxlength')");
        withoutAutomaticSaving(applicant.page());
        applicant.type("#purpose", "a".repeat(600));
        applicant.press("#isian button:has-text('Simpan')");
        assertThat(applicant.find("#findings-purpose").innerText()).contains("500 huruf");
        assertThat(applicant.find("#purpose").inputValue()).hasSize(600);
        applicant.look("salah-terlalu-panjang");
        applicant.type("#purpose", PURPOSE);
        new ApplicationSteps(city, applicant)
                .card("ktp.png", "<svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(applicant.find("#findings-IDENTITY_CARD").innerText()).contains("ktp.png");
        assertThat(applicant.find("#purpose").inputValue()).isEqualTo(PURPOSE);
        new ApplicationSteps(city, applicant).card("besar.jpg", new byte[21 * 1024 * 1024]);
        assertThat(applicant.words()).contains("20 MB");
        assertThat(applicant.find("#purpose").inputValue()).isEqualTo(PURPOSE);
        applicant.look("salah-terlalu-besar");
    }

    @Test
    @Order(4)
    void a_second_click_submits_no_second_time() {
        applicant.open(application);
        ApplicationSteps steps = new ApplicationSteps(city, applicant);
        steps.proveMailbox();
        steps.card("ktp.jpg", applicant.figure().identityCard());
        steps.send("/surat");
        Resident head = city.resident(browser, Figure.AGENCY_HEAD, Browser.OFFICE);
        for (String part : new String[] {"/rekomendasi/", "/pengantar/"}) {
            head.open("/beranda");
            head.press("main a[href*='" + part + "']");
            head.press("main form .btn-primary");
        }
        applicant.open(application);
        applicant.page().check("#declared");
        applicant.visitor().send(() -> applicant.find("button[formaction$='/ajukan']").dblclick());
        assertThat(applicant.words()).contains("PMH/");
        assertThat(applicant.find("#history + ul li:has-text('Diajukan')").count()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void of_two_officers_at_one_case_the_second_is_told_who_has_it() {
        Resident first = city.resident(browser, Figure.FIRST_OFFICER, Browser.OFFICE);
        Resident second = city.resident(browser, Figure.SECOND_OFFICER, Browser.OFFICE);
        first.open("/petugas/antrean");
        second.open("/petugas/antrean");
        first.press(row() + " button");
        second.press(row() + " button");
        assertThat(second.words())
                .contains("sedang diperiksa " + Figure.FIRST_OFFICER.displayName());
        second.look("salah-dua-petugas");

        applicant.open(application);
        applicant.find("details.card summary").click();
        applicant.press("form[action$='/perbaiki'] button");
        first.page().keyboard().press("j");
        first.page().keyboard().press("t");
        first.page().keyboard().type("Nomor surat tidak terbaca.");
        first.page().waitForSelector("#desk-status[role=alert]");
        assertThat(first.find("#note\\.WRITTEN_APPLICATION").inputValue())
                .isEqualTo("Nomor surat tidak terbaca.");
        first.press("[data-save-button]");
        assertThat(first.words()).contains("ada di tangan pemohon").contains("Nomor surat tidak");
        first.look("salah-diubah-pemohon");
    }

    @Test
    @Order(6)
    void an_address_that_leads_nowhere_says_what_to_do_next() {
        applicant.open("/tidak-ada");
        assertThat(applicant.words()).contains("Tidak ditemukan");
        applicant.look("salah-alamat");
        applicant.open("/petugas/antrean");
        assertThat(applicant.words()).contains("Anda tidak berwenang");
        applicant.look("salah-peran");
        Browser.Visitor citizen = browser.visitor(city.root(), Browser.PHONE, Browser.ENGLISH);
        citizen.open(city.at("/periksa/" + "A".repeat(22)));
        assertThat(citizen.words()).contains("QR");
        citizen.look("salah-kode-qr");
    }

    private String row() {
        return "tr:has-text('" + Figure.SUPERIOR.bareName() + "')";
    }

    private Resident beside(Page page) {
        return new Resident(city, applicant.figure(), new Browser.Visitor(browser, page));
    }

    /** As with a line that is down while one types. */
    private static void withoutAutomaticSaving(Page page) {
        page.route("**/isian/sementara", route -> route.abort());
    }
}
