package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import id.pamong.Pamong;
import id.pamong.authority.builtin.BuiltinAuthority;
import id.pamong.lifecycle.enrollment.Enrollment;
import id.pamong.lifecycle.enrollment.Step;
import id.pamong.lifecycle.registration.ApprovedApplication;
import id.pamong.office.database.TenantTransactions;
import id.pamong.office.identity.Accounts;
import id.pamong.office.identity.Actor;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.LocalGovernments;
import id.pamong.office.organization.People;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.MutableClock;
import id.pamong.testkit.TestAuthority;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import id.pamong.testkit.Town;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.ContextConfiguration;

/**
 * Two roads for those who cannot do it all on line: paper at the counter, parked without e-mail.
 */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class CounterJourneyTest {
    private static final String PASSWORD = "jendela kopi pasar 73";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private Accounts accounts;
    @Autowired private LocalGovernments governments;
    @Autowired private People people;
    @Autowired private MutableClock clock;
    @Autowired private SessionRepository<? extends Session> sessions;

    @Test
    void parked_without_an_official_e_mail_the_application_goes_on_where_it_was() {
        Town town = new Town(beans);
        String base = base(town);
        PersonId dewi = town.enter("Dewi Lestari", EmploymentClass.PNS, "Pranata Komputer");
        accounts.grant(town.government, dewi, Role.MAIL_ADMINISTRATOR, null);
        try (Browser browser = new Browser()) {
            Browser.Visitor siti = signIn(browser, Browser.PHONE, town, base, town.teacher);
            Page page = siti.page();
            page.navigate(base + "permohonan");
            siti.press("main form button[type=submit]");
            siti.press("button[formaction$='/tanpa-email']");
            assertThat(page.locator("#mailbox-wish").textContent())
                    .contains("administrator e-mail");
            siti.show("tanpa-email-menunggu");
            siti.press("button[formaction$='/surat']");
            String application = page.url().replaceAll("[?#].*", "");
            page.navigate(application + "?lang=en");
            assertThat(page.locator("#mailbox-wish").textContent()).contains("mail administrator");
            siti.look("tanpa-email-menunggu-en");
            page.navigate(base + "beranda?lang=id");
            siti.look("tanpa-email-beranda");

            Browser.Visitor administrator = signIn(browser, Browser.OFFICE, town, base, dewi);
            Page list = administrator.page();
            list.navigate(base + "pengelola/alamat-email");
            administrator.show("alamat-email-daftar");
            String code = list.locator("input[name=kode]").first().inputValue();
            list.setInputFiles(
                    "#file",
                    new FilePayload(
                            "balasan.csv",
                            "text/csv",
                            ("kode;alamat\nZZZZZZZZ;entah@madiunkota.go.id\n"
                                            + code
                                            + ";siti.aminah@madiunkota.go.id\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            administrator.press("form[action$='/balasan'] button");
            list.waitForSelector(".standing-bad");
            assertThat(list.locator(".standing-bad").count()).isEqualTo(1);
            administrator.show("alamat-email-hasil");
            list.navigate(base + "pengelola/alamat-email?lang=en");
            administrator.look("alamat-email-daftar-en");

            page.navigate(application);
            assertThat(page.inputValue("#officialEmail")).isEqualTo("siti.aminah@madiunkota.go.id");
            siti.look("tanpa-email-diusulkan");
            siti.press("button[formaction$='/kode']");
            page.fill("#code", town.mailedCode());
            siti.press("button[formaction$='/kode/bukti']");
            assertThat(page.locator("#mailbox-wish").count()).isZero();
            siti.look("tanpa-email-terbukti");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void paper_at_the_counter_is_received_divided_keyed_and_submitted_by_keyboard()
            throws IOException {
        Town town = new Town(beans);
        String base = base(town);
        PersonId rina = town.enter("Rina Kartika", EmploymentClass.PNS, "Pranata Komputer");
        accounts.grant(town.government, rina, Role.RA_OFFICER, null);
        try (Browser browser = new Browser()) {
            Browser.Visitor officer = signIn(browser, Browser.OFFICE, town, base, rina);
            Page page = officer.page();
            page.navigate(base + "petugas/loket");
            officer.look("loket-kosong");
            officer.press("a[href$='/terima']");
            page.fill("#number", Objects.requireNonNull(nip(town, town.teacher)));
            officer.press("button[name=find]");
            assertThat(page.locator("#found").textContent()).contains("Siti Aminah");
            officer.press("main form .btn-primary");
            page.waitForSelector(".summary li");
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
            page.fill("#officialEmail", "siti.aminah@madiunkota.go.id");
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

            Browser.Visitor siti = signIn(browser, Browser.PHONE, town, base, town.teacher);
            siti.page().navigate(base + "permohonan");
            siti.press("main a[href*='/permohonan/']");
            siti.look("loket-pemohon");
            siti.press("button[formaction$='/kode']");
            siti.page().fill("#code", town.mailedCode());
            siti.press("button[formaction$='/kode/bukti']");

            officer.press("form[action$='/ajukan'] button");
            assertThat(page.locator(".alert-success").count()).isEqualTo(1);
            officer.look("loket-diajukan");
            page.navigate(page.url().replaceAll("[?].*", "") + "?lang=en");
            officer.look("loket-diajukan-en");
            page.navigate(base + "petugas/loket");
            page.fill("#cari", "m-204");
            officer.press("form[role=search] button");
            page.waitForSelector("#cari[value='m-204']");
            assertThat(page.locator(".todos li").count()).isEqualTo(1);
            officer.look("loket-cari-en");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void what_was_keyed_is_read_back_to_the_applicant_on_a_phone() {
        clock.reset();
        ApprovedApplication approved = new ApprovedApplication(beans, true);
        Actor applicant = approved.applicant();
        TestAuthority.serve(
                beans.getBean(BuiltinAuthority.class),
                clock,
                approved.government(),
                "uji" + approved.id().toString().substring(0, 8));
        identified(approved);
        String base =
                "http://127.0.0.1:"
                        + port
                        + "/"
                        + governments.get(approved.government()).slug()
                        + "/";
        try (Browser browser = new Browser()) {
            Browser.Visitor siti = browser.visitor(base, Browser.PHONE, "id-ID");
            siti.page()
                    .context()
                    .addCookies(
                            List.of(
                                    new Cookie("sesi", session(sessions, applicant))
                                            .setDomain("127.0.0.1")
                                            .setPath("/")));
            Page page = siti.page();
            page.navigate(base + "aktivasi/" + approved.id());
            siti.show("loket-baca-kembali");
            siti.press("form[action$='/data'] button");
            page.waitForSelector("#findings-declared li");
            page.navigate(base + "aktivasi/" + approved.id() + "?lang=en");
            siti.look("loket-baca-kembali-en");
            page.check("#declared");
            siti.press("form[action$='/data'] button");
            page.waitForSelector("#accepted");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** As the officer leaves it after the code was typed. */
    private void identified(ApprovedApplication approved) {
        TenantTransactions transactions = beans.getBean(TenantTransactions.class);
        Enrollment enrollment = beans.getBean(Enrollment.class);
        transactions.inTenant(
                approved.government(),
                () -> {
                    enrollment.advance(
                            approved.government(),
                            approved.id(),
                            enrollment.dossier(approved.government(), approved.id()).version(),
                            Step.BEGIN_ACTIVATION);
                    beans.getBean(JdbcClient.class)
                            .sql(
                                    """
                                    insert into activation (id, person, application, step,
                                        presence_at, changed_at)
                                    values (?, ?, ?, 'READ_BACK', ?, ?)
                                    """)
                            .params(
                                    approved.id().value(),
                                    approved.applicant().person().value(),
                                    approved.id().value(),
                                    clock.instant().atOffset(ZoneOffset.UTC),
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                });
    }

    private <S extends Session> String session(SessionRepository<S> repository, Actor actor) {
        S session = repository.createSession();
        session.setAttribute("government", actor.government().toString());
        session.setAttribute("account", actor.account().toString());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                actor.account().toString());
        session.setAttribute("beganAt", clock.instant().toEpochMilli());
        session.setAttribute("factorAt", clock.instant().toEpochMilli());
        repository.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
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

    private @org.jspecify.annotations.Nullable String nip(Town town, PersonId person) {
        return people.get(town.government, person).nip();
    }

    private String base(Town town) {
        return "http://127.0.0.1:" + port + "/" + governments.get(town.government).slug() + "/";
    }

    private Browser.Visitor signIn(
            Browser browser, ViewportSize window, Town town, String base, PersonId person) {
        String code = accounts.claimCode(town.government, person, null);
        Browser.Visitor visitor = browser.visitor(base, window, "id-ID");
        Page page = visitor.page();
        page.navigate(base + "akun/klaim");
        page.fill("#nip", String.valueOf(nip(town, person)));
        page.fill("#nik", people.revealNik(town.government, person));
        visitor.press("button[value=sheet]");
        page.fill("#code", code);
        page.fill("#newPassword", PASSWORD);
        page.fill("#passwordRepeat", PASSWORD);
        visitor.press("main form button[type=submit]");
        page.waitForURL("**/akun/faktor**");
        return visitor;
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
