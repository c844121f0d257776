package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.ViewportSize;
import id.pamong.Pamong;
import id.pamong.lifecycle.registration.TypeRoad;
import id.pamong.lifecycle.subscriber.RaPolicies;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.HeadshipKind;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.NewHolding;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.office.organization.PostId;
import id.pamong.office.organization.PostRegister;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.OpenSsl;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Town;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Cianjur: an acting holder of a post, an electronic system and another party, in the browser. */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class TypesJourneyTest {
    private static final String PASSWORD = "jendela kopi pasar 73";
    private static final String HOST = "antrean.madiunkota.go.id";
    private static final LocalDate SINCE = LocalDate.of(2026, 10, 1);

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private Accounts accounts;
    @Autowired private LocalGovernments governments;
    @Autowired private People people;
    @Autowired private PostRegister posts;
    @Autowired private RaPolicies policies;
    @Autowired private MutableClock clock;

    private Town town;
    private String base;

    @BeforeEach
    void found() {
        clock.reset();
        town = new Town(beans, "perbup-18-2018");
        base = "http://127.0.0.1:" + port + "/" + governments.get(town.government).slug() + "/";
    }

    @Test
    void an_acting_holder_applies_for_the_post_and_sees_what_is_missing() {
        PostRegister.Outcome post =
                posts.add(
                        town.government, town.education, "Kepala Bidang Kurikulum", new UUID(7, 7));
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
                new UUID(7, 7));
        try (Browser browser = new Browser()) {
            Browser.Visitor ade = signIn(browser, Browser.PHONE, town.teacher);
            Page page = ade.page();
            page.navigate(base + "permohonan");
            ade.look("jenis-pilihan");
            page.click("form:has(input[value=POST]) button");
            page.fill("#positionName", "Plt. Kepala Bidang Kurikulum");
            page.fill("#decreePost", "Kepala Bidang Kurikulum");
            page.fill("#decreeFrom", "2026-09-01");
            page.click("button[formaction$='/ajukan']");
            assertThat(page.textContent("main"))
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
            upload(page, "APPOINTMENT_DECREE");
            upload(page, "AUTHORITY_DESIGNATION");
            assertThat(page.inputValue("#designationNumber")).isEqualTo("800/3/2026");
            assertThat(page.textContent("main")).contains("31 Desember 2026");
            ade.look("jenis-jabatan-lengkap");
            Browser.Visitor wide = english(browser, ade);
            wide.look("jenis-jabatan-lebar-en");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_head_registers_a_system_and_its_responsible_person_sends_only_the_request(
            @TempDir Path host) {
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
            Browser.Visitor head = signIn(browser, Browser.OFFICE, town.head);
            Page page = head.page();
            page.navigate(base + "pengelola/sistem");
            page.fill("#hosts", "bank.example");
            page.click("main form .btn-primary");
            assertThat(page.textContent("main")).contains("bank.example");
            head.look("jenis-sistem-daftar-ditolak");
            page.selectOption("#agency", new SelectOption().setLabel("Dinas Pendidikan"));
            page.fill("#name", "Antrean Sekolah");
            page.selectOption("#category", "HIGH");
            page.fill("#hosts", HOST);
            page.click("main form .btn-primary");
            page.fill("#nip", String.valueOf(people.get(town.government, town.teacher).nip()));
            page.fill("#decree", "800/1/2026");
            page.click("form[action$='/penanggung-jawab'] .btn-primary");
            head.look("jenis-sistem-terdaftar");

            Browser.Visitor ade = signIn(browser, Browser.OFFICE, town.teacher);
            Page form = ade.page();
            form.navigate(base + "permohonan");
            form.click("form:has(input[value=SYSTEM]) button");
            form.selectOption("#system", new SelectOption().setIndex(1));
            form.setInputFiles("#request", host.resolve("key.pem"));
            form.click("button[formaction$='/csr']");
            assertThat(form.textContent("main")).contains("kunci privatnya, bukan CSR");
            ade.look("jenis-sistem-kunci-ditolak");
            form.setInputFiles("#request", host.resolve("csr.pem"));
            form.click("button[formaction$='/csr']");
            assertThat(form.textContent("main")).contains("EC 256", HOST);
            assertThat(form.isChecked("input[name=hosts]")).isTrue();
            ade.look("jenis-sistem-csr");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void another_party_names_policy_sponsor_and_end() throws IOException {
        PersonId rudi = town.enter("Rudi Hartono", EmploymentClass.OTHER, "Tenaga Ahli");
        Actor raHead = town.as(town.head, clock.instant(), Role.PERSON, Role.RA_HEAD);
        policies.enter(
                raHead,
                new RaPolicies.Typed(
                        "555/9/2026",
                        "Pihak lain pengguna sertifikat elektronik",
                        SINCE,
                        SINCE,
                        LocalDate.of(2027, 6, 30),
                        false),
                "kebijakan.png",
                () -> new ByteArrayInputStream(TypeRoad.picture()));
        accounts.grant(town.government, town.head, Role.RA_HEAD, null);
        try (Browser browser = new Browser()) {
            Browser.Visitor visitor = signIn(browser, Browser.PHONE, rudi);
            Page page = visitor.page();
            page.navigate(base + "permohonan");
            page.click("form:has(input[value=INDIVIDUAL]) button");
            page.click("button[formaction$='/ajukan']");
            assertThat(page.textContent("main"))
                    .contains("Pilih kebijakan Otoritas Pendaftaran yang menjadi dasar");
            visitor.look("jenis-pihak-lain-ditolak");
            page.selectOption("#policy", new SelectOption().setIndex(1));
            page.fill("#sponsoredUntil", "2027-03-31");
            page.click("button[formaction$='/surat']");
            assertThat(page.textContent("main")).contains("31 Maret 2027");
            visitor.look("jenis-pihak-lain");
            Browser.Visitor office = signIn(browser, Browser.OFFICE, town.head);
            office.page().navigate(base + "petugas/kebijakan");
            office.look("jenis-kebijakan");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void upload(Page page, String item) {
        page.setInputFiles(
                "#" + item, new FilePayload("pindaian.png", "image/png", TypeRoad.picture()));
        page.click("button[formaction$='/berkas/" + item + "']");
    }

    /** The same page at an office's window, in English. */
    private Browser.Visitor english(Browser browser, Browser.Visitor of) {
        Browser.Visitor wide = browser.visitor(base, Browser.OFFICE, "en-GB");
        wide.page().context().addCookies(of.page().context().cookies());
        wide.page().navigate(of.page().url());
        return wide;
    }

    private Browser.Visitor signIn(Browser browser, ViewportSize window, PersonId person) {
        String code = accounts.claimCode(town.government, person, null);
        Browser.Visitor visitor = browser.visitor(base, window, "id-ID");
        Page page = visitor.page();
        page.navigate(base + "akun/klaim");
        String nip = people.get(town.government, person).nip();
        page.fill("#nip", nip == null ? "" : nip);
        page.fill("#nik", people.revealNik(town.government, person));
        page.click("button[value=sheet]");
        page.fill("#code", code);
        page.fill("#newPassword", PASSWORD);
        page.fill("#passwordRepeat", PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL("**/akun/faktor**");
        return visitor;
    }
}
