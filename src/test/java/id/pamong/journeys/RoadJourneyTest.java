package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import id.pamong.demo.Figure;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job from an empty house to a checked letter, each person at a browser of their own. */
@Journey
class RoadJourneyTest {
    @Autowired private City city;
    private Browser browser;
    private Resident applicant;
    private Resident officer;
    private String activationCode;
    private byte[] signed;

    @BeforeAll
    void start() {
        browser = new Browser();
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
    void the_office_is_set_up_in_the_ceremony_and_its_people_are_brought_in() {
        city.open(browser);
    }

    @Test
    @Order(2)
    void a_teacher_takes_the_account_fills_in_the_application_and_asks_for_the_letters() {
        Resident siti = newcomer(Figure.APPLICANT, Browser.PHONE);
        new AccountSteps(city, siti).claimWithRefusals();
        new ApplicationSteps(city, siti).fillInWithRefusals();
        assertThat(siti.words()).contains("Diminta");
        applicant = siti;
    }

    @Test
    @Order(3)
    void superior_and_head_of_the_agency_give_their_letters_and_the_application_is_submitted() {
        ApplicationSteps steps = new ApplicationSteps(city, applicant);
        steps.give(at(Figure.SUPERIOR), "/rekomendasi/", "atasan-rekomendasi");
        steps.give(at(Figure.AGENCY_HEAD), "/pengantar/", "kepala-pengantar");
        applicant.open("/beranda");
        applicant.look("beranda-pemohon");
        applicant.press("main a[href*='/permohonan/']");
        applicant.look("permohonan-5-lengkap");
        steps.submit();
        applicant.show("permohonan-6-diajukan");
    }

    @Test
    @Order(4)
    void an_officer_returns_the_case_by_keyboard_and_the_applicant_completes_it() {
        officer = at(Figure.FIRST_OFFICER);
        officer.open("/petugas/antrean");
        officer.show("meja-1-antrean");
        DeskSteps desk = new DeskSteps(officer);
        desk.takeNext();
        officer.look("meja-2-periksa");
        desk.returnIt();

        applicant.open("/beranda");
        applicant.press("main a[href*='/permohonan/']");
        assertThat(applicant.words()).contains("foto ulang seluruh kartu");
        applicant.show("permohonan-7-dikembalikan");
        ApplicationSteps steps = new ApplicationSteps(city, applicant);
        steps.card("ktp-baru.jpg", Figure.APPLICANT.identityCard());
        steps.submit();
    }

    @Test
    @Order(5)
    void the_officer_approves_and_meets_the_applicant_face_to_face() {
        DeskSteps desk = new DeskSteps(officer);
        desk.takeNext();
        desk.approve();
        applicant.open("/beranda");
        applicant.press("main a[href*='/aktivasi/']");
        applicant.look("aktivasi-0-datang");

        officer.open("/petugas/aktivasi");
        officer.look("tatap-muka-1-daftar");
        officer.press("main a[href*='/petugas/aktivasi/']");
        officer.show("tatap-muka-2-cocokkan");
        officer.type("#place", "Loket Otoritas Pendaftaran");
        officer.press("main form .btn-primary");
        assertThat(officer.find(".summary li").count()).isEqualTo(5);
        assertThat(officer.find("#place").inputValue()).startsWith("Loket");
        officer.look("tatap-muka-2-ditolak");
        for (int i = 0; i < 5; i++) {
            officer.find("input[name=checks]").nth(i).check();
        }
        officer.press("main form .btn-primary");
        officer.look("tatap-muka-3-kode");
        activationCode = officer.find("main code.activation-code").innerText();
    }

    @Test
    @Order(6)
    void the_applicant_takes_the_certificate_into_use_and_signs_the_receipt() {
        applicant.open("/beranda");
        applicant.press("main a[href*='/aktivasi/']");
        new ActivationSteps(applicant).walkWithRefusals(activationCode, City.OWNER_PASSPHRASE);
        applicant.open("/sertifikat");
        applicant.look("sertifikat");
    }

    @Test
    @Order(7)
    void the_owner_places_the_block_with_the_mouse_and_signs_the_letter() throws Exception {
        Resident owner = at(Figure.APPLICANT);
        LetterSteps letter = new LetterSteps(owner);
        letter.upload(Figure.APPLICANT.letter());
        letter.place();
        letter.signWith("bukan passphrase saya");
        letter.expectKept();
        letter.signWith(City.OWNER_PASSPHRASE);
        signed = letter.download();
        LetterSteps.expectPdfsigAccepts(signed, Figure.APPLICANT.bareName());
        owner.open("/tandatangan");
        owner.look("tanda-tangan-5-daftar");
        owner.open("/beranda");
        owner.look("beranda-pemilik");
    }

    @Test
    @Order(8)
    void a_citizen_checks_the_letter_by_its_qr_code_and_by_upload_and_sees_what_was_changed()
            throws Exception {
        Browser.Visitor citizen = browser.visitor(city.root(), Browser.PHONE, Browser.INDONESIAN);
        citizen.open(city.root() + LetterSteps.scanned(signed));
        assertThat(citizen.words()).contains(Figure.APPLICANT.displayName());
        citizen.show("periksa-1-kode-qr");
        check(citizen, signed);
        assertThat(citizen.page().getAttribute("#verdict", "data-reason")).isEqualTo("VALID_TRIAL");
        citizen.show("periksa-2-utuh");
        byte[] changed = signed.clone();
        changed[Figure.APPLICANT.letter().length / 2] ^= 1;
        citizen.open(city.at("/periksa"));
        citizen.look("periksa-0-unggah");
        check(citizen, changed);
        assertThat(citizen.page().getAttribute("#verdict", "data-verdict")).isEqualTo("BERUBAH");
        citizen.show("periksa-3-berubah");
    }

    @Test
    @Order(9)
    void the_main_screens_stand_in_english_too() {
        Browser.Visitor citizen = browser.visitor(city.root(), Browser.OFFICE, Browser.ENGLISH);
        citizen.open(city.at("/?lang=en"));
        inEnglish(citizen, "en-welcome");
        citizen.open(city.at("/masuk"));
        inEnglish(citizen, "en-sign-in");
        citizen.open(city.at("/akun/klaim"));
        inEnglish(citizen, "en-claim");
        citizen.open(city.at("/periksa"));
        check(citizen, signed);
        inEnglish(citizen, "en-check");
        Resident owner = at(Figure.APPLICANT);
        owner.open("/beranda?lang=en");
        inEnglish(owner.visitor(), "en-home");
        for (String path : List.of("/permohonan", "/tandatangan", "/sertifikat", "/akun")) {
            owner.open(path);
            inEnglish(owner.visitor(), "en" + path.replace('/', '-'));
        }
        owner.open("/permohonan");
        owner.press("main a[href*='/permohonan/']");
        inEnglish(owner.visitor(), "en-application");
        owner.open("/tandatangan");
        owner.choose("#document", "letter.pdf", "application/pdf", Figure.APPLICANT.letter());
        owner.press("main form .btn-primary");
        inEnglish(owner.visitor(), "en-place");
        officer.open("/petugas/antrean?bagian=selesai&lang=en");
        inEnglish(officer.visitor(), "en-queue");
        officer.press("main .desk-table a");
        inEnglish(officer.visitor(), "en-case");
        officer.open("/petugas/aktivasi");
        inEnglish(officer.visitor(), "en-presence");
    }

    /** The frame and the words are English; what people wrote stays as they wrote it. */
    private static void inEnglish(Browser.Visitor visitor, String picture) {
        assertThat(visitor.page().getAttribute("html", "lang")).isEqualTo("en");
        Object words =
                visitor.page()
                        .evaluate(
                                """
                                () => {
                                  const copy = document.body.cloneNode(true);
                                  copy.querySelectorAll("[lang=id], script").forEach((one) => one.remove());
                                  return copy.textContent.toLowerCase();
                                }
                                """);
        assertThat(String.valueOf(words))
                .doesNotContainPattern("\\b(yang|dan|untuk|dengan|belum|sudah|anda)\\b");
        visitor.look(picture);
    }

    private static void check(Browser.Visitor citizen, byte[] pdf) {
        citizen.page()
                .setInputFiles(
                        "#document", new FilePayload("undangan.pdf", "application/pdf", pdf));
        citizen.press("main form .btn-primary");
    }

    private Resident at(Figure figure) {
        return city.resident(browser, figure, Browser.OFFICE);
    }

    private Resident newcomer(Figure figure, ViewportSize window) {
        return new Resident(city, figure, browser.visitor(city.root(), window, Browser.INDONESIAN));
    }
}
