package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.demo.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The ceremony of the first run, step by step, each with what it refuses. */
final class CeremonySteps {
    private static final String PASSPHRASE = "Akar Jati Dolopo 88 Tumbuh Tegak";
    private static final String DECREED = "2026-11-02";
    private static final String VERB = "main form .btn-primary";

    private final City city;
    private final Browser.Visitor visitor;
    private final Page page;
    private final Browser browser;
    private final boolean english;

    CeremonySteps(City city, Browser browser) {
        this(city, browser, Browser.INDONESIAN);
    }

    CeremonySteps(City city, Browser browser, String language) {
        this.city = city;
        this.browser = browser;
        this.english = language.equals(Browser.ENGLISH);
        this.visitor = browser.visitor(city.root(), Browser.OFFICE, language);
        this.page = visitor.page();
    }

    /** From the link on the console to two officers with certificates and the people imported. */
    void hold() {
        ceremony();
        Resident head = city.resident(browser, Figure.HEAD, Browser.OFFICE);
        for (Figure officer : List.of(Figure.FIRST_OFFICER, Figure.SECOND_OFFICER)) {
            Resident resident = city.resident(browser, officer, Browser.OFFICE);
            resident.open("/beranda");
            if (officer == Figure.FIRST_OFFICER) {
                resident.look("beranda-petugas-baru");
            }
            resident.press("main a[href*='/aktivasi/']");
            new ActivationSteps(resident).walk(City.OFFICER_PASSPHRASE);
        }
        bringIn(head);
    }

    /** From the link on the console to the printed codes of the three who begin. */
    void ceremony() {
        visitor.open(city.root() + city.firstRunPath() + (english ? "?lang=en" : ""));
        assertThat(visitor.words()).contains(english ? "Local government" : "Pemerintah daerah");
        government();
        standing();
        rootKey();
        rootFile();
        office();
        mailAndMinutes();
    }

    private void look(String picture) {
        visitor.look(english ? picture + "-en" : picture);
    }

    private void government() {
        look("perdana-1-pemerintah");
        page.fill("#regionCode", "99.99.99");
        visitor.press(VERB);
        assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(3);
        look("perdana-1-ditolak");
        page.fill("#name", "Pemerintah Kota Madiun");
        page.selectOption("#kind", "KOTA");
        page.fill("#slug", City.SLUG);
        page.fill("#place", "Madiun");
        page.selectOption("#zone", "WIB");
        page.fill("#headTitle", "Wali Kota");
        page.fill("#deputyTitle", "Wakil Wali Kota");
        page.fill("#province", "Jawa Timur");
        page.fill("#regionCode", "35.77");
        page.fill("#mailDomains", "madiunkota.go.id");
        page.fill("#accent", "#1f5fa8");
        page.fill("#letterhead", "Jalan Contoh Nomor 1, Madiun 63100");
        visitor.press(VERB);
    }

    private void standing() {
        look("perdana-2-kedudukan");
        page.check("input[value=INTERNAL]");
        visitor.press(VERB);
        assertThat(page.locator(".summary li").count()).isPositive();
        assertThat(page.isChecked("input[value=INTERNAL]")).isTrue();
        page.check("input[value=TRIAL]");
        visitor.press(VERB);
    }

    private void rootKey() {
        page.fill("#passphrase", "madiun");
        page.fill("#passphraseRepeat", "madiun");
        visitor.press(VERB);
        assertThat(page.locator("#findings-passphrase").count()).isEqualTo(1);
        look("perdana-3-kunci-akar");
        page.fill("#passphrase", PASSPHRASE);
        page.fill("#passphraseRepeat", PASSPHRASE);
        visitor.press(VERB);
    }

    private void rootFile() {
        look("perdana-4-berkas-akar");
        Download file = page.waitForDownload(() -> page.click("a[href$='/akar.pem']"));
        byte[] pem;
        try {
            pem = Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.setInputFiles(
                "#rootFile",
                new FilePayload(
                        "akar.pem",
                        "text/plain",
                        "x".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.fill("#passphrase", PASSPHRASE);
        visitor.press("form[action$='/berkas-akar'] .btn-primary");
        assertThat(page.locator(".summary li").count()).isPositive();
        page.setInputFiles("#rootFile", new FilePayload("akar.pem", "text/plain", pem));
        page.fill("#passphrase", PASSPHRASE);
        visitor.press("form[action$='/berkas-akar'] .btn-primary");
    }

    private void office() {
        visitor.press(VERB);
        assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(10);
        look("perdana-5-kantor");
        page.fill("#agencyCode", Figure.HEAD.agencyCode());
        page.fill("#agencyName", Figure.HEAD.agencyName());
        page.fill("#headPost", Figure.HEAD.post());
        for (Figure one : List.of(Figure.HEAD, Figure.FIRST_OFFICER, Figure.SECOND_OFFICER)) {
            String key = "#" + one.key() + "-";
            page.fill(key + "titleBefore", one.before());
            page.fill(key + "name", one.bareName());
            page.fill(key + "titleAfter", one.after());
            page.fill(key + "nip", one.nip());
            page.fill(key + "nik", one.nik());
            page.selectOption(key + "employmentClass", "PNS");
            page.fill(key + "officialEmail", one.email());
            page.fill(key + "post", one.post());
            page.fill(key + "rank", one.rank());
            page.fill(key + "decree", "800.1.3/21/CONTOH/2026");
            page.fill(key + "decreedOn", DECREED);
        }
        page.fill("#appointmentNumber", "T.1/OP/CONTOH/2026");
        page.fill("#appointmentOn", DECREED);
        page.fill("#agreementNumber", "PKS.1/CONTOH/2026");
        page.fill("#agreementOn", DECREED);
        visitor.press(VERB);
    }

    private void mailAndMinutes() {
        look("perdana-6-surel");
        visitor.press("button[value=sheets]");
        look("perdana-7-berita-acara");
        visitor.press(VERB);
        look("perdana-8-pengelola");
        visitor.press("form[action$='/kode'] .btn-primary");
        look("perdana-9-kode");
        for (Figure one : List.of(Figure.HEAD, Figure.FIRST_OFFICER, Figure.SECOND_OFFICER)) {
            String code =
                    page.locator(
                                    "section.card",
                                    new Page.LocatorOptions().setHasText(one.bareName()))
                            .locator("code")
                            .innerText();
            city.handOver(one, code);
        }
    }

    /** The administrator imports everyone else by a file: tried first, then done. */
    private static void bringIn(Resident head) {
        head.open("/pengelola/impor");
        head.choose(
                "#file",
                "pegawai.csv",
                "text/csv",
                "nama;nip\nsalah".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        head.press("main form .btn-primary");
        head.look("impor-ditolak");
        head.open("/pengelola/impor");
        head.choose("#file", "pegawai.csv", "text/csv", Figure.csv());
        head.press("main form .btn-primary");
        head.look("impor-percobaan");
        head.press("main form .btn-primary");
        assertThat(head.words()).contains("3");
        head.look("impor-selesai");
        head.open("/pengelola/pegawai");
        head.look("pegawai");
    }
}
