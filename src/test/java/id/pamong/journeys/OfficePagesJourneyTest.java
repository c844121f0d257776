package id.pamong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.pamong.Pamong;
import id.pamong.lifecycle.enrollment.ApplicationId;
import id.pamong.lifecycle.registration.CheckGroup;
import id.pamong.lifecycle.registration.ServingOffice;
import id.pamong.office.identity.Role;
import id.pamong.office.organization.EmploymentClass;
import id.pamong.office.organization.PersonId;
import id.pamong.office.table.TableFormat;
import id.pamong.office.table.TableWriter;
import id.pamong.testkit.TestClock;
import id.pamong.testkit.TestInstallation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
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

/** The pages of the office itself, each with a wrong input on the way and in both languages. */
@Tag("long")
@SpringBootTest(classes = Pamong.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInstallation.class)
@Import(TestClock.class)
class OfficePagesJourneyTest {
    private static final List<String> HEADINGS =
            List.of("nik", "nip", "nama", "status", "jabatan", "kode_pd", "nama_pd");
    private static final List<String> FIRST =
            List.of(
                    "Agus",
                    "Bambang",
                    "Cahyo",
                    "Darmawan",
                    "Eko",
                    "Firman",
                    "Gunawan",
                    "Hendra",
                    "Iwan",
                    "Joni",
                    "Kurnia",
                    "Luhur",
                    "Mulyadi",
                    "Nugraha",
                    "Oscar",
                    "Pramono",
                    "Qomar",
                    "Rahmat",
                    "Slamet",
                    "Teguh");
    private static final List<String> LAST =
            List.of(
                    "Adiputra",
                    "Baskoro",
                    "Darmanto",
                    "Efendi",
                    "Febriansyah",
                    "Hardjono",
                    "Iskandar",
                    "Jatmiko",
                    "Kusnadi",
                    "Laksono",
                    "Maulana",
                    "Nasution",
                    "Oktaviano",
                    "Prabowo",
                    "Rustam",
                    "Sembiring",
                    "Tanjung",
                    "Usman",
                    "Widodo",
                    "Yulianto");
    private static final DateTimeFormatter BIRTH_IN_NIK = DateTimeFormatter.ofPattern("ddMMyy");
    private static final DateTimeFormatter BIRTH_IN_NIP = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final String WHY =
            "Sertifikat ini dimohonkan untuk tugas yang bukan tugas Anda.";

    @LocalServerPort private int port;
    @Autowired private BeanFactory beans;

    private ServingOffice office;
    private Hall hall;
    private Browser.Visitor keeper;

    private PersonId open(Browser browser) {
        office = new ServingOffice(beans, "perwal-30-2019");
        hall = new Hall(browser, office, port);
        PersonId ratna = office.town().enter("Ratna Dewi", EmploymentClass.PNS, "Kepala Dinas");
        office.settle(ratna, Role.ADMINISTRATOR, Role.RA_HEAD);
        keeper = hall.at(Browser.OFFICE, ratna);
        return ratna;
    }

