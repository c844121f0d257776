package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.pamong.Pamong;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.authority.custody.Custody;
import id.pamong.authority.custody.KeyAlgorithm;
import id.pamong.authority.custody.NewKey;
import id.pamong.authority.gateway.CertificateOrder;
import id.pamong.authority.gateway.OrderBook;
import id.pamong.authority.gateway.OrderOutcome;
import id.pamong.authority.gateway.ProfileId;
import id.pamong.authority.gateway.RequestKey;
import id.pamong.authority.gateway.Standing;
import id.pamong.authority.gateway.SubjectName;
import id.pamong.demo.Figure;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.NewCertificate;
import id.pamong.lifecycle.certificate.RegistrationOutcome;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.People;
import id.pamong.office.organization.Person;
import id.pamong.office.protection.SecretBytes;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Towns;
import id.pamong.testkit.Towns.Citizen;
import id.pamong.testkit.Towns.Town;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The administrator enters a Plt. and a power to sign; a letter goes out in the mayor's name. */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class PostsJourneyTest {
    private static final String PASSPHRASE = "pohon mangga di halaman 7";

    @LocalServerPort private int port;
    @Autowired private Towns towns;
    @Autowired private People people;
    @Autowired private Custody custody;
    @Autowired private OrderBook orders;
    @Autowired private Certificates certificates;
    @Autowired private BuiltinAuthority authority;
    @Autowired private TenantTransactions transactions;
    @Autowired private MutableClock clock;

    @Test
    void a_plt_is_entered_and_signs_a_letter_in_the_mayors_name() throws Exception {
        clock.reset();
        Town town = towns.found();
        TestAuthority.serve(authority, clock, town.id(), town.government().slug());
        Citizen keeper = town.withAccount("Ratna Dewi", Role.ADMINISTRATOR);
        Citizen hadi = town.withAccount("Hadi Purnomo");
        certify(town, hadi);
        String base = "http://127.0.0.1:" + port + town.at("");
        try (Browser browser = new Browser()) {
            Browser.Visitor office = at(browser, keeper, base);
            Page desk = office.page();
            desk.navigate(base + "/pengelola/jabatan");
            office.look("jabatan-1-daftar");
            desk.click("main a:has-text('Sekretaris Daerah')");
            desk.fill("#person", "Hadi");
            desk.selectOption("#kind", "PLT");
            desk.fill("#until", "2026-01-01");
            desk.click("form[action$='/pemangku'] .btn-primary");
            assertThat(desk.textContent(".summary")).contains("nomor SK").contains("Tanggal");
            assertThat(desk.inputValue("#person")).isEqualTo("Hadi");
            office.look("jabatan-2-ditolak");
            desk.fill("#decree", "821.2/17/2026");
            desk.fill("#decreeOn", "2026-11-20");
            desk.fill("#from", "2026-11-21");
            desk.fill("#until", "");
            desk.click("form[action$='/pemangku'] .btn-primary");
            assertThat(desk.textContent("main"))
                    .contains("Pelaksana tugas (Plt.)")
                    .contains("Menunggu pengesahan orang kedua");
            office.look("jabatan-2-menunggu");
            Browser.Visitor second =
                    at(browser, town.withAccount("Kepala Dinas", Role.RA_HEAD), base);
            second.page().navigate(desk.url());
            second.page().click("form[action$='/sahkan'] button");
            assertThat(second.page().textContent("main")).contains("Sedang memegang");
            second.page().click("summary:has-text('Batalkan catatan ini')");
            second.look("jabatan-2-disahkan");

            desk.click("summary:has-text('Catat pelimpahan wewenang')");
            desk.selectOption("#of", new SelectOption().setLabel("Wali Kota Contoh"));
            desk.fill("#scope", "Undangan dan surat pemberitahuan");
            desk.fill("#mandateDecree", "100.3/45/2026");
            desk.fill("#mandateDecreeOn", "2026-11-20");
            desk.fill("#mandateFrom", "2026-11-21");
            desk.click("form[action$='/pelimpahan'] .btn-primary");
            assertThat(desk.textContent("main")).contains("a.n. Wali Kota Contoh");
            office.look("jabatan-3-riwayat");
            desk.navigate(desk.url() + "?lang=en");
            office.look("jabatan-3-riwayat-en");
            desk.navigate(base + "/pengelola/jabatan?lang=en");
            office.look("jabatan-1-daftar-en");

            Browser.Visitor signer = at(browser, hadi, base);
            Page own = signer.page();
            own.navigate(base + "/tandatangan");
            own.setInputFiles(
                    "#document",
                    new FilePayload("undangan.pdf", "application/pdf", Figure.APPLICANT.letter()));
            own.click("main form .btn-primary");
            own.selectOption(
                    "#capacity",
                    new SelectOption().setLabel("a.n. Wali Kota Contoh / Plt. Sekretaris Daerah"));
            assertThat(own.textContent("#block-post")).startsWith("a.n. Wali Kota Contoh");
            signer.look("jabatan-4-tandatangan");
            own.fill("#passphrase", PASSPHRASE);
            own.click("main form .btn-primary.w-100");
            byte[] letter =
                    Files.readAllBytes(own.waitForDownload(() -> own.click("#download")).path());
            Files.createDirectories(Path.of("target", "pictures"));
            Files.write(Path.of("target", "pictures", "jabatan-surat.pdf"), letter);

            for (String language : List.of("id", "en")) {
                Browser.Visitor citizen =
                        browser.visitor(
                                base,
                                language.equals("en") ? Browser.PHONE : Browser.OFFICE,
                                language.equals("en") ? "en-GB" : "id-ID");
                Page check = citizen.page();
                check.navigate(base + "/periksa?lang=" + language);
                check.setInputFiles(
                        "#document", new FilePayload("undangan.pdf", "application/pdf", letter));
                check.click("main form .btn-primary");
                assertThat(check.textContent("main"))
                        .contains("a.n. Wali Kota Contoh / Plt. Sekretaris Daerah")
                        .contains(
                                language.equals("en")
                                        ? "On record for the day of signing"
                                        : "Tercatat pada hari penandatanganan");
                citizen.look("jabatan-5-periksa-" + language);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Browser.Visitor at(Browser browser, Citizen citizen, String base) {
        Browser.Visitor visitor = browser.visitor(base, Browser.OFFICE, "id-ID");
        jakarta.servlet.http.Cookie session = citizen.session();
        visitor.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(session.getName(), session.getValue())
                                        .setUrl("http://127.0.0.1:" + port)));
        return visitor;
    }

    /** Without the road that leads there: this journey is about posts. */
    private void certify(Town town, Citizen citizen) {
        Person person = people.get(town.id(), citizen.id());
        SubjectName subject = new SubjectName(person.displayName(), "Pemerintah Kota Contoh", "ID");
        NewKey key;
        try (SecretBytes secret = Towns.secret(PASSPHRASE)) {
            key = custody.create(town.id(), KeyAlgorithm.EC_P256, secret, subject.rfc4514());
        }
        CertificateOrder order =
                new CertificateOrder(
                        new RequestKey(UUID.randomUUID()),
                        town.id(),
                        ProfileId.INDIVIDUAL_SIGNATURE,
                        subject,
                        List.of(),
                        key.csrDer());
        RegistrationOutcome outcome =
                transactions.inTenant(
                        town.id(),
                        () ->
                                switch (orders.place(order)) {
                                    case OrderOutcome.Issued(byte[] der, List<byte[]> chain) ->
                                            certificates.register(
                                                    town.id(),
                                                    new NewCertificate(
                                                            order,
                                                            key,
                                                            citizen.id(),
                                                            Standing.TRIAL,
                                                            person.post(),
                                                            person.agencyName(),
                                                            der,
                                                            chain));
                                    case OrderOutcome other ->
                                            throw new AssertionError(other.toString());
                                });
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Registered.class);
    }
}
