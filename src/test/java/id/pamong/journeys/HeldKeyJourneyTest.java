package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.Pamong;
import id.pamong.lifecycle.certificate.Certificates;
import id.pamong.lifecycle.certificate.KeyCustody;
import id.pamong.lifecycle.certificate.RegisteredCertificate;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.Article;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** A key that its owner makes and keeps: browser, request, file, receipt; the key is never here. */
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class HeldKeyJourneyTest {
    private static final String PASSPHRASE = "tujuh perahu di Sarangan";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private Certificates certificates;
    @Autowired private JdbcClient jdbc;
    @Autowired private TenantTransactions transactions;

    @Test
    @Article("MDN-1.13")
    void an_owner_makes_the_key_in_the_browser_keeps_the_file_and_signs_the_receipt_with_it(
            @TempDir Path folder) throws Exception {
        ServingOffice office = new ServingOffice(beans, "perwal-30-2019");
        ApplicationId id = office.submitted("Dewi Lestari");
        PersonId person = office.applicant(id);
        try (Browser browser = new Browser()) {
            Hall hall = new Hall(browser, office, port);
            Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
            hall.approve(officer, id, "kunci-sendiri-meja");
            String code = hall.identify(officer, id);
            Browser.Visitor owner = hall.at(Browser.PHONE, person);
            Page page = owner.page();
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                String body = request.postData();
                sent.add(request.url() + (body == null ? "" : body));
            });
            owner.open(hall.base() + "/aktivasi/" + id);
            page.fill("#code", code);
            owner.press("form[action$='/kode'] button");
            hall.accept(owner);
            page.click("details summary:has-text('menyimpan kuncinya sendiri')");
            String make = "form[data-held-key=make] ";
            page.fill("#heldPassphrase", "dewi lestari 12345");
            page.fill("#heldRepeat", PASSPHRASE);
            page.click(make + "button");
            assertThat(page.textContent(make + ".held-said")).contains("mudah ditebak");
            owner.look("kunci-sendiri-1-ditolak");
            page.fill("#heldPassphrase", PASSPHRASE);
            owner.show("kunci-sendiri-1-buat");
            hall.lookInEnglish(owner, "kunci-sendiri-1-buat");
            page.click("details summary:has-text('menyimpan kuncinya sendiri')");
            page.fill("#heldPassphrase", PASSPHRASE);
            page.fill("#heldRepeat", PASSPHRASE);
            page.evaluate(
                    """
                    () => {
                      const send = HTMLFormElement.prototype.submit;
                      HTMLFormElement.prototype.submit = function () {
                        sessionStorage.waits = this.querySelector("button").disabled;
                        send.call(this);
                      };
                    }
                    """);
            owner.press(make + "button");
            assertThat(page.evaluate("() => sessionStorage.waits"))
                    .as("no second key while the first is ordered")
                    .isEqualTo("true");

            assertThat(owner.words()).contains("Simpan berkas kunci Anda");
            makesAnotherKey(page);
            assertThat(page.evaluate("() => Object.keys(localStorage).length")).isEqualTo(2);
            RegisteredCertificate certificate =
                    certificates.of(office.town().government, person).getFirst();
            assertThat(certificate.custody()).isEqualTo(KeyCustody.SUBSCRIBER_HELD);
            assertThat(certificate.sealedKey()).isNull();
            String save = "form[data-held-key=save] ";
            page.fill("#savePassphrase", "bukan passphrase itu");
            page.click(save + "button");
            page.waitForSelector(save + ".held-said:has-text('tidak membuka kunci')");
            exchangeKeys(page);
            page.fill("#savePassphrase", PASSPHRASE);
            page.click(save + "button");
            page.waitForSelector(save + ".held-said:has-text('bukan kunci sertifikat ini')");
            owner.look("kunci-sendiri-2-bukan-kuncinya");
            exchangeKeys(page);
            byte[] file =
                    Files.readAllBytes(
                            page.waitForDownload(() -> page.click(save + "button")).path());
            page.waitForSelector(save + ".held-said:has-text('Berkas telah disimpan')");
            owner.show("kunci-sendiri-2-simpan");
            opensElsewhere(file, certificate, folder);

            String receipt = "form[data-held-key=receipt] ";
            page.click(receipt + "button");
            assertThat(page.textContent(receipt + ".held-said")).contains("Pilih dahulu");
            page.setInputFiles(
                    "#keyFile",
                    new FilePayload("x.p12", "application/x-pkcs12", new byte[] {0x30, 5, 1}));
            page.fill("#filePassphrase", PASSPHRASE);
            page.click(receipt + "button");
            page.waitForSelector(receipt + ".held-said:has-text('bukan berkas kunci')");
            page.setInputFiles(
                    "#keyFile", new FilePayload("x.p12", "application/x-pkcs12", foreign(folder)));
            page.fill("#filePassphrase", "lain");
            page.click(receipt + "button");
            page.waitForSelector(receipt + ".held-said:has-text('sertifikat lain')");
            page.setInputFiles("#keyFile", new FilePayload("k.p12", "application/x-pkcs12", file));
            page.fill("#filePassphrase", "salah sekali");
            page.click(receipt + "button");
            page.waitForSelector(receipt + ".held-said:has-text('tidak membuka kunci')");
            owner.look("kunci-sendiri-3-ditolak");
            page.fill("#filePassphrase", PASSPHRASE);
            owner.press(receipt + "button");
            assertThat(owner.words()).contains("Kuncinya hanya ada dalam berkas Anda");
            owner.look("kunci-sendiri-4-selesai");
            byte[] signed =
                    Files.readAllBytes(
                            page.waitForDownload(() -> page.click("a[href$='/tanda-terima.pdf']"))
                                    .path());
            LetterSteps.expectPdfsigAccepts(signed, "Dewi Lestari");
            assertThat(page.evaluate("() => Object.keys(localStorage).length")).isEqualTo(0);

            owner.open(hall.base() + "/sertifikat");
            assertThat(owner.words()).contains("disimpan pemilik dalam berkasnya sendiri");
            owner.look("kunci-sendiri-5-sertifikat");
            owner.open(hall.base() + "/tandatangan");
            assertThat(owner.words()).contains("tersimpan dalam berkas Anda sendiri");
            owner.look("kunci-sendiri-6-tandatangan");
            owner.open(hall.base() + "/tandatangan?lang=en");
            owner.look("kunci-sendiri-6-tandatangan-en");

            assertThat(sent)
                    .as("neither the passphrase nor the key leaves the browser")
                    .anyMatch(each -> each.contains("csr"))
                    .noneMatch(each -> each.replace("+", " ").contains("Sarangan"))
                    .noneMatch(each -> each.contains("PRIVATE"));
            assertThat(
                            transactions.inTenant(
                                    office.town().government,
                                    () ->
                                            jdbc.sql("select count(*) from prepared_receipt")
                                                    .query(Integer.class)
                                                    .single()))
                    .isZero();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** What a stale second tab leaves: another key of the same activation and passphrase. */
    private static void makesAnotherKey(Page page) {
        page.evaluate(
                """
                async (passphrase) => {
                  const { makeKey, sealKey } = await import("/js/pkcs12.js");
                  const sealed = await sealKey(await makeKey("EC_P256"), passphrase);
                  const [ordered] = Object.keys(localStorage);
                  localStorage.setItem(ordered.slice(0, -64) + "0".repeat(64), btoa(String.fromCharCode(...sealed)));
                }
                """,
                PASSPHRASE);
    }

    /** Puts each of the two sealed keys in the other's place. */
    private static void exchangeKeys(Page page) {
        page.evaluate(
                """
                () => {
                  const [one, two] = Object.keys(localStorage);
                  [localStorage[one], localStorage[two]] = [localStorage[two], localStorage[one]];
                }
                """);
    }

    /** OpenSSL and Java open the file and find the key of the certificate in it. */
    private static void opensElsewhere(byte[] file, RegisteredCertificate certificate, Path folder)
            throws Exception {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.file("k.p12", file);
        OpenSsl.Said said =
                openssl.run(
                        "pkcs12",
                        "-in",
                        "k.p12",
                        "-passin",
                        "pass:" + PASSPHRASE,
                        "-info",
                        "-noout");
        assertThat(said.text())
                .contains("MAC: sha256, Iteration 600000")
                .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256");
        assertThat(
                        openssl.run("pkcs12", "-in", "k.p12", "-passin", "pass:salah", "-noout")
                                .status())
                .isNotZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), PASSPHRASE.toCharArray());
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, PASSPHRASE.toCharArray());
        X509Certificate own = (X509Certificate) store.getCertificate(alias);
        assertThat(own.getEncoded()).isEqualTo(certificate.der());
        assertThat(store.getCertificateChain(alias)).hasSizeGreaterThan(1);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update("bukti".getBytes(StandardCharsets.UTF_8));
        byte[] made = signature.sign();
        signature.initVerify(own);
        signature.update("bukti".getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(made)).isTrue();
    }

    /** A key file that OpenSSL made, of another certificate. */
    private static byte[] foreign(Path folder) throws Exception {
        OpenSsl openssl = new OpenSsl(folder);
        openssl.run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=Lain",
                "-keyout",
                "lain.key",
                "-out",
                "lain.pem");
        openssl.run(
                "pkcs12",
                "-export",
                "-inkey",
                "lain.key",
                "-in",
                "lain.pem",
                "-out",
                "lain.p12",
                "-passout",
                "pass:lain");
        return Files.readAllBytes(folder.resolve("lain.p12"));
    }
}
