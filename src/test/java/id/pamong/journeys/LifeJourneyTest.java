package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.pamong.Pamong;
import id.pamong.lifecycle.certificate.CertificateState;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.People;
import id.pamong.testkit.CertifiedOwner;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import id.pamong.testkit.WaitingMails;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** What becomes of a certificate after its issue: renewed, revoked by its owner, its key lost. */
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class LifeJourneyTest {
    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private BeanFactory beans;
    @Autowired private People people;
    @Autowired private Certificates certificates;
    @Autowired private MutableClock clock;

    private Town town;
    private String base;

    @BeforeEach
    void found() {
        clock.reset();
        town = towns.found();
        base = "http://127.0.0.1:" + port + town.at("");
    }

    @Test
    void an_owner_renews_with_one_press_and_the_office_sees_who_has_not() {
        Citizen hadi = town.withAccount("Hadi Purnomo");
        Citizen rina = town.withAccount("Rina Kartika", Role.RA_OFFICER);
        RegisteredCertificate old = CertifiedOwner.certify(beans, town.id(), hadi.id());
        clock.set(old.notAfter().minus(Duration.ofDays(20)));
        try (Browser browser = new Browser()) {
            Browser.Visitor office = at(browser, rina);
            office.open(base + "/petugas/masa-berlaku");
            assertThat(office.words()).contains("Hadi Purnomo").contains("Belum diajukan");
            office.look("pembaruan-1-papan");
            office.page().check("#sure");
            office.page().selectOption("#window", "D30");
            office.press("form[action$='/ingatkan'] .btn-primary");
            assertThat(office.words()).contains("1 pemilik diingatkan");

            Browser.Visitor owner = at(browser, hadi);
            owner.open(base + "/beranda");
            assertThat(owner.words()).contains("Sertifikat Anda berakhir");
            owner.press("main a[href$='/perbarui']");
            owner.look("pembaruan-2-perbarui");
            owner.press("main form .btn-primary");
            assertThat(owner.page().url()).contains("/permohonan/");
            owner.look("pembaruan-3-permohonan");
            owner.open(base + "/sertifikat/" + old.id() + "?lang=en");
            owner.look("pembaruan-4-sertifikat-en");

            office.open(base + "/petugas/masa-berlaku?lang=en");
            assertThat(office.words()).contains("Under way");
            office.look("pembaruan-5-papan-en");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_owner_changes_the_passphrase_and_states_at_the_end_that_the_key_is_destroyed() {
        Citizen hadi = town.withAccount("Hadi Purnomo");
        Citizen rina = town.withAccount("Rina Kartika", Role.RA_OFFICER);
        RegisteredCertificate here = CertifiedOwner.certify(beans, town.id(), hadi.id());
        RegisteredCertificate own = CertifiedOwner.withOwnKey(beans, town.id(), hadi.id());
        try (Browser browser = new Browser()) {
            Browser.Visitor owner = at(browser, hadi);
            owner.open(base + "/sertifikat/" + here.id());
            owner.press("main a[href$='/passphrase']");
            owner.page().fill("#passphrase", "bukan passphrase saya");
            owner.page().fill("#newPassphrase", "sepuluh layang-layang");
            owner.page().fill("#passphraseRepeat", "sepuluh layang-layang");
            owner.press("main form .btn-primary");
            assertThat(owner.words()).contains("Tersisa 4 dari 5");
            owner.look("passphrase-1-salah");
            owner.page().fill("#passphrase", CertifiedOwner.PASSPHRASE);
            owner.page().fill("#newPassphrase", "sepuluh layang-layang");
            owner.page().fill("#passphraseRepeat", "sepuluh layang-layang");
            owner.press("main form .btn-primary");
            assertThat(owner.words()).contains("Passphrase sudah diganti");
            owner.look("passphrase-2-diganti");
            owner.open(base + "/sertifikat/" + here.id() + "/passphrase?lang=en");
            owner.look("passphrase-1-en");

            clock.set(own.notAfter().plus(Duration.ofDays(1)));
            Browser.Visitor later = at(browser, hadi);
            later.open(base + "/sertifikat/" + own.id() + "?lang=id");
            later.press("main a[href$='/pemusnahan']");
            later.press("main form .btn-primary");
            assertThat(later.words()).contains("Pilih bagaimana kuncinya dimusnahkan");
            later.look("pemusnahan-1-ditolak");
            later.page().check("input[value='FILE']");
            later.page().check("#declared");
            later.press("main form .btn-primary");
            assertThat(later.words()).contains("Pemusnahan dinyatakan pada");
            later.show("pemusnahan-2-dinyatakan");
            later.open(base + "/sertifikat/" + here.id() + "/pemusnahan?lang=en");
            assertThat(later.words()).contains("Destroy the key now");
            later.look("pemusnahan-3-di-sini-en");
            Browser.Visitor office = at(browser, rina);
            office.open(base + "/petugas/pemusnahan");
            assertThat(office.words()).contains("Hadi Purnomo").contains("Dinyatakan pemilik");
            office.show("pemusnahan-4-daftar");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_owner_revokes_the_own_certificate_and_sees_it_blocked() {
        Citizen hadi = town.withAccount("Hadi Purnomo");
        Citizen head = town.withAccount("Sri Wahyuni", Role.RA_HEAD);
        RegisteredCertificate one = CertifiedOwner.certify(beans, town.id(), hadi.id());
        try (Browser browser = new Browser()) {
            Browser.Visitor office = at(browser, head);
            office.open(base + "/pengelola/kontak-ca");
            office.page().fill("#name", "Balai Sertifikasi Contoh");
            office.page().fill("#phone", "021 7805814");
            office.page().fill("#hours", "24 jam");
            office.look("pencabutan-0-kontak");
            office.press("main form .btn-primary");
            assertThat(office.words()).contains("tersimpan");

            Browser.Visitor owner = at(browser, hadi);
            owner.open(base + "/sertifikat/" + one.id());
            owner.press("main a[href$='/cabut']");
            owner.look("pencabutan-1-minta");
            owner.page().check("input[value='WRONG_DATA']");
            owner.page().check("#sure");
            owner.page().fill("#since", "2030-01-01T08:00");
            owner.press("main form .btn-danger");
            assertThat(owner.words()).contains("Waktu itu tidak mungkin");
            assertThat(owner.page().isChecked("input[value='WRONG_DATA']")).isTrue();
            owner.look("pencabutan-2-ditolak");
            owner.page().fill("#since", "");
            owner.page().check("#sure");
            owner.press("main form .btn-danger");
            assertThat(owner.words())
                    .contains("Menunggu putusan")
                    .contains("sudah diblokir di sini");
            owner.look("pencabutan-3-perkara");
            owner.open(owner.page().url().replaceAll("\\?.*", "") + "?lang=en");
            owner.look("pencabutan-3-perkara-en");
            owner.open(base + "/sertifikat?lang=en");
            assertThat(owner.words()).contains("Blocked here");
            owner.open(base + "/tandatangan?lang=id");
            owner.look("pencabutan-4-tandatangan");

            office.open(base + "/petugas/pencabutan");
            assertThat(office.words()).contains("Permintaan pemilik");
            office.look("pencabutan-5-daftar");
            assertThat(state(one)).isInstanceOf(CertificateState.Blocked.class);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_lost_key_is_blocked_from_the_street_and_leads_to_the_new_application() {
        Citizen hadi = town.withAccount("Hadi Purnomo");
        Citizen boss = town.withAccount("Bambang Sutejo");
        people.confirmEmail(town.id(), hadi.id(), hadi.email(), clock.instant());
        people.nameSuperior(town.id(), hadi.id(), boss.id(), LocalDate.of(2024, 1, 2), null);
        RegisteredCertificate one = CertifiedOwner.certify(beans, town.id(), hadi.id());
        try (Browser browser = new Browser()) {
            Browser.Visitor street = browser.visitor(base, Browser.PHONE, "id-ID");
            street.open(base + "/");
            street.look("kunci-1-halaman-awal");
            street.press("a[href$='/kunci-hilang']");
            street.look("kunci-2-tanpa-masuk");
            street.page().fill("#code", "AAAA-BBBB-CCCC-DDDD");
            street.press("form[action$='/kode'] .btn");
            assertThat(street.words()).contains("tidak dikenal");
            street.page().fill("#email", hadi.email());
            street.press("form[action$='/tautan'] .btn");
            assertThat(street.words()).contains("Bila alamat itu e-mail dinas");
            String path =
                    new WaitingMails(beans)
                            .find(
                                    town.id(),
                                    "keyloss-link",
                                    Pattern.compile("/kunci-hilang/tautan/[A-Za-z0-9_-]+"));
            street.open(base + path);
            street.look("kunci-3-tautan");
            assertThat(state(one)).isInstanceOf(CertificateState.InForce.class);
            street.press("main form .btn-danger");
            assertThat(street.words()).contains("sudah diblokir");
            street.look("kunci-4-diblokir");
            assertThat(state(one)).isInstanceOf(CertificateState.Blocked.class);

            Browser.Visitor owner = at(browser, hadi);
            owner.open(base + "/beranda");
            owner.press("main a[href*='/laporan-kunci/']");
            String report = owner.page().url();
            owner.look("kunci-5-laporan");
            owner.page().check("#true");
            owner.press("#statement .btn-primary");
            assertThat(owner.words()).contains("Menunggu atasan").contains("Bambang Sutejo");

            Browser.Visitor above = at(browser, boss);
            above.open(base + "/beranda");
            above.press("main a[href*='/laporan-kunci/']");
            above.look("kunci-6-atasan");
            above.press("form[action$='/ketahui'] .btn-primary");
            assertThat(above.words()).contains("Diketahui atasan");

            owner.open(report + "?lang=en");
            assertThat(owner.words()).contains("Known to the superior");
            owner.look("kunci-7-laporan-en");
            owner.press("main a[href*='/permohonan/']");
            assertThat(owner.page().url()).contains("/permohonan/");
            owner.open(base + "/kode-darurat?lang=id");
            owner.press("main form .btn-primary");
            owner.look("kunci-8-kode-darurat");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private CertificateState state(RegisteredCertificate one) {
        return certificates
                .byId(town.id(), one.id())
                .map(RegisteredCertificate::state)
                .orElseThrow();
    }

    private Browser.Visitor at(Browser browser, Citizen citizen) {
        Browser.Visitor visitor = browser.visitor(base, Browser.OFFICE, "id-ID");
        jakarta.servlet.http.Cookie session = citizen.session();
        Page page = visitor.page();
        page.context()
                .addCookies(
                        List.of(
                                new Cookie(session.getName(), session.getValue())
                                        .setUrl("http://127.0.0.1:" + port)));
        return visitor;
    }
}