    @Test
    void people_are_imported_tried_first_and_whoever_is_in_twice_is_found_and_merged()
            throws IOException {
        try (Browser browser = new Browser()) {
            open(browser);
            Page page = keeper.page();
            keeper.open(hall.base() + "/pengelola/impor");
            keeper.press("main form .btn-primary");
            assertThat(page.locator("#findings-file li").count()).isEqualTo(1);
            keeper.look("kantor-impor-tanpa-berkas");
            send("pegawai.csv", "text/csv", csv());
            done();
            assertThat(keeper.words()).contains("Hasil pemeriksaan berkas");
            keeper.show("kantor-impor-percobaan");
            hall.lookInEnglish(keeper, "kantor-impor-percobaan");
            keeper.open(hall.base() + "/pengelola/impor");
            send(
                    "foto.xlsx",
                    "application/zip",
                    "bukan lembar kerja".getBytes(StandardCharsets.UTF_8));
            done();
            keeper.look("kantor-impor-bukan-lembar-kerja");
            keeper.open(hall.base() + "/pengelola/impor");
            send("pegawai.xlsx", "application/octet-stream", xlsx(400));
            done();
            keeper.press("main form .btn-primary");
            keeper.look("kantor-impor-berjalan");
            done();
            assertThat(keeper.words()).contains("Impor selesai", "401");
            keeper.look("kantor-impor-selesai");
            keeper.open(hall.base() + "/pengelola/pegawai");
            keeper.look("kantor-pegawai");
            hall.lookInEnglish(keeper, "kantor-pegawai");
            merge();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void send(String name, String mediaType, byte[] content) {
        keeper.page().setInputFiles("#file", new FilePayload(name, mediaType, content));
        keeper.press("main form .btn-primary");
    }

    /** Waits until the page of progress has given way to the report. */
    private void done() {
        keeper.page().waitForCondition(() -> keeper.page().locator("#progress").count() == 0);
        keeper.page().waitForLoadState();
    }

    /** One line is good, one has a NIP too short and no name. */
    private static byte[] csv() {
        return (String.join(";", HEADINGS)
                        + "\n3577014507900101;199007052015032101;Anita Sari;PNS;Guru;DIKNAS;\n"
                        + "3577014507900102;1990;;PNS;Guru;DIKNAS;\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Many new people, and one who is in already under numbers that were mistyped. */
    private static byte[] xlsx(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.to(out, TableFormat.XLSX, "Pegawai")) {
            table.row(HEADINGS);
            for (int i = 0; i < count; i++) {
                LocalDate born = LocalDate.of(1970, 1, 2).plusDays(37L * i);
                table.row(
                        List.of(
                                "357701%s%04d".formatted(BIRTH_IN_NIK.format(born), 1000 + 13 * i),
                                "%s2015031%03d".formatted(BIRTH_IN_NIP.format(born), 200 + i),
                                FIRST.get(i % FIRST.size()) + " " + LAST.get(i / FIRST.size()),
                                "PNS",
                                "Guru",
                                "DIKNAS",
                                ""));
            }
            table.row(
                    List.of(
                            "3577015203850030",
                            "198503122010012999",
                            "Siti Aminah",
                            "PNS",
                            "Guru Ahli Muda",
                            "DIKNAS",
                            ""));
        }
        return out.toByteArray();
    }

    private void merge() {
        Page page = keeper.page();
        keeper.open(hall.base() + "/pengelola/pasangan");
        keeper.look("kantor-pasangan");
        keeper.press("main td a, main li a");
        keeper.press("button[value=merge]");
        assertThat(page.locator("#findings-reason li").count()).isEqualTo(1);
        keeper.show("kantor-pasangan-tanpa-alasan");
        hall.lookInEnglish(keeper, "kantor-pasangan");
        page.fill("#reason", "Orang yang sama; NIK salah ketik pada berkas impor.");
        keeper.press("button[value=merge]");
        assertThat(keeper.words()).contains("Digabung");
        assertThat(page.locator("button[value=undo]").count()).isEqualTo(1);
        keeper.look("kantor-pasangan-disatukan");
    }

    @Test
    void the_head_answers_an_open_question_of_the_law_and_names_mail_domains_with_their_ground() {
        try (Browser browser = new Browser()) {
            open(browser);
            Page page = keeper.page();
            keeper.open(hall.base() + "/profil-peraturan");
            keeper.look("kantor-peraturan");
            hall.lookInEnglish(keeper, "kantor-peraturan");
            keeper.press("main a[href*='/profil-peraturan/jawaban/']");
            keeper.press("main form .btn-primary");
            assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(2);
            keeper.show("kantor-jawaban-ditolak");
            page.check("input[name=value][value=ASN]");
            page.fill("#reason", "Surat Bagian Hukum 180/77/2026: PPPK termasuk pegawai ASN.");
            page.fill("#by", "Kepala Dinas Komunikasi dan Informatika");
            keeper.press("main form .btn-primary");
            keeper.look("kantor-jawaban-tercatat");
            keeper.press("main a[href*='/profil-peraturan/jawaban/']");
            assertThat(keeper.words()).contains("180/77/2026");
            hall.lookInEnglish(keeper, "kantor-jawaban");

            keeper.open(hall.base() + "/pengelola/domain-email");
            page.fill("#domains", "madiunkota.go.id\ngo.id\nmadiunk0ta.com");
            keeper.press("main form .btn-primary");
            assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(2);
            assertThat(page.inputValue("#domains")).contains("madiunk0ta.com");
            keeper.look("kantor-domain-ditolak");
            page.fill("#domains", "madiunkota.go.id\nrsudkotamadiun.go.id");
            page.fill("#reason", "Keputusan Wali Kota 100/9/2026 tentang nama domain.");
            keeper.press("main form .btn-primary");
            assertThat(keeper.words()).contains("100/9/2026");
            keeper.look("kantor-domain");
            hall.lookInEnglish(keeper, "kantor-domain");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void claim_sheets_roles_outbox_and_mail_server_are_kept_by_the_administrator() {
        try (Browser browser = new Browser()) {
            open(browser);
            Page page = keeper.page();
            keeper.open(hall.base() + "/pengelola/lembar-klaim");
            page.fill("#cari", "Siti");
            keeper.press("form[role=search] button");
            keeper.press("main form[method=post] .btn-primary");
            assertThat(page.locator(".summary li").count()).isEqualTo(1);
            keeper.look("kantor-lembar-klaim-ditolak");
            hall.lookInEnglish(keeper, "kantor-lembar-klaim");
            keeper.open(hall.base() + "/pengelola/lembar-klaim?cari=Siti");
            page.check("input[name=person] >> nth=0");
            assertThat(words(page.waitForDownload(() -> page.click("main form .btn-primary"))))
                    .contains("Siti Aminah");

            keeper.open(hall.base() + "/pengelola/peran");
            page.fill("#pegawai", "Siti");
            keeper.press("form[role=search] button");
            keeper.look("kantor-peran");
            keeper.press("main .todos a");
            keeper.press("main .card form button");
            assertThat(page.locator(".alert-success").count()).isEqualTo(1);
            keeper.look("kantor-peran-diberikan");
            hall.lookInEnglish(keeper, "kantor-peran");

            keeper.open(hall.base() + "/pengelola/server-surat");
            page.fill("#host", "surat madiun");
            page.fill("#port", "delapan");
            page.fill("#sender", "bukan alamat");
            keeper.press("main form .btn-primary");
            assertThat(page.locator(".summary li").count()).isGreaterThanOrEqualTo(3);
            assertThat(page.inputValue("#port")).isEqualTo("delapan");
            keeper.look("kantor-server-surat-ditolak");
            page.fill("#host", "127.0.0.1");
            page.fill("#port", "1");
            page.fill("#sender", "op@madiunkota.go.id");
            keeper.press("main form .btn-primary");
            keeper.look("kantor-server-surat");
            office.submitted("Dedi Kurniawan");
            keeper.open(hall.base() + "/pengelola/kotak-keluar");
            assertThat(keeper.words()).contains("Kode pembuktian e-mail dinas");
            keeper.look("kantor-kotak-keluar");
            hall.lookInEnglish(keeper, "kantor-kotak-keluar");
            keeper.press("form[action$='/coba-lagi'] button");
            keeper.look("kantor-kotak-keluar-lagi");
            for (String other : List.of("jejak", "perangkat-daerah", "admin-pd", "waktu-tunggu")) {
                keeper.open(hall.base() + "/pengelola/" + other);
                keeper.look("kantor-" + other);
                hall.lookInEnglish(keeper, "kantor-" + other);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String words(Download sheet) {
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(sheet.path()))) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_case_is_rejected_for_good_and_the_applicant_reads_why() {
        try (Browser browser = new Browser()) {
            open(browser);
            ApplicationId id = office.submitted("Dedi Kurniawan");
            Browser.Visitor officer = hall.at(Browser.OFFICE, office.officer());
            Page page = officer.page();
            officer.open(hall.base() + "/petugas/permohonan/" + id);
            officer.press("button[formaction$='/ambil']");
            for (CheckGroup group : CheckGroup.values()) {
                page.check("input[name='result." + group + "'][value=OK]");
            }
            page.check("input[name=outcome][value=REJECTED]");
            page.fill("#passphrase", office.passphrase());
            officer.send(() -> page.press("#passphrase", "Enter"));
            assertThat(page.locator(".summary li").count())
                    .as("no rejection without a reason")
                    .isGreaterThanOrEqualTo(1);
            officer.look("kantor-tolak-tanpa-alasan");
            page.check("input[name=reason] >> nth=0");
            String code = page.locator("input[name=reason]:checked").inputValue();
            page.fill("#text\\." + code, WHY);
            page.check("input[name='result.OTHER_DATA'][value=NOT_OK]");
            page.fill("#note\\.OTHER_DATA", "Tugasnya bukan tugas pemohon.");
            page.waitForSelector(".desk-ready");
            officer.look("kantor-tolak");
            page.fill("#passphrase", office.passphrase());
            officer.send(() -> page.press("#passphrase", "Enter"));
            page.waitForSelector(".desk-decision-made");
            officer.look("kantor-ditolak");
            hall.lookInEnglish(officer, "kantor-ditolak");
            officer.open(hall.base() + "/petugas/perkara");
            officer.look("kantor-semua-perkara");

            Browser.Visitor dedi = hall.at(Browser.PHONE, office.applicant(id));
            dedi.open(hall.base() + "/permohonan/" + id);
            assertThat(dedi.words()).contains(WHY);
            dedi.look("kantor-pemohon-ditolak");
            hall.lookInEnglish(dedi, "kantor-pemohon-ditolak");
            dedi.open(hall.base() + "/kotak-masuk");
            assertThat(dedi.words()).contains("tidak dapat diterima");
            dedi.open(hall.base() + "/permohonan");
            dedi.look("kantor-pemohon-mulai-lagi");
            assertThat(dedi.page().locator("main form button[type=submit]").count())
                    .as("a new application may be begun")
                    .isPositive();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
