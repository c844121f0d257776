package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.pamong.Pamong;
import id.pamong.demo.Figure;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Town;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Cianjur: an acting holder of a post, an electronic system and another party, in the browser from
 * the draft to the certificate, its receipt and its use.
 */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class TypesJourneyTest {
    private static final String HOST = "antrean.madiunkota.go.id";
    private static final LocalDate SINCE = LocalDate.of(2026, 10, 1);

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private PostRegister posts;
    @Autowired private MutableClock clock;

    private ServingOffice office;
    private Hall hall;

    private Town open(Browser browser) {
        office = new ServingOffice(beans, "perbup-18-2018");
        office.settle(office.town().teacher);
        hall = new Hall(browser, office, port);
        return office.town();
    }

    @Test
    void an_acting_holder_applies_for_the_post_and_signs_a_letter_in_it() throws IOException {
        try (Browser browser = new Browser()) {
            Town town = open(browser);
            acting(town);
            Browser.Visitor ade = hall.at(Browser.PHONE, town.teacher);
            Page page = ade.page();
            ade.open(hall.base() + "/permohonan");
            ade.look("jenis-pilihan");
            ade.press("form:has(input[value=POST]) button");
            page.fill("#positionName", "Plt. Kepala Bidang Kurikulum");
            page.fill("#decreePost", "Kepala Bidang Kurikulum");
            page.fill("#decreeFrom", "2026-09-01");
            ade.press("button[formaction$='/ajukan']");
            assertThat(ade.words())
                    .contains(
                            "SK Anda menyebut",
                            "SK ini bukan yang terakhir",
                            "Pindaian surat penunjukan wewenang belum ada");
            ade.look("jenis-jabatan-ditolak");
            page.fill("#decreePost", "Plt. Kepala Bidang Kurikulum");
            page.fill("#decreeNumber", "821/12/2026");
            page.fill("#decreeOn", "2026-10-01");
            page.fill("#decreeFrom", "2026-10-01");
            page.fill("#designationNumber", "800/3/2026");
            page.fill("#designationOn", "2026-10-01");
            page.fill("#designationFor", "Memimpin bidang kurikulum");
            page.fill("#designationUntil", "2026-12-31");
            upload(ade, "APPOINTMENT_DECREE");
            upload(ade, "AUTHORITY_DESIGNATION");
            assertThat(page.inputValue("#designationNumber")).isEqualTo("800/3/2026");
            assertThat(ade.words()).contains("31 Desember 2026");
            ade.look("jenis-jabatan-lengkap");
            String id = toTheCertificate(ade, "plt.kurikulum@madiunkota.go.id", "jenis-jabatan");
            ade.open(hall.base() + "/sertifikat");
            ade.press("main a[href*='/sertifikat/']");
            assertThat(ade.words()).contains("Plt. Kepala Bidang Kurikulum", "31 Desember 2026");
            ade.look("jenis-jabatan-sertifikat");
            hall.lookInEnglish(ade, "jenis-jabatan-sertifikat");
            assertThat(id).isNotEmpty();

            byte[] letter = sign(ade, "Plt. Kepala Bidang Kurikulum");
            LetterSteps.expectPdfsigAccepts(letter, "Siti Aminah");
            for (String language : java.util.List.of("id", "en")) {
                Browser.Visitor citizen = hall.citizen(Browser.PHONE);
                citizen.open(hall.base() + "/periksa?lang=" + language);
                citizen.page()
                        .setInputFiles(
                                "#document",
                                new FilePayload("surat.pdf", "application/pdf", letter));
                citizen.press("main form .btn-primary");
                assertThat(citizen.words())
                        .contains("Siti Aminah", "Plt. Kepala Bidang Kurikulum")
                        .contains(
                                language.equals("en")
                                        ? "On record for the day of signing"
                                        : "Tercatat pada hari penandatanganan");
                if (language.equals("id")) {
                    citizen.show("jenis-jabatan-periksa");
                } else {
                    citizen.look("jenis-jabatan-periksa-en");
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void acting(Town town) {
        UUID by = new UUID(7, 7);
        PostRegister.Outcome post =
                posts.add(town.government, town.education, "Kepala Bidang Kurikulum", by);
        posts.enter(
                town.government,
                new NewHolding(
                        new PostId(((PostRegister.Outcome.Entered) post).id()),
                        town.teacher,
                        HeadshipKind.PLT,
                        "821/12/2026",
                        SINCE,
                        SINCE,
                        null,
                        true,
                        true),
                by);
    }

    /** From asking for the letters to the receipt; the id of the application. */
    private String toTheCertificate(Browser.Visitor applicant, String email, String picture) {
        hall.proveAndAsk(applicant, email);
        String id = applicant.page().url().replaceAll(".*/permohonan/([0-9a-f-]{36}).*", "$1");
        hall.giveLetters();
        hall.submit(applicant);
        Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
        hall.approve(officer, id, picture + "-meja");
        hall.activate(applicant, id, hall.identify(officer, id));
        applicant.look(picture + "-selesai");
        return id;
    }

    private byte[] sign(Browser.Visitor owner, String block) throws IOException {
        Page page = owner.page();
        owner.open(hall.base() + "/tandatangan");
        page.setInputFiles(
                "#document",
                new FilePayload("undangan.pdf", "application/pdf", Figure.APPLICANT.letter()));
        owner.press("main form .btn-primary");
        assertThat(page.textContent("#block-post")).isEqualTo(block);
        assertThat(page.locator("#capacity option").allInnerTexts())
                .as("a certificate of a post signs in that post")
                .containsExactly(block);
        owner.look("jenis-jabatan-tandatangan");
        page.fill("#passphrase", Hall.PASSPHRASE);
        owner.press("main form .btn-primary.w-100");
        return Files.readAllBytes(page.waitForDownload(() -> page.click("#download")).path());
    }

    @Test
    void a_systems_host_gets_its_certificate_for_the_request_it_sent_and_serves_with_it(
            @TempDir Path host) throws Exception {
        OpenSsl openssl = new OpenSsl(host);
        openssl.run(
                "req",
                "-new",
                "-nodes",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-subj",
                "/CN=" + HOST,
                "-keyout",
                "key.pem",
                "-out",
                "csr.pem");
        try (Browser browser = new Browser()) {
            Town town = open(browser);
            register(town);
            Browser.Visitor ade = hall.at(Browser.OFFICE, town.teacher);
            Page page = ade.page();
            ade.open(hall.base() + "/permohonan");
            ade.press("form:has(input[value=SYSTEM]) button");
            page.selectOption("#system", new SelectOption().setIndex(1));
            page.setInputFiles("#request", host.resolve("key.pem"));
            ade.press("button[formaction$='/csr']");
            assertThat(ade.words()).contains("kunci privatnya, bukan CSR");
            ade.look("jenis-sistem-kunci-ditolak");
            page.setInputFiles("#request", host.resolve("csr.pem"));
            ade.press("button[formaction$='/csr']");
            assertThat(ade.words()).contains("EC 256", HOST);
            assertThat(page.isChecked("input[name=hosts]")).isTrue();
            ade.look("jenis-sistem-csr");
            page.fill("#purpose", "Bukti antrean yang dikirim sistem kepada warga.");
            hall.proveAndAsk(ade, "siti.aminah@madiunkota.go.id");
            String id = page.url().replaceAll(".*/permohonan/([0-9a-f-]{36}).*", "$1");
            hall.giveLetters();
            hall.submit(ade);
            Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
            hall.approve(officer, id, "jenis-sistem-meja");
            String code = hall.identify(officer, id);
            ade.open(hall.base() + "/aktivasi/" + id);
            page.fill("#code", code);
            ade.press("form[action$='/kode'] button");
            hall.accept(ade);
            ade.look("jenis-sistem-pesan");
            ade.press("form[action$='/csr'] button");
            ade.look("jenis-sistem-tanda-terima");
            ade.press("form[action$='/tanda-terima'] button");
            ade.show("jenis-sistem-selesai");
            hall.lookInEnglish(ade, "jenis-sistem-selesai");
            Files.copy(
                    page.waitForDownload(() -> page.click("a[href$='/rantai.pem']")).path(),
                    host.resolve("chain.pem"));
            serves(openssl);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The head of the agency registers the system and names who answers for it. */
    private void register(Town town) {
        Browser.Visitor head = hall.at(Browser.OFFICE, town.head);
        Page page = head.page();
        head.open(hall.base() + "/pengelola/sistem");
        page.fill("#hosts", "bank.example");
        head.press("main form .btn-primary");
        assertThat(head.words()).contains("bank.example");
        head.look("jenis-sistem-daftar-ditolak");
        page.selectOption("#agency", new SelectOption().setLabel("Dinas Pendidikan"));
        page.fill("#name", "Antrean Sekolah");
        page.selectOption("#category", "HIGH");
        page.fill("#hosts", HOST);
        head.press("main form .btn-primary");
        page.fill("#nip", office.nip(town.teacher));
        page.fill("#decree", "800/1/2026");
        head.press("form[action$='/penanggung-jawab'] .btn-primary");
        head.look("jenis-sistem-terdaftar");
        hall.lookInEnglish(head, "jenis-sistem-terdaftar");
    }

    /** OpenSSL accepts the chain for this name and this key, and shakes hands with the host. */
    private void serves(OpenSsl openssl) throws Exception {
        String origin = hall.base().replaceAll("/[^/]+$", "");
        byte[] root =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(origin + "/pki/root/ca.crt"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body();
        openssl.file("root.der", root);
        said(openssl, "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        String at = Long.toString(clock.instant().getEpochSecond());
        assertThat(
                        said(
                                openssl,
                                "verify",
                                "-attime",
                                at,
                                "-purpose",
                                "sslserver",
                                "-verify_hostname",
                                HOST,
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "chain.pem",
                                "chain.pem"))
                .contains("chain.pem: OK");
        assertThat(said(openssl, "x509", "-in", "chain.pem", "-noout", "-pubkey"))
                .isEqualTo(said(openssl, "pkey", "-in", "key.pem", "-pubout"));
        try (TlsHost server = TlsHost.serve(openssl)) {
            assertThat(server.greet(openssl, HOST, clock.instant()).text())
                    .contains("Verification: OK", "Verified peername: " + HOST);
            OpenSsl.Said other = server.greet(openssl, "bank." + HOST, clock.instant());
            assertThat(other.status()).as(other.text()).isNotZero();
        }
    }

    private static String said(OpenSsl openssl, String... arguments) {
        OpenSsl.Said said = openssl.run(arguments);
        assertThat(said.status()).as(said.text()).isZero();
        return said.text();
    }

    @Test
    void another_party_gets_a_certificate_for_as_long_as_the_sponsor_says() {
        try (Browser browser = new Browser()) {
            Town town = open(browser);
            PersonId rudi = office.settle("Rudi Hartono", EmploymentClass.OTHER, "Tenaga Ahli");
            beans.getBean(id.pamong.office.organization.People.class)
                    .nameSuperior(town.government, rudi, town.superior, SINCE, null);
            beans.getBean(id.pamong.office.identity.Accounts.class)
                    .grant(town.government, town.head, Role.RA_HEAD, null);
            Browser.Visitor visitor = hall.at(Browser.PHONE, rudi);
            Page page = visitor.page();
            visitor.open(hall.base() + "/permohonan");
            visitor.press("form:has(input[value=INDIVIDUAL]) button");
            visitor.press("button[formaction$='/ajukan']");
            assertThat(visitor.words()).contains("yang menjadi dasar permohonan Anda");
            visitor.look("jenis-pihak-lain-ditolak");
            String draft = page.url().replaceAll("/ajukan.*|[?#].*", "");
            policy(town, form -> form.fill("#until", "2027-06-30"));
            visitor.open(draft);
            page.selectOption("#policy", new SelectOption().setIndex(1));
            page.fill("#sponsoredUntil", "2027-12-31");
            visitor.press("button[formaction$='/ajukan']");
            visitor.look("jenis-pihak-lain-terlalu-lama");
            page.fill("#sponsoredUntil", "2027-03-31");
            toTheCertificate(visitor, "rudi.hartono@madiunkota.go.id", "jenis-pihak-lain");
            visitor.open(hall.base() + "/sertifikat");
            visitor.press("main a[href*='/sertifikat/']");
            assertThat(visitor.words()).contains("31 Maret 2027");
            visitor.look("jenis-pihak-lain-sertifikat");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The head of the office enters the policy that lets other parties in. */
    private void policy(Town town, Consumer<Page> end) {
        Browser.Visitor head = hall.at(Browser.OFFICE, town.head);
        Page page = head.page();
        head.open(hall.base() + "/petugas/kebijakan");
        head.press("main form .btn-primary");
        assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(3);
        head.look("jenis-kebijakan-ditolak");
        page.fill("#number", "555/9/2026");
        page.fill("#title", "Pihak lain pengguna sertifikat elektronik");
        page.fill("#datedOn", SINCE.toString());
        page.fill("#from", SINCE.toString());
        end.accept(page);
        page.setInputFiles("#file", Hall.scan("kebijakan.png"));
        head.press("main form .btn-primary");
        assertThat(head.words()).contains("555/9/2026");
        head.look("jenis-kebijakan");
        hall.lookInEnglish(head, "jenis-kebijakan");
    }

    private static void upload(Browser.Visitor visitor, String item) {
        visitor.page().setInputFiles("#" + item, Hall.scan("pindaian.png"));
        visitor.press("button[formaction$='/berkas/" + item + "']");
    }
}
