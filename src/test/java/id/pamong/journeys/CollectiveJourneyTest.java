package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import id.pamong.Pamong;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.enrollment.CollectiveBatchId;
import id.pamong.lifecycle.enrollment.CollectiveMember;
import id.pamong.lifecycle.enrollment.Collectives;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.lifecycle.registration.TypeRoad;
import id.pamong.office.organization.PersonId;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Teachers of one agency in one morning: the admin prepares, each confirms for themselves, one
 * letter of each kind, one grid, one signature, one answer, and a certificate for everyone who
 * comes. What people see is seen in the browser for one or two of them; the others walk the same
 * road over HTTP.
 */
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class CollectiveJourneyTest {
    private static final int LONGEST_WAIT = 180_000;
    private static final String WHY_STRUCK = "Sedang tugas belajar sampai tahun depan.";
    private static final String WHY_RETURNED =
            "Foto ulang kartu Anda sampai keempat sudutnya tampak.";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;
    @Autowired private Collectives collectives;

    private ServingOffice office;
    private Hall hall;
    private boolean small;
    private CollectiveBatchId batch;

    @Test
    @Tag("long")
    void twelve_teachers_of_one_agency_in_one_morning() throws IOException {
        morning(12);
    }

    @Test
    @Tag("long")
    void three_hundred_teachers_of_one_agency_in_one_morning() throws IOException {
        morning(300);
    }

    private void morning(int count) throws IOException {
        office = new ServingOffice(beans, "perwal-30-2019");
        small = count < 50;
        PersonId dewi = office.agencyAdmin("Dewi Anggraini");
        List<PersonId> teachers = office.teachers(count);
        try (Browser browser = new Browser()) {
            hall = new Hall(browser, office, port);
            Browser.Visitor admin = at(Browser.OFFICE, dewi);
            prepare(admin, teachers);
            List<CollectiveMember> members = members();
            assertThat(members).hasSize(count);
            CollectiveMember first = members.getFirst();
            CollectiveMember struck = members.get(1);
            CollectiveMember last = members.getLast();

            confirmByPhone(first);
            members.subList(1, count - 1).forEach(this::confirm);
            askForLetters(admin, count);
            recommend(last);
            strikeOneAndGive(struck);
            readsWhyStruck(struck);
            assertThat(count(CollectiveMember.Standing.SUBMITTED)).isEqualTo(count - 2);
            confirm(last);
            assertThat(count(CollectiveMember.Standing.SUBMITTED)).isEqualTo(count - 1);
            admin.open(hall.base() + "/usulan/" + batch);
            look(admin, "usulan-diajukan");

            Browser.Visitor officer = at(Browser.OFFICE, office.officer());
            ApplicationId returned = workTheGrid(officer, count);
            signTheList(officer, count);
            assertThat(count(CollectiveMember.Standing.APPROVED)).isEqualTo(count - 2);
            assertThat(count(CollectiveMember.Standing.RETURNED)).isEqualTo(1);
            answers(officer, first, returned);

            for (CollectiveMember member : members()) {
                if (member.standing() == CollectiveMember.Standing.APPROVED) {
                    takeIntoUse(officer, member, member.application().equals(first.application()));
                }
            }
            assertThat(members())
                    .filteredOn(member -> member.state().name().equals("RECEIVED"))
                    .hasSize(count - 2);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void prepare(Browser.Visitor admin, List<PersonId> teachers) {
        Page page = admin.page();
        admin.open(hall.base() + "/usulan");
        look(admin, "usulan-kosong");
        admin.press("a[href$='/usulan/baru']");
        String numbers =
                teachers.stream()
                        .map(person -> "Guru; " + office.nip(person))
                        .collect(Collectors.joining("\n"));
        page.fill(
                "#numbers",
                "NIP pegawai\n"
                        + numbers
                        + "\n19991231 202401 1 999\n12345\n"
                        + office.nip(office.officer()));
        admin.press("button[value=periksa]");
        assertThat(page.locator("#laporan tbody tr").count()).isEqualTo(teachers.size() + 3);
        assertThat(page.locator("#laporan .standing-bad").count()).isEqualTo(3);
        assertThat(picked(page)).isEqualTo(teachers.size());
        show(admin, "usulan-periksa-daftar");
        admin.press("button[value=siapkan]");
        assertThat(page.locator("#findings-title li").count()).isEqualTo(1);
        assertThat(picked(page)).as("what was chosen stays chosen").isEqualTo(teachers.size());
        look(admin, "usulan-tanpa-nama");
        page.fill("#title", "Guru SMP, gelombang pertama");
        admin.press("button[value=siapkan]");
        batch =
                new CollectiveBatchId(
                        UUID.fromString(page.url().replaceAll(".*/usulan/([0-9a-f-]+).*", "$1")));
        show(admin, "usulan-disiapkan");
        lookInEnglish(admin, "usulan");
    }

    private static int picked(Page page) {
        return Integer.parseInt(page.locator("[data-picked]").first().innerText());
    }

    private void confirmByPhone(CollectiveMember member) {
        Browser.Visitor teacher = at(Browser.PHONE, member.person());
        Page page = teacher.page();
        teacher.open(hall.base() + "/beranda");
        look(teacher, "kolektif-beranda-guru");
        teacher.press("main a[href*='/permohonan/']");
        look(teacher, "kolektif-draf-guru");
        teacher.press("button[formaction$='/ajukan']");
        assertThat(page.locator(".summary li").count())
                .as("what is missing is said at once")
                .isGreaterThanOrEqualTo(3);
        look(teacher, "kolektif-draf-ditolak");
        page.fill("#officialEmail", mailbox(member));
        teacher.press("button[formaction$='/kode']");
        page.fill("#code", office.town().mailedCode());
        teacher.press("button[formaction$='/kode/bukti']");
        page.setInputFiles("#IDENTITY_CARD", Hall.scan("ktp.png"));
        teacher.press("button[formaction$='/berkas/IDENTITY_CARD']");
        page.check("#declared");
        teacher.press("button[formaction$='/ajukan']");
        assertThat(page.locator(".alert-success").count()).isEqualTo(1);
        show(teacher, "kolektif-dikonfirmasi");
        lookInEnglish(teacher, "kolektif-dikonfirmasi");
    }

    private void confirm(CollectiveMember member) {
        office.waitASecond();
        HttpVisitor teacher = hall.withoutBrowser(member.person());
        String path = "/permohonan/" + member.application();
        teacher.open(path);
        teacher.post(path + "/kode", form(teacher, member));
        teacher.post(
                path + "/kode/bukti", form(teacher, member, "code", office.town().mailedCode()));
        teacher.post(
                path + "/berkas/IDENTITY_CARD",
                List.of(form(teacher, member)),
                "IDENTITY_CARD",
                TypeRoad.picture());
        assertThat(teacher.post(path + "/ajukan", form(teacher, member, "declared", "yes")))
                .contains("alert-success");
    }

    private static String[] form(HttpVisitor teacher, CollectiveMember member, String... more) {
        List<String> fields =
                new java.util.ArrayList<>(
                        List.of(
                                "version",
                                teacher.hidden("version"),
                                "uses",
                                "DIGITAL_SIGNATURE",
                                "duties",
                                "LETTER",
                                "purpose",
                                "",
                                "officialEmail",
                                mailbox(member)));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String mailbox(CollectiveMember member) {
        return "guru." + member.person().toString().substring(0, 8) + "@madiunkota.go.id";
    }

    private void askForLetters(Browser.Visitor admin, int count) {
        admin.open(hall.base() + "/usulan/" + batch);
        admin.press("form[action$='/surat'] button");
        assertThat(admin.page().locator(".alert-success").first().innerText())
                .contains(String.valueOf(count));
        admin.press("form[action$='/ingatkan'] button");
        look(admin, "usulan-konfirmasi");
        scanWithoutNumber(admin, count);
    }

    /** A letter on paper serves the ticked names; a refusal keeps what was typed and unticked. */
    private void scanWithoutNumber(Browser.Visitor admin, int count) {
        Page page = admin.page();
        String names = "input[name=COVER_LETTER-named]";
        page.locator("details:has(form[action$='/pindaian']) > summary").click();
        assertThat(page.locator(names + ":checked").count()).isEqualTo(count);
        page.locator(names).first().uncheck();
        page.fill("#COVER_LETTER-giver", "Sri Rahayu, M.Pd.");
        admin.press("form:has(" + names + ") button");
        assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(3);
        assertThat(page.locator(names + ":checked").count()).isEqualTo(count - 1);
        assertThat(page.inputValue("#COVER_LETTER-giver")).isEqualTo("Sri Rahayu, M.Pd.");
        look(admin, "usulan-pindaian-kurang");
    }

    private void recommend(CollectiveMember unconfirmed) {
        Browser.Visitor superior = at(Browser.OFFICE, office.town().superior);
        superior.open(hall.base() + "/beranda");
        superior.press("main a[href*='/surat-kolektif/']");
        assertThat(superior.words()).contains(unconfirmed.name());
        superior.page().fill("#reason", "Menandatangani rapor dan surat sekolah.");
        look(superior, "surat-rekomendasi");
        superior.press("main form .btn-primary");
        assertThat(superior.page().locator(".alert-success").count()).isEqualTo(1);
    }

    private void strikeOneAndGive(CollectiveMember struck) {
        Browser.Visitor head = at(Browser.OFFICE, office.town().head);
        Page page = head.page();
        head.open(hall.base() + "/beranda");
        look(head, "kolektif-beranda-kepala");
        head.press("main a[href*='/surat-kolektif/']");
        page.check("input[name=strike][value='" + struck.application() + "']");
        head.press("main form .btn-primary");
        assertThat(page.locator(".summary li").count()).as("no name without why").isEqualTo(1);
        assertThat(page.isChecked("input[name=strike][value='" + struck.application() + "']"))
                .isTrue();
        look(head, "surat-kolektif-tanpa-alasan");
        page.fill("[id='why-" + struck.application() + "']", WHY_STRUCK);
        show(head, "surat-kolektif");
        head.press("main form .btn-primary");
        assertThat(page.locator(".alert-success").count()).isEqualTo(1);
        look(head, "surat-kolektif-diberikan");
    }

    private void readsWhyStruck(CollectiveMember struck) {
        Browser.Visitor teacher = at(Browser.PHONE, struck.person());
        teacher.open(hall.base() + "/permohonan/" + struck.application());
        assertThat(teacher.page().locator(".alert-warning").innerText()).contains(WHY_STRUCK);
        look(teacher, "kolektif-dicoret");
    }

    /** By keyboard: takes all, picks one who is returned, the green ones for approval. */
    private ApplicationId workTheGrid(Browser.Visitor officer, int count) {
        Page page = officer.page();
        officer.open(hall.base() + "/petugas/kolektif");
        look(officer, "kisi-daftar");
        officer.press("main tbody a");
        look(officer, "kisi-belum-diambil");
        officer.send(() -> page.keyboard().press("a"));
        assertThat(page.locator("[data-row]").count()).isEqualTo(count - 1);
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("input[name=pick]:checked").count()).isEqualTo(1);
        page.waitForFunction(
                "() => { const p = document.querySelector('[data-card-picture]');"
                        + " return p && !p.hidden && p.complete && p.naturalWidth > 0 }");
        show(officer, "kisi-kartu");
        ApplicationId returned =
                ApplicationId.of(
                        page.locator("input[name=pick]:checked").inputValue().split(":", 2)[0]);
        page.locator("details.card summary").first().click();
        officer.press("button[value=tolak]");
        assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(3);
        assertThat(page.locator("input[name=pick]:checked").count())
                .as("who was picked stays picked")
                .isEqualTo(1);
        look(officer, "kisi-tanpa-alasan");
        page.check("input[name=outcome][value=RETURNED]");
        page.selectOption("#group", "IDENTITY");
        page.fill("#refuseNote", "Foto kartu terpotong di sisi kanan.");
        page.selectOption("#reason", "PAPER_UNREADABLE");
        page.fill("#sentence", WHY_RETURNED);
        officer.press("button[value=tolak]");
        assertThat(page.locator(".alert-success").innerText()).contains("1 ");
        page.locator("h1").click();
        page.keyboard().press("g");
        assertThat(page.locator("input[name=pick]:checked").count())
                .as("all that are green and not yet refused")
                .isEqualTo(count - 2);
        officer.press("button[value=catat]");
        look(officer, "kisi-dicatat");
        openTheException(officer, returned);
        return returned;
    }

    /** What is in order in the returned case is noted at its own page; then back to the grid. */
    private void openTheException(Browser.Visitor officer, ApplicationId returned) {
        Page page = officer.page();
        officer.press("a[data-open][href$='/" + returned + "']");
        assertThat(page.locator("#text\\.PAPER_UNREADABLE").inputValue()).isEqualTo(WHY_RETURNED);
        for (String group : List.of("WRITTEN_APPLICATION", "RECOMMENDATION", "OTHER_DATA")) {
            page.check("input[name='result." + group + "'][value=OK]");
        }
        look(officer, "kisi-satu-perkara");
        officer.press("[data-save-button]");
        officer.open(hall.base() + "/petugas/kolektif/" + batch);
        show(officer, "kisi-siap");
        lookInEnglish(officer, "kisi-siap");
    }

    private void signTheList(Browser.Visitor officer, int count) {
        Page page = officer.page();
        assertThat(page.locator("input[name=entry]").count()).isEqualTo(count - 1);
        page.fill("#passphrase", "bukan passphrase saya");
        officer.press("form[action$='/putusan'] button");
        assertThat(page.locator("#findings-passphrase").innerText()).contains("Tersisa");
        look(officer, "kisi-passphrase-salah");
        long begun = System.nanoTime();
        page.fill("#passphrase", office.passphrase());
        officer.press("form[action$='/putusan'] button");
        look(officer, "kisi-dikerjakan");
        page.waitForSelector("a[href$='/jawaban.pdf']");
        System.out.printf(
                "%d decisions by one signature, from the button to the letter: %.1f s%n",
                count - 1, (System.nanoTime() - begun) / 1e9);
        show(officer, "kisi-selesai");
        lookInEnglish(officer, "kisi-selesai");
    }

    /** One letter names everyone; each notice names its receiver's outcome alone. */
    private void answers(Browser.Visitor officer, CollectiveMember first, ApplicationId returned)
            throws IOException {
        Download letter =
                officer.page()
                        .waitForDownload(() -> officer.page().click("a[href$='/jawaban.pdf']"));
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(letter.path()))) {
            String words = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            for (CollectiveMember member : members()) {
                if (member.standing() != CollectiveMember.Standing.STRUCK) {
                    assertThat(words)
                            .contains(member.name().replace(" ", ""))
                            .contains(member.number());
                }
            }
            assertThat(words).contains(WHY_RETURNED.replace(" ", ""));
        }
        CollectiveMember back =
                members().stream()
                        .filter(member -> member.application().equals(returned))
                        .findFirst()
                        .orElseThrow();
        for (CollectiveMember member : List.of(first, back)) {
            Browser.Visitor teacher = at(Browser.PHONE, member.person());
            teacher.open(hall.base() + "/kotak-masuk");
            String words = teacher.words();
            if (member.equals(back)) {
                assertThat(words).contains("belum dapat diterima").contains(WHY_RETURNED);
            } else {
                assertThat(words).doesNotContain(WHY_RETURNED);
                look(teacher, "kolektif-kotak-masuk");
            }
        }
    }

    private void takeIntoUse(Browser.Visitor officer, CollectiveMember member, boolean inBrowser) {
        office.waitASecond();
        if (inBrowser) {
            String code = hall.identify(officer, member.application());
            Browser.Visitor teacher = at(Browser.PHONE, member.person());
            hall.activate(teacher, member.application(), code);
            look(teacher, "kolektif-terbit");
            return;
        }
        String path = "/petugas/aktivasi/" + member.application();
        HttpVisitor desk = hall.withoutBrowser(office.officer());
        List<String> checks = new java.util.ArrayList<>(List.of("place", "Aula Dinas Pendidikan"));
        java.util.regex.Pattern.compile("name=\"checks\"[^>]*value=\"([a-z-]+)\"")
                .matcher(desk.open(path))
                .results()
                .forEach(box -> checks.addAll(List.of("checks", box.group(1))));
        desk.post(path, checks.toArray(String[]::new));
        String code = desk.found("activation-code\">([^<]+)<");

        String own = "/aktivasi/" + member.application();
        HttpVisitor teacher = hall.withoutBrowser(member.person());
        teacher.open(own);
        teacher.post(own + "/kode", "code", code);
        for (String step : List.of("/ketentuan", "/perjanjian")) {
            teacher.post(own + step, "accepted", "yes", "sha256", teacher.hidden("sha256"));
        }
        teacher.post(
                own + "/passphrase",
                "passphrase",
                Hall.PASSPHRASE,
                "passphraseRepeat",
                Hall.PASSPHRASE);
        assertThat(teacher.post(own + "/tanda-terima", "passphrase", Hall.PASSPHRASE))
                .contains("/tanda-terima.pdf");
    }

    /** One letter for three hundred is one request: it may take longer than a page. */
    private Browser.Visitor at(ViewportSize window, PersonId person) {
        Browser.Visitor visitor = hall.at(window, person);
        visitor.page().setDefaultTimeout(LONGEST_WAIT);
        return visitor;
    }

    private List<CollectiveMember> members() {
        return collectives.members(office.town().government, Objects.requireNonNull(batch));
    }

    private int count(CollectiveMember.Standing standing) {
        return (int) members().stream().filter(member -> member.standing() == standing).count();
    }

    /** With hundreds of rows, or when pictures are wanted; the short run keeps to {@link #show}. */
    private void look(Browser.Visitor visitor, String picture) {
        if (thorough()) {
            visitor.look(named(picture));
        }
    }

    private void lookInEnglish(Browser.Visitor visitor, String picture) {
        if (thorough()) {
            hall.lookInEnglish(visitor, named(picture));
        }
    }

    private void show(Browser.Visitor visitor, String picture) {
        if (small) {
            visitor.show(picture);
        } else {
            visitor.look(named(picture));
        }
    }

    private boolean thorough() {
        return !small || Boolean.getBoolean("pamong.pictures");
    }

    private String named(String picture) {
        return small ? picture : picture + "-300";
    }
}
